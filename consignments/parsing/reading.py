"""Readers of stated numbers, dates and codes: strict about meaning, liberal about spelling.

Each takes one stated value and returns the typed one, or raises `Unreadable` with the code of the problem.
"""

import re
from datetime import date, datetime, time, tzinfo
from decimal import Decimal, InvalidOperation

from .noting import Unreadable, storable

_ONE = Decimal(1)
MAX_MASS_KG = Decimal(10) ** 12
MAX_VOLUME_M3 = Decimal(10) ** 8
MAX_AMOUNT = Decimal(10) ** 15
MAX_COUNT = 10**12
MAX_SMALL_COUNT = 32_000  # of seals, of goods lines
_SMALLEST = Decimal("0.000001")
MAX_CHARACTERS = 100
EARLIEST_YEAR = 1990
YEARS_AHEAD = 5

_GROUPED = re.compile(r"[+-]?[1-9][0-9]{0,2}(?:[ '’][0-9]{3})+(?:[.,][0-9]+)?")
_PLAIN = re.compile(r"[+-]?(?:[0-9]+(?:[.,][0-9]*)?|[.,][0-9]+)")
_EXPONENT = re.compile(r"[+-]?[0-9]+(?:\.[0-9]+)?[eE][+-]?[0-9]{1,3}")
_POINTS_AND_COMMAS = re.compile(r"[+-]?[1-9][0-9]{0,2}(?:([.,])[0-9]{3})(?:\1[0-9]{3})*(?:(?!\1)[.,][0-9]+)?")
_THOUSANDS_OR_DECIMALS = re.compile(r"[+-]?[1-9][0-9]{0,2},[0-9]{3}")
_KILOGRAMS = re.compile(r"\s*(?:kgs?|kgm|кг)\.?$", re.IGNORECASE)

_UN_IN_TEXT = re.compile(r"\bUN(?:NO|DG)?[ .:#-]{0,3}([0-9]{4})\b", re.IGNORECASE)

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "jan january янв января январь",
            "feb february фев февраля февраль",
            "mar march мар марта март",
            "apr april апр апреля апрель",
            "may мая май",
            "jun june июн июня июнь",
            "jul july июл июля июль",
            "aug august авг августа август",
            "sep sept september сен сент сентября сентябрь",
            "oct october окт октября октябрь",
            "nov november ноя нояб ноября ноябрь",
            "dec december дек декабря декабрь",
        ),
        start=1,
    )
    for name in names.split()
}
_YEAR_FIRST = re.compile(r"([0-9]{4})[-./]?([0-9]{1,2})[-./]?([0-9]{1,2})(?:Z|[+-][0-9]{2}:[0-9]{2})?")
_DAY_FIRST = re.compile(r"([0-9]{1,2})[-./ ]([0-9]{1,2})[-./ ]([0-9]{4}|[0-9]{2})")
_MONTH_NAMED = re.compile(r"([0-9]{1,2})[-. ]*([^\W\d_]{3,9})\.?[-, ]*([0-9]{4})(?: ?(?:г|ж)\.?)?")
_WITH_TIME = re.compile(r"(.+?)[T ,]+([0-9]{1,2}):([0-9]{2})(?::([0-9]{2})(?:\.[0-9]+)?)?")


def decimal_number(raw: object, decimal_mark: str | None = None) -> Decimal:
    """Return a finite number. "12 345,6", "12,345.6" and "12.345,6" are read; "12,345" alone is ambiguous.

    decimal_mark: "," or "." when other values of the same column have shown which one it is.
    """
    if isinstance(raw, bool):
        raise Unreadable("number_unreadable")
    if isinstance(raw, int | float | Decimal):
        number = Decimal(repr(raw)) if isinstance(raw, float) else Decimal(raw)
    elif isinstance(raw, str):
        number = _number_from_text(_line(raw, "number_unreadable"), decimal_mark)
    else:
        raise Unreadable("number_unreadable")
    if not number.is_finite():
        raise Unreadable("number_not_finite")
    return number


def mass_kg(raw: object, decimal_mark: str | None = None, factor: Decimal = _ONE) -> Decimal:
    """Return kilograms; the suffix kg is allowed, any other unit is not. factor: from the stated unit to kilograms."""
    if isinstance(raw, str):
        raw = _KILOGRAMS.sub("", _line(raw, "mass_unreadable"))
    try:
        number = decimal_number(raw, decimal_mark)
    except Unreadable as fault:
        raise Unreadable("mass_unreadable" if fault.code == "number_unreadable" else fault.code) from fault
    return _bounded(_bounded(number, MAX_MASS_KG) * factor, MAX_MASS_KG)


def volume_m3(raw: object, decimal_mark: str | None = None, factor: Decimal = _ONE) -> Decimal:
    """Return cubic metres; factor: from the stated unit to cubic metres."""
    number = _bounded(decimal_number(raw, decimal_mark), MAX_VOLUME_M3)
    return _bounded(number * factor, MAX_VOLUME_M3)


def amount(raw: object, decimal_mark: str | None = None) -> Decimal:
    """Return an amount of money, not negative."""
    return _bounded(decimal_number(raw, decimal_mark), MAX_AMOUNT)


def count(raw: object) -> int:
    """Return a whole number, not negative; "240.0" is whole."""
    number = _bounded(decimal_number(raw), Decimal(MAX_COUNT))
    if number != number.to_integral_value():
        raise Unreadable("count_not_whole")
    return int(number)


