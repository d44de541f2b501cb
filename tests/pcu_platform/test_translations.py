"""Every string that officers read is there in Russian and Kyrgyz, with the same values in it; gettext is not needed."""

import ast
import gettext
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from django.conf import settings
from django.utils.translation.template import templatize

PACKAGES = ("consignments", "profiling", "seizures", "pcu_platform")
LANGUAGES = ("ru", "ky")
TRANSLATION = "django.utils.translation"

_PLACEHOLDER = re.compile(r"%\(\w+\)[\d.]*[a-z]|%%")
_LITERAL = r"u?(?:'(?:[^'\\]|\\.)*'|\"(?:[^\"\\]|\\.)*\")"
_CALL_IN_TEMPLATE = re.compile(rf"(?<!\w)(_|[np]*gettext)\(({_LITERAL}(?:,\s*{_LITERAL})*)")


@dataclass(frozen=True)
class Message:
    """`plural` is "" for a string that is not counted."""

    text: str
    plural: str = ""
    context: str = ""

    @property
    def key(self) -> str:
        return f"{self.context}\x04{self.text}" if self.context else self.text


class _Untranslated(gettext.NullTranslations):
    def gettext(self, message):
        raise KeyError(message)

    def ngettext(self, msgid1, msgid2, n):
        raise KeyError(msgid1)


@pytest.fixture(scope="module")
def messages() -> set[Message]:
    return {message for path in _sources() for message in _messages_of(path)}


@pytest.fixture(params=LANGUAGES)
def language(request) -> str:
    return request.param


def test_strings_are_found_in_code_and_in_templates(messages):
    assert Message("Consignee first seen") in messages
    assert Message("Sign in") in messages
    assert Message("R", context="letter of the red lane") in messages
    assert Message("%(count)s consignment", plural="%(count)s consignments") in messages


def test_every_string_is_translated(messages, language):
    compiled = _compiled(language)
    assert [message for message in messages if not _forms(compiled, message)] == []


def test_a_translation_has_the_values_of_its_string(messages, language):
    compiled = _compiled(language)
    different = [
        (message.text, form)
        for message in messages
        for form in _forms(compiled, message)
        if set(_PLACEHOLDER.findall(form)) != set(_PLACEHOLDER.findall(message.plural or message.text))
    ]
    assert different == []


def test_what_is_compiled_is_what_is_written(language):
    compiled = _compiled(language)
    written = dict(_written(language))
    assert len(written) > 1000
    assert [key for key, text in written.items() if compiled.gettext(key) != text] == []


def _sources() -> list[Path]:
    root = Path(settings.BASE_DIR)
    code = [path for package in PACKAGES for path in (root / package).rglob("*.py")]
    return [*code, *(root / "templates").rglob("*.html"), *(root / "templates").rglob("*.txt")]


def _messages_of(path: Path) -> Iterator[Message]:
    source = path.read_text("utf-8")
    return _of_code(ast.parse(source)) if path.suffix == ".py" else _of_template(templatize(source, origin=str(path)))


def _of_code(tree: ast.Module) -> Iterator[Message]:
    names = {
        alias.asname or alias.name: alias.name.removesuffix("_lazy")
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.module == TRANSLATION
        for alias in node.names
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            function = names.get(node.func.id, "")
            texts = [each.value for each in node.args if isinstance(each, ast.Constant) and isinstance(each.value, str)]
            if function.endswith("gettext") and texts:
                yield _message(function, texts)


def _of_template(templatized: str) -> Iterator[Message]:
    for function, literals in _CALL_IN_TEMPLATE.findall(templatized):
        yield _message(function, [ast.literal_eval(each) for each in re.findall(_LITERAL, literals)])


def _message(function: str, texts: list[str]) -> Message:
    """Read the arguments of a function of the gettext family; "_" is gettext."""
    context = texts.pop(0) if function.startswith(("pgettext", "npgettext")) else ""
    return Message(texts[0], plural=texts[1] if function.startswith("n") else "", context=context)


def _compiled(language: str) -> gettext.GNUTranslations:
    path = Path(settings.BASE_DIR) / "locale" / language / "LC_MESSAGES" / "django.mo"
    with path.open("rb") as file:
        catalogue = gettext.GNUTranslations(file)
    catalogue.add_fallback(_Untranslated())
    return catalogue


def _forms(catalogue: gettext.GNUTranslations, message: Message) -> set[str]:
    """Return the translations of a message, of each form if it is counted; none where it has no translation."""
    try:
        if not message.plural:
            return {catalogue.gettext(message.key)}
        return {catalogue.ngettext(message.key, message.plural, number) for number in (1, 2, 5, 11, 21, 0)}
    except KeyError:
        return set()


def _written(language: str) -> Iterator[tuple[str, str]]:
    """Read the translations of a .po file that are not counted, as (key, text)."""
    path = Path(settings.BASE_DIR) / "locale" / language / "LC_MESSAGES" / "django.po"
    for block in path.read_text("utf-8").split("\n\n")[1:]:
        parts: dict[str, str] = {}
        name = ""
        for line in block.splitlines():
            found = re.match(r'(?:(msg\w+(?:\[\d\])?) )?(".*")$', line)
            if found:
                name = found[1] or name
                parts[name] = parts.get(name, "") + ast.literal_eval(found[2])
        if "msgid_plural" not in parts and parts.get("msgid"):
            yield Message(parts["msgid"], context=parts.get("msgctxt", "")).key, parts["msgstr"]
