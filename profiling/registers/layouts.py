"""What a row of each register holds, and how its cells become a record: companies, licences, brands, owners, values."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import models
from django.utils.translation import gettext as _

from consignments.keys.addresses import address_is_incomplete, address_key
from consignments.keys.identifiers import container_number, inn_key
from consignments.keys.names import name_key
from consignments.keys.transliteration import latin_words
from profiling.facts.trader_keys import hashed
from profiling.models import (
    CompanyLicence,
    CompanyStatus,
    ContainerOwner,
    LicenceKind,
    MirrorUnitValue,
    OwnerKind,
    Register,
    RegisteredBrand,
    RegisteredCompany,
)

_SEPARATED = re.compile(r"[\s,;|/]+")
_ACTIVITY = re.compile(r"\d{2}(?:\.\d{1,2}){0,3}")
_COUNTRY = re.compile(r"[A-Z]{2}")
_PREFIX = re.compile(r"[A-Z]{3}[UJZ]")
LETTERS_WITHOUT_CATEGORY = 3
_HEADING = re.compile(r"\d{4}", re.ASCII)
_MONTH = re.compile(r"(20\d\d)-(0[1-9]|1[0-2])(?:-\d\d)?", re.ASCII)
DEAREST_USD_PER_KG = 1e9
OWNER_KINDS = {
    "судоходная линия": OwnerKind.LINE,
    "лизинг": OwnerKind.LESSOR,
    "грузоотправитель": OwnerKind.SHIPPER,
} | {kind.value: kind for kind in OwnerKind}

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


def owner(stated: Mapping[str, str]) -> dict[str, Any]:
    prefix = container_number(stated["prefix"])
    prefix += "U" if len(prefix) == LETTERS_WITHOUT_CATEGORY else ""  # the register leaves the U out
    if not _PREFIX.fullmatch(prefix):
        raise RowRefused(_("The letters of an owner are three, and U, J or Z: MSKU."))
    kind = OWNER_KINDS.get(stated.get("kind", "").lower())
    if kind is None:
        raise RowRefused(_("The kind of an owner is none of: line, lessor, shipper."))
    country = stated.get("country", "").upper()
    if country and not _COUNTRY.fullmatch(country):
        raise RowRefused(_("Countries are written with two letters, as IT PT."))
    return {"prefix": prefix, "owner": _text(stated, "owner", 300), "country": country, "kind": kind}


def mirror_value(stated: Mapping[str, str]) -> dict[str, Any]:
    heading, country = stated["hs4"].replace(".", ""), stated["partner_country"].upper()
    if not _HEADING.fullmatch(heading) or not _COUNTRY.fullmatch(country):
        raise RowRefused(_("A row needs a heading of four digits and a country of two letters."))
    month = _MONTH.fullmatch(stated["month"])
    if month is None:
        raise RowRefused(_("The month is written as 2026-07."))
    try:
        usd = float(stated["usd_per_kg"].replace(",", "."))
    except ValueError:
        usd = 0.0
    if not 0 < usd < DEAREST_USD_PER_KG:
        raise RowRefused(_("The value per kg is a number above 0."))
    first_day = date(int(month[1]), int(month[2]), 1)
    return {"hs4": heading, "partner_country": country, "month": first_day, "usd_per_kg": usd}


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
    Register.OWNERS: Layout(
        ("prefix", "owner", "country", "kind"), frozenset(["prefix", "owner"]), ContainerOwner, ("prefix",), owner
    ),
    Register.MIRROR: Layout(
        ("hs4", "partner_country", "month", "usd_per_kg"),
        frozenset(["hs4", "partner_country", "month", "usd_per_kg"]),
        MirrorUnitValue,
        ("hs4", "partner_country", "month"),
        mirror_value,
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
