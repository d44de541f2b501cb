"""H06: whether the number of a wagon can be one: eight digits on the 1520 mm gauge, twelve on the 1435 mm."""

import re
from functools import lru_cache
from itertools import cycle

from profiling.facts.answers import any_of
from profiling.facts.known import KnownConsignment, Noted

WITH_CHECK_DIGIT = (8, 12)
# Seven digits after the model, without a check digit: the number says nothing.
_CHINESE = re.compile(r"(?:[A-Z]{1,2}\d{1,3}[A-Z]{0,2}[\s-]*)?\d{7}")


def wagon_facts(known: KnownConsignment) -> Noted:
    """H06 "A wagon number fails its check.\""""
    noted = Noted()
    column = "wagon_number_invalid"
    answers = []
    for piece in known.equipment:
        if piece.kind != "wagon" or not piece.number:
            continue
        why = why_no_wagon(piece.number)
        answers.append(None if why is None else bool(why))
        if why:
            noted.evidence.setdefault(column, {"number": piece.number, "why": why})
    # A consignment that travels by road, or in boxes of another kind, has no wagon to be wrong.
    is_elsewhere = bool(known.equipment) or known.mode not in (None, "rail")
    noted.note(column, any_of(answers) if answers else False if is_elsewhere else None)
    return noted


@lru_cache(maxsize=16_384)
def why_no_wagon(number: str) -> str | None:
    """Return why a number is no wagon's: "wagon_form" or "check_digit"; "" where it is one, None where no rule tells.

    The check digit completes the digit sums of 2, 1, 2, 1, … times the digits to a multiple of ten (UIC 438-2; the same
    on the 1520 mm gauge).
    """
    if _CHINESE.fullmatch(number.strip().upper()):
        return None
    digits = [int(digit) for digit in number if digit.isascii() and digit.isdigit()]
    if len(digits) not in WITH_CHECK_DIGIT:
        return "wagon_form"
    total = sum(sum(divmod(digit * weight, 10)) for digit, weight in zip(digits[:-1], cycle((2, 1)), strict=False))
    return "" if (total + digits[-1]) % 10 == 0 else "check_digit"
