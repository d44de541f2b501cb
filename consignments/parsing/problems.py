"""The sentence and the remedy for every problem a parser can find, in the reader's language."""

from .problem_text import ProblemText
from .problem_texts import PROBLEMS
from .values import Problem

__all__ = ["PROBLEMS", "ProblemText", "remedy", "sentence"]


class _Params(dict[str, str]):
    def __missing__(self, name: str) -> str:
        return "?"


def sentence(problem: Problem) -> str:
    """Return what is wrong, as a sentence in the active language; the code itself when it is not known."""
    text = PROBLEMS.get(problem.code)
    return str(text.problem) % _Params(problem.params) if text else problem.code


def remedy(problem: Problem) -> str:
    """Return how to mend it, in the active language; empty when the code is not known."""
    text = PROBLEMS.get(problem.code)
    return str(text.remedy) % _Params(problem.params) if text else ""
