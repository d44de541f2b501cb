"""One record of a published list as a plain value, whatever layout it came in."""

import hashlib
import json
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache

import pycountry

from profiling.models import ListKind

MOST_OF_A_KIND = 60  # aliases, numbers, addresses of one record
LONGEST_NAME, LONGEST_NUMBER, LONGEST_ADDRESS, LONGEST_NOTE, LONGEST_SOURCE_ID = 300, 60, 500, 2000, 120

_DAY = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
_SPOKEN_DAY = re.compile(r"(?:(?:(\d{1,2}) )?([A-Za-z]{3})[a-z]* )?(\d{4})")
_MONTHS = {
    month: number
    for number, month in enumerate(
        ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"], start=1
    )
}
# As sanctions lists call them; others as ISO 3166 does.
_COUNTRIES = {
    "russia": "RU",
    "iran": "IR",
    "syria": "SY",
    "north korea": "KP",
    "korea, north": "KP",
    "korea, south": "KR",
    "turkey": "TR",
    "burma": "MM",
    "moldova": "MD",
    "venezuela": "VE",
    "tanzania": "TZ",
    "bolivia": "BO",
    "kyrgyz republic": "KG",
}


@dataclass(frozen=True, slots=True)
class Published:
    """record: where it stands in the files (line, or the publisher's number). kind: a kind of list, None for others.

    names: the first is the name, the rest are aliases. birth_dates: "1975", "1975-03", "1975-03-14".
    countries: ISO 3166-1 alpha-2.
    """

    record: str
    source_id: str
    kind: ListKind | None
    names: tuple[str, ...] = ()
    imo: str = ""
    identifiers: tuple[str, ...] = ()
    birth_dates: tuple[str, ...] = ()
    addresses: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    note: str = ""

    def digest(self) -> str:
        """What tells a record that changed from one that did not; where it stands in the file does not count."""
        said = [self.source_id, self.names, self.imo, self.identifiers, self.birth_dates, self.addresses]
        told = json.dumps([*said, self.countries, self.note], ensure_ascii=False)
        return hashlib.blake2b(told.encode(), digest_size=16).hexdigest()


@dataclass(frozen=True, slots=True)
class Unread:
    """A record that stays out, and why."""

    record: str
    problem: str


@dataclass(slots=True)
class Draft:
    """A record while it is put together; `finished` cuts, folds and orders what was collected."""

    record: str
    source_id: str = ""
    kind: ListKind | None = None
    names: list[str] = field(default_factory=list)
    imo: str = ""
    identifiers: list[str] = field(default_factory=list)
    birth_dates: list[str] = field(default_factory=list)
    addresses: list[str] = field(default_factory=list)
    countries: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def finished(self) -> Published:
        return Published(
            self.record,
            _clean(self.source_id)[:LONGEST_SOURCE_ID],
            self.kind,
            _kept(self.names, LONGEST_NAME),
            self.imo,
            tuple(sorted(_kept(self.identifiers, LONGEST_NUMBER))),
            tuple(sorted({day for text in self.birth_dates if (day := iso_day(text))})),
            tuple(sorted(_kept(self.addresses, LONGEST_ADDRESS))),
            tuple(sorted({code for text in self.countries if (code := country_code(text))})),
            _clean("; ".join(filter(None, self.notes)))[:LONGEST_NOTE],
        )


def iso_day(text: str) -> str:
    """Return a date of birth as "1975", "1975-03" or "1975-03-14": from ISO, or "14 Mar 1975"; "" for none.

    "circa 1975" is 1975; of a range the first year.
    """
    text = text.strip().removeprefix("circa ")
    found = _DAY.match(text)
    if found:
        return "-".join(part for part in found.groups() if part)
    spoken = _SPOKEN_DAY.match(text)
    if not spoken:
        return ""
    day, month, year = spoken.groups()
    number = _MONTHS.get(month.lower()) if month else None
    if number is None:
        return str(year)
    return f"{year}-{number:02}-{int(day):02}" if day else f"{year}-{number:02}"


@lru_cache(maxsize=2_000)
def country_code(text: str) -> str:
    """Return the two-letter code of a country stated by code or English name; "" for none."""
    text = text.strip()
    if len(text) == 2 and text.isascii() and text.isalpha():
        return text.upper()
    if known := _COUNTRIES.get(text.lower()):
        return known
    try:
        return str(pycountry.countries.lookup(text).alpha_2)
    except LookupError:
        return ""


def _kept(texts: Iterable[str], longest: int) -> tuple[str, ...]:
    """Each once, in order, without what is too long to be what it says."""
    cleaned = (_clean(text) for text in texts)
    return tuple(dict.fromkeys(text for text in cleaned if text and len(text) <= longest))[:MOST_OF_A_KIND]


def _clean(text: str) -> str:
    return " ".join(text.replace("\x00", " ").split())
