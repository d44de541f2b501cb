"""Readers of what ASYCUDA writes in a way of its own: days in the American order, and 0 where nothing is known."""

import re
from datetime import date, datetime, time, tzinfo
from decimal import Decimal

from .. import places, reading
from ..noting import Notes, storable
from ..values import Severity
from .segment import Segment

_SLASHED = re.compile(r"([0-9]{1,2})/([0-9]{1,2})/([0-9]{4}|[0-9]{2})")
_CLOCK = re.compile(r"([0-9]{1,2}):?([0-9]{2})(?::?[0-9]{2})?")

MODES = {"1": "sea", "2": "rail", "3": "road", "4": "air"}  # by the first digit: 30 is road, too


def day(raw: str) -> date:
    """Return a day. ASYCUDA writes dates like 1/31/26, the month first; with four digits of the year the day is first,
    unless only the other order is a date."""
    found = _SLASHED.fullmatch(storable(raw))
    if found is None:
        return reading.day(raw)
    first, second, year = found.groups()
    month_first = (len(year) == 2 and int(first) <= 12) or int(second) > 12
    dom, month = (second, first) if month_first else (first, second)
    return reading.day(f"{dom}.{month}.{year}")


def moment(on: date | None, clock: str | None, local_zone: tzinfo) -> datetime | None:
    """Return the local time made of a day and a clock; None where either is missing or the clock is unreadable."""
    found = _CLOCK.fullmatch(clock or "")
    if on is None or found is None or int(found[1]) > 23 or int(found[2]) > 59:
        return None
    return datetime.combine(on, time(int(found[1]), int(found[2])), local_zone)


def count(segment: Segment, thing: str, notes: Notes) -> int | None:
    """Return a number of packages. 0 is what a ro-ro manifest says of cars: nobody counted, so it is not known.

    Declarations share a package among lines as 0.25; such a part cannot be kept, and does not reject what is around it.
    """
    return segment.read(thing, reading.count, notes, Severity.WARNING) or None


def mass_kg(segment: Segment, thing: str, notes: Notes) -> Decimal | None:
    return segment.read(thing, reading.mass_kg, notes) or None


def volume_m3(segment: Segment, thing: str, notes: Notes) -> Decimal | None:
    return segment.read(thing, reading.volume_m3, notes) or None


def money(segment: Segment, amount_thing: str, currency_thing: str, notes: Notes) -> tuple[Decimal | None, str | None]:
    """Return amount and currency; most bills state 0, which says nothing, and then the currency says nothing either."""
    amount = segment.read(amount_thing, reading.amount, notes)
    if not amount:
        return None, None
    return amount, segment.read(currency_thing, places.currency, notes, Severity.WARNING)
