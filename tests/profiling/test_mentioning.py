"""Who is mentioned: names after an at sign, no addresses, no full stops."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from profiling.mentioning import MOST, mentioned_names

TEXTS = [
    ("@aigul look", ["aigul"]),
    ("Look, @Aigul.", ["aigul"]),
    ("@nurlan.s, @aigul and @AIGUL", ["nurlan.s", "aigul"]),
    ("(@aigul)", ["aigul"]),
    ("write to aigul@customs.kg", []),
    ("@ aigul", []),
    ("@@aigul", []),
    ("Тамга @айгүл кара", ["айгүл"]),
    ("", []),
]


@pytest.mark.parametrize(("text", "names"), TEXTS)
def test_names_are_found(text, names):
    assert mentioned_names(text) == names


@given(st.lists(st.from_regex(r"[a-z][a-z0-9_]{0,12}", fullmatch=True), unique=True, max_size=MOST))
def test_every_name_in_a_sentence_is_found(names):
    assert mentioned_names("Look at it, " + ", ".join(f"@{name}" for name in names) + ".") == names
