"""Reads what the registers hold on the carriers, intermediaries and boxes of a batch, and partners' statistics."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from django.db import connection

from profiling.facts.carriers import CarrierRegisters, Licence, Owner, number_of, owner_letters
from profiling.facts.known import KnownConsignment
from profiling.facts.registers import KnownCompany
from profiling.models import (
    CompanyLicence,
    CompanyStatus,
    ContainerOwner,
    LicenceKind,
    Register,
    RegisteredCompany,
    RegisterFeed,
)

# Statistics come months late; older ones say nothing of today's prices.
MIRROR_WITHIN = "18 months"

_MIRROR = f"""
SELECT a.hs4, a.country, a.month, m.usd_per_kg, m.month
FROM unnest(%(hs4s)s::text[], %(countries)s::text[], %(months)s::date[]) AS a(hs4, country, month)
CROSS JOIN LATERAL (
    SELECT m.usd_per_kg, m.month FROM profiling_mirrorunitvalue m
    WHERE m.hs4 = a.hs4 AND m.partner_country = a.country AND m.month <= a.month
        AND m.month > a.month - interval '{MIRROR_WITHIN}'
    ORDER BY m.month DESC LIMIT 1) m
"""
Stated = tuple[str, str, date]  # heading, country, first day of the month


def fed_registers() -> frozenset[str]:
    """Return the registers of which a whole file is there."""
    return frozenset(RegisterFeed.objects.filter(is_whole=True).values_list("register", flat=True).distinct())


def carrier_registers(known: Sequence[KnownConsignment], fed: frozenset[str]) -> CarrierRegisters:
    """Return what the fed registers hold on the parties and boxes of these consignments."""
    if not fed:
        return CarrierRegisters()
    numbers = {number_of(party) for one in known for party in one.parties} - {""}
    letters = {letters for one in known for _number, letters in owner_letters(one)}
    return CarrierRegisters(
        fed=fed,
        companies=_companies(numbers) if Register.COMPANIES in fed else {},
        licences=_licences(numbers) if Register.LICENCES in fed else {},
        owners=_owners(letters) if Register.OWNERS in fed else {},
    )


def mirror_values(stated: Iterable[Stated], fed: frozenset[str]) -> dict[Stated, tuple[float, date]]:
    """Return (USD per kg, month of the statistics) for those of the headings and countries that are known."""
    asked = sorted(set(stated))
    if Register.MIRROR not in fed or not asked:
        return {}
    with connection.cursor() as cursor:
        hs4s, countries, months = ([each[place] for each in asked] for place in range(3))
        arguments: dict[str, Any] = {"hs4s": hs4s, "countries": countries, "months": months}
        cursor.execute(_MIRROR, arguments)
        return {(hs4, country, month): (usd, of) for hs4, country, month, usd, of in cursor.fetchall()}


def _companies(numbers: Iterable[str]) -> dict[str, KnownCompany]:
    return {
        row.inn_key: KnownCompany(
            row.inn_key, row.name, row.registered_on, row.status == CompanyStatus.CLOSED, tuple(row.activity_codes)
        )
        for row in RegisteredCompany.objects.filter(inn_key__in=numbers)
    }


def _licences(numbers: Iterable[str]) -> dict[str, list[Licence]]:
    held: dict[str, list[Licence]] = defaultdict(list)
    for row in CompanyLicence.objects.filter(inn_key__in=numbers, kind=LicenceKind.CARRIAGE):
        held[row.inn_key].append(Licence(row.number, row.valid_from, row.valid_until))
    return held


def _owners(letters: Iterable[str]) -> dict[str, Owner]:
    return {row.prefix: Owner(row.owner, row.kind) for row in ContainerOwner.objects.filter(prefix__in=letters)}
