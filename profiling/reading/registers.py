"""Reads what the registers hold on the traders of a batch; brands stay in memory until they are fed anew."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from consignments.keys.identifiers import inn_key
from consignments.keys.names import name_key
from profiling.facts.known import KnownParty
from profiling.facts.registers import KnownBrand, KnownCompany, Registers
from profiling.facts.tax_numbers import tax_number_of
from profiling.models import (
    CompanyLicence,
    CompanyStatus,
    LicenceKind,
    Register,
    RegisteredBrand,
    RegisteredCompany,
    RegisterFeed,
)

_brands: tuple[int, Mapping[str, Sequence[KnownBrand]]] = (0, {})


def registers_for(parties: Iterable[KnownParty]) -> Registers:
    """Return the registers, with the companies and licences of these parties."""
    fed = frozenset(
        RegisterFeed.objects.filter(is_whole=True).order_by("register").values_list("register", flat=True).distinct()
    )
    if not fed:
        return Registers()
    parties = list(parties)
    numbers = {inn_key(number) for party in parties if (number := tax_number_of(party))}
    names = {name_key(party.name) for party in parties if party.name and not tax_number_of(party)} - {""}
    by_inn, by_name = _companies(numbers, names) if Register.COMPANIES in fed else ({}, {})
    return Registers(
        fed=fed,
        by_inn=by_inn,
        by_name=by_name,
        tobacco=_tobacco(numbers) if Register.LICENCES in fed else {},
        brands=_current_brands() if Register.BRANDS in fed else {},
    )


def companies_at(address_keys: Iterable[str]) -> dict[str, int]:
    """Return how many registered companies there are at each of the hashed addresses, those that have any."""
    counted: dict[str, int] = defaultdict(int)
    keys = [key for key in address_keys if key]
    for key in RegisteredCompany.objects.filter(address_key__in=keys).values_list("address_key", flat=True):
        counted[key] += 1
    return counted


def _companies(numbers: set[str], names: set[str]) -> tuple[dict[str, KnownCompany], dict[str, KnownCompany]]:
    by_inn = {row.inn_key: _known(row) for row in RegisteredCompany.objects.filter(inn_key__in=numbers)}
    named: dict[str, list[KnownCompany]] = defaultdict(list)
    for row in RegisteredCompany.objects.filter(name_key__in=names):
        named[row.name_key].append(_known(row))
    # Two firms of one name are not told apart by it.
    return by_inn, {key: found[0] for key, found in named.items() if len(found) == 1}


def _known(row: RegisteredCompany) -> KnownCompany:
    return KnownCompany(
        inn_key=row.inn_key,
        name=row.name,
        registered_on=row.registered_on,
        is_closed=row.status == CompanyStatus.CLOSED,
        activity_codes=tuple(row.activity_codes),
    )


def _tobacco(numbers: set[str]) -> dict[str, list[tuple[date | None, date | None]]]:
    held: dict[str, list[tuple[date | None, date | None]]] = defaultdict(list)
    rows = CompanyLicence.objects.filter(inn_key__in=numbers, kind=LicenceKind.TOBACCO)
    for number, begins, ends in rows.values_list("inn_key", "valid_from", "valid_until"):
        held[number].append((begins, ends))
    return held


def _current_brands() -> Mapping[str, Sequence[KnownBrand]]:
    global _brands
    newest = RegisterFeed.objects.filter(register=Register.BRANDS).order_by("-pk").values_list("pk", flat=True).first()
    if newest != _brands[0]:
        found: dict[str, list[KnownBrand]] = defaultdict(list)
        for row in RegisteredBrand.objects.all():
            brand = KnownBrand(row.word, tuple(row.word_key.split()), tuple(row.origin_countries))
            found[brand.words[0]].append(brand)
        for brands in found.values():
            brands.sort(key=lambda brand: -len(brand.words))
        _brands = (newest or 0, found)
    return _brands[1]
