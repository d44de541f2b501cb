"""Every problem that a parser can find has its sentence and its remedy, and none is in the table for nothing."""

import ast
import re
from pathlib import Path

import pytest
from django.utils import translation

from consignments.parsing import problems
from consignments.parsing.noting import MAX_NOTES, MAX_PATH, MAX_VALUE, Notes, error, problem, storable, warning
from consignments.parsing.problems import PROBLEMS, remedy, sentence
from consignments.parsing.values import Problem, Severity

CONSIGNMENTS = Path(problems.__file__).parents[1]  # what registers documents finds problems, too
CALLS = {"error", "warning", "notice", "Unreadable", "problem"}


def codes_in_the_source() -> set[str]:
    """Return the codes handed to calls that make a problem, and the table's codes wherever else they are named."""
    found: set[str] = set()
    for path in CONSIGNMENTS.rglob("*.py"):
        if path.name.startswith("problem_text"):
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and node.value in PROBLEMS:
                found.add(node.value)
            if isinstance(node, ast.Call) and "parsing" in path.parts:
                name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
                constants = [argument.value for argument in node.args[:2] if isinstance(argument, ast.Constant)]
                found |= {value for value in constants if name in CALLS and looks_like_a_code(value)}
    return found


def looks_like_a_code(value: object) -> bool:
    return isinstance(value, str) and re.fullmatch(r"[a-z][a-z0-9]*(_[a-z0-9]+)+", value) is not None


def test_every_code_used_has_a_text_and_every_text_is_used():
    assert codes_in_the_source() == set(PROBLEMS)


@pytest.mark.parametrize("code", sorted(PROBLEMS))
def test_a_text_is_a_sentence_with_a_remedy(code):
    params = dict.fromkeys(re.findall(r"%\((\w+)\)s", f"{PROBLEMS[code].problem}{PROBLEMS[code].remedy}"), "x")
    found = Problem(code, "/path", Severity.ERROR, params)
    assert sentence(found).endswith(".") and "%(" not in sentence(found)
    assert remedy(found).endswith(".") and "%(" not in remedy(found)


def test_a_missing_param_is_a_question_mark_and_an_unknown_code_its_own_sentence():
    assert sentence(Problem("number_unreadable", "")) == "“?” is not a number."
    assert sentence(Problem("no_such_code", "")) == "no_such_code"
    assert remedy(Problem("no_such_code", "")) == ""


def test_a_percent_sign_in_the_value_does_no_harm():
    assert sentence(error("number_unreadable", "", value="100 %s %(x)s")) == "“100 %s %(x)s” is not a number."


def test_texts_are_translated_when_shown_not_when_made():
    with translation.override("ru"):
        assert isinstance(str(PROBLEMS["document_empty"].problem), str)


def test_path_and_values_are_bounded_and_storable():
    found = problem(Severity.ERROR, "text_cut", "\x00p" * 1000, value="\ud800v" * 1000)
    assert len(found.path) <= MAX_PATH and len(found.params["value"]) <= MAX_VALUE
    assert "\x00" not in found.path and "\ud800" not in found.params["value"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("plain", "plain"),
        ("  two   spaces\n line ", "two spaces line"),
        ("nul\x00 bell\x07", "nul bell"),
        ("\ud800lone", "lone"),
        ("ОсОО\u00a0Пример", "ОсОО Пример"),
    ],
)
def test_storable_text(text, expected):
    assert storable(text) == expected


def test_notes_are_bounded_and_keep_their_errors():
    notes = Notes()
    for number in range(10 * MAX_NOTES):
        notes.warning("text_cut", f"/{number}", limit=1)
    notes.error("date_unreadable", "/last", value="x")
    assert len(notes.problems) == MAX_NOTES + 2  # the warnings, the notice of more, the error
    assert notes.has_errors and notes.problems[-1].path == "/last"
    assert [p.code for p in notes.problems].count("more_problems") == 1


def test_lenient_notes_turn_errors_into_warnings():
    notes = Notes(is_lenient=True)
    notes.add(error("date_unreadable", "", value="x"))
    assert [p.severity for p in notes.problems] == [Severity.WARNING] and not notes.has_errors


def test_an_identifier_too_long_is_left_out_and_a_text_is_cut():
    notes = Notes()
    assert notes.identifier("x" * 11, "/a", 10) is None
    assert notes.text("word " * 10, "/b", 12) == "word word wo"
    assert notes.identifier("  ", "/c", 10) is None
    assert [p.code for p in notes.problems] == ["identifier_too_long", "text_cut"]


def test_a_warning_has_its_severity():
    assert warning("text_cut", "/a", limit=3).params == {"limit": "3"}
