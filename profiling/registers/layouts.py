"""What a row of each register holds, and how its cells become a record: companies, licences, protected brands."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import models
from django.utils.translation import gettext as _

from consignments.keys.addresses import address_is_incomplete, address_key
from consignments.keys.identifiers import inn_key
from consignments.keys.names import name_key
from consignments.keys.transliteration import latin_words
from profiling.facts.trader_keys import hashed
from profiling.models import (
    CompanyLicence,
    CompanyStatus,
    LicenceKind,
    Register,
    RegisteredBrand,
    RegisteredCompany,
)

_SEPARATED = re.compile(r"[\s,;|/]+")
_ACTIVITY = re.compile(r"\d{2}(?:\.\d{1,2}){0,3}")
_COUNTRY = re.compile(r"[A-Z]{2}")

STATUSES = {
    "": CompanyStatus.ACTIVE,
    "действует": CompanyStatus.ACTIVE,
    "действующий": CompanyStatus.ACTIVE,
    "приостановлен": CompanyStatus.SUSPENDED,
    "ликвидирован": CompanyStatus.CLOSED,
    "закрыт": CompanyStatus.CLOSED,
    "liquidated": CompanyStatus.CLOSED,
} | {status.value: status for status in CompanyStatus}
LICENCES = {
    "табак": LicenceKind.TOBACCO,
    "алкоголь": LicenceKind.ALCOHOL,
    "прекурсоры": LicenceKind.PRECURSORS,
    "перевозки": LicenceKind.CARRIAGE,
} | {kind.value: kind for kind in LicenceKind}


class RowRefused(ValueError):
    """Why a row cannot go in; the text is for whoever sends it."""


@dataclass(frozen=True, slots=True)
class Layout:
    """One register: its columns (the needed ones first), its model, what makes two rows one, and the row reader."""

    columns: tuple[str, ...]
    needed: frozenset[str]
    model: type[models.Model]
    unique: tuple[str, ...]
    record: Callable[[Mapping[str, str]], dict[str, Any]]


def company(stated: Mapping[str, str]) -> dict[str, Any]:
    address = stated.get("address", "")[:500]
    is_whole = bool(address) and address_is_incomplete(text=address) is False
    status = STATUSES.get(stated.get("status", "").lower())
    if status is None:
        raise RowRefused(_("The status is none of: active, suspended, closed."))
    return {
        "inn_key": _number(stated),
        "name": _text(stated, "name", 300),
        "name_key": name_key(stated["name"])[:300],
        "registered_on": _day(stated, "registered_on"),
        "status": status,
        "activity_codes": _activities(stated.get("activity_codes", "")),
        "address": address,
        "address_key": hashed(address_key(address)) if is_whole else "",
    }


def licence(stated: Mapping[str, str]) -> dict[str, Any]:
    begins, ends = _day(stated, "valid_from"), _day(stated, "valid_until")
    if begins and ends and ends < begins:
        raise RowRefused(_("The licence ends before it begins."))
    return {
        "inn_key": _number(stated),
        "kind": LICENCES.get(stated["kind"].lower(), LicenceKind.OTHER),
        "number": _text(stated, "number", 60),
        "valid_from": begins,
        "valid_until": ends,
    }


def brand(stated: Mapping[str, str]) -> dict[str, Any]:
    key = " ".join(latin_words(stated["word"]))
    if not any(map(str.isalpha, key)):
        raise RowRefused(_("The brand has no letters."))
    countries = [country for country in _SEPARATED.split(stated.get("origin_countries", "").upper()) if country]
    if not all(map(_COUNTRY.fullmatch, countries)):
        raise RowRefused(_("Countries are written with two letters, as IT PT."))
    return {
        "word_key": key[:120],
        "word": _text(stated, "word", 120),
        "holder": stated.get("holder", "")[:300],
        "origin_countries": countries,
    }


LAYOUTS: dict[str, Layout] = {
    Register.COMPANIES: Layout(
        ("inn", "name", "registered_on", "status", "activity_codes", "address"),
        frozenset(["inn", "name"]),
        RegisteredCompany,
        ("inn_key",),
        company,
    ),
    Register.LICENCES: Layout(
        ("inn", "kind", "number", "valid_from", "valid_until"),
        frozenset(["inn", "kind", "number"]),
        CompanyLicence,
        ("inn_key", "kind", "number"),
        licence,
    ),
    Register.BRANDS: Layout(
        ("word", "holder", "origin_countries"), frozenset(["word"]), RegisteredBrand, ("word_key",), brand
    ),
}


def _number(stated: Mapping[str, str]) -> str:
    key = inn_key(stated["inn"])
    if not key or len(key) > 20:
        raise RowRefused(_("The tax number has no digits, or too many."))
    return key


def _text(stated: Mapping[str, str], column: str, longest: int) -> str:
    if len(stated[column]) > longest:
        raise RowRefused(_("The column “%(column)s” is too long.") % {"column": column})
    return stated[column]


def _day(stated: Mapping[str, str], column: str) -> date | None:
    text = stated.get(column, "")
    if not text:
        return None
    for form in ("%Y-%m-%d", "%d.%m.%Y"):
        try:
            return datetime.strptime(text, form).date()
        except ValueError:
            continue
    raise RowRefused(_("The column “%(column)s” is no day such as 2024-03-31.") % {"column": column})


def _activities(text: str) -> list[str]:
    codes = [code for code in _SEPARATED.split(text) if code]
    if not all(map(_ACTIVITY.fullmatch, codes)):
        raise RowRefused(_("Activities are codes such as 46.39, with a space between them."))
    return [code[:10] for code in codes]
