"""Every problem can be read in Russian, with the same values in its sentence."""

import re

import pytest
from django.utils import translation

from consignments.parsing.problems import PROBLEMS

_PARAMS = re.compile(r"%\(\w+\)s")


@pytest.mark.parametrize("code", sorted(PROBLEMS))
def test_a_problem_is_said_in_russian(code):
    for text in PROBLEMS[code]:
        with translation.override("en"):
            english = str(text)
        with translation.override("ru"):
            russian = str(text)
        assert russian != english
        assert sorted(_PARAMS.findall(russian)) == sorted(_PARAMS.findall(english))
