"""Check digits of wagons and air waybills: a wrong one is a slip of the pen or of the typist, and rejects nothing."""

import re

_BETWEEN_DIGITS = re.compile(r"[\s.\-/]")


def wagon_is_wrong(number: str) -> bool:
    """Tell whether a wagon's number of 8 digits (1520 mm) or 12 (UIC) has another check digit than it should.

    Each second digit counts double, from the first; the digits of the products are added; the last makes tens.
    """
    digits = _BETWEEN_DIGITS.sub("", number)
    if not re.fullmatch(r"[0-9]{8}|[0-9]{12}", digits):
        return False
    body = [int(digit) * (1 if position % 2 else 2) for position, digit in enumerate(digits[:-1])]
    return (sum(one // 10 + one % 10 for one in body) + int(digits[-1])) % 10 != 0


def air_waybill_is_wrong(number: str) -> bool:
    """Tell whether the last of eleven digits is not the seven before it modulo 7 (IATA Resolution 600a)."""
    digits = _BETWEEN_DIGITS.sub("", number)
    return bool(re.fullmatch(r"[0-9]{11}", digits)) and int(digits[3:10]) % 7 != int(digits[10])