def small_count(raw: object) -> int:
    """Return a whole number up to MAX_SMALL_COUNT."""
    number = count(raw)
    if number > MAX_SMALL_COUNT:
        raise Unreadable("number_too_large")
    return number


def day(raw: object) -> date:
    """Return a calendar date between 1990 and five years ahead, from ISO, day-first or month-named spelling."""
    if isinstance(raw, datetime):
        return _plausible(raw.date())
    if isinstance(raw, date):
        return _plausible(raw)
    if not isinstance(raw, str):
        raise Unreadable("date_unreadable")
    text = _line(raw, "date_unreadable")
    with_time = _WITH_TIME.fullmatch(_without_zone(text))
    return _plausible(_date_from_text(with_time[1] if with_time else text))


def moment(raw: object, local_zone: tzinfo) -> datetime:
    """Return an aware time; one stated without a zone is local."""
    if isinstance(raw, datetime):
        found = raw
    elif isinstance(raw, str):
        found = _moment_from_text(_line(raw, "time_unreadable"))
    else:
        raise Unreadable("time_unreadable")
    _plausible(found.date())
    return found if found.tzinfo else found.replace(tzinfo=local_zone)


def commodity_code(raw: object) -> str:
    """Return the code as text, with the points, spaces and dashes between its digits left out."""
    text = storable(str(raw))
    digits = re.sub(r"[\s.\-]", "", text)
    code = digits if re.fullmatch(r"[0-9]+", digits) else text
    if len(code) > 20:
        raise Unreadable("identifier_too_long", limit=20)
    return code


def is_well_formed_commodity_code(code: str) -> bool:
    return re.fullmatch(r"[0-9]{4,10}", code) is not None


def un_number(raw: object) -> str:
    """Return the four digits of a UN dangerous goods number."""
    found = re.fullmatch(r"(?:UN|ООН)?\s*([0-9]{4})", storable(str(raw)), re.IGNORECASE)
    if not found:
        raise Unreadable("un_number_unreadable")
    return found[1]


def un_number_in_text(text: str) -> str | None:
    """Return the UN number that a text names in passing ("CL 9,UN 3077"); None when it names none."""
    found = _UN_IN_TEXT.search(text)
    return found[1] if found else None


def tax_number_kind(identifier: str) -> str:
    """Return "INN" for what has the form of a tax number of the Union (10, 12 or 14 digits), else "code"."""
    return "INN" if re.fullmatch(r"[0-9]{14}|[0-9]{12}|[0-9]{10}", identifier) else "code"


def _line(raw: str, code: str) -> str:
    """Return the text on one line; one too long for a number or a date is refused before any pattern sees it."""
    if len(raw) > MAX_CHARACTERS:
        raise Unreadable(code)
    return storable(raw)


def _number_from_text(text: str, decimal_mark: str | None) -> Decimal:
    if _EXPONENT.fullmatch(text):
        return Decimal(text)
    if _GROUPED.fullmatch(text):
        text = re.sub(r"[ '’]", "", text)
    elif _THOUSANDS_OR_DECIMALS.fullmatch(text):
        if decimal_mark is None:
            raise Unreadable("number_ambiguous")
        text = text.replace(",", "." if decimal_mark == "," else "")
    elif (grouped := _POINTS_AND_COMMAS.fullmatch(text)) and (grouped[1] == "," or len(re.findall("[.,]", text)) > 1):
        text = text.replace(grouped[1], "")
    if not _PLAIN.fullmatch(text):
        raise Unreadable("number_unreadable")
    try:
        return Decimal(text.replace(",", "."))
    except InvalidOperation:
        raise Unreadable("number_unreadable") from None


def _bounded(number: Decimal, limit: Decimal) -> Decimal:
    if number < 0:
        raise Unreadable("number_negative")
    if number > limit:
        raise Unreadable("number_too_large")
    if number == 0:
        return Decimal(0)  # not -0, not 0E+9
    exponent = int(number.as_tuple().exponent)  # finite here, so it is a number
    if exponent > 0:
        return Decimal(int(number))  # 1E+3 is shown as 1000
    return number.quantize(_SMALLEST) if exponent < -6 else number


def _date_from_text(text: str) -> date:
    if found := _YEAR_FIRST.fullmatch(text):
        year, month, dom = int(found[1]), int(found[2]), int(found[3])
    elif found := _DAY_FIRST.fullmatch(text):
        dom, month, year = int(found[1]), int(found[2]), int(found[3])
        year += 2000 if year < 100 else 0
    elif (found := _MONTH_NAMED.fullmatch(text)) and found[2].lower() in _MONTHS:
        dom, month, year = int(found[1]), _MONTHS[found[2].lower()], int(found[3])
    else:
        raise Unreadable("date_unreadable")
    try:
        return date(year, month, dom)
    except ValueError:
        raise Unreadable("date_unreadable") from None


def _moment_from_text(text: str) -> datetime:
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        pass
    found = _WITH_TIME.fullmatch(text)
    try:
        if not found:
            raise Unreadable("time_unreadable")
        clock = time(int(found[2]), int(found[3]), int(found[4] or 0))
        return datetime.combine(_date_from_text(found[1]), clock)
    except ValueError:  # Unreadable is one too: what is asked for here is a time
        raise Unreadable("time_unreadable") from None


def _without_zone(text: str) -> str:
    return re.sub(r"(?<=[0-9])(?:Z|[+-][0-9]{2}:[0-9]{2})$", "", text) if "T" in text else text


def _plausible(found: date) -> date:
    if not EARLIEST_YEAR <= found.year <= date.today().year + YEARS_AHEAD:
        raise Unreadable("date_absurd")
    return found
