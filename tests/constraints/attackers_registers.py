"""For every constraint of the registers: something that tries to break it."""

from datetime import date
from typing import Any

from django.utils import timezone

from profiling.models import CompanyLicence, RegisteredBrand, RegisteredCompany, RegisterFeed


def company(**fields: Any) -> RegisteredCompany:
    return RegisteredCompany.objects.create(**{"inn_key": "01203201810045", "name": "Nur", "name_key": "nur", **fields})


def licence(**fields: Any) -> CompanyLicence:
    return CompanyLicence.objects.create(**{"inn_key": "01203201810045", "kind": "tobacco", "number": "T-1", **fields})


def brand(**fields: Any) -> RegisteredBrand:
    return RegisteredBrand.objects.create(**{"word_key": "velmora", "word": "Velmora", **fields})


def feed(**fields: Any) -> RegisterFeed:
    kept = {"register": "companies", "fed_at": timezone.now(), "sha256": "0" * 64, "rows_taken": 1}
    return RegisterFeed.objects.create(**kept | fields)


ATTACKERS = {
    "brand_has_letters": lambda: brand(word_key=""),
    "company_status_is_named": lambda: company(status="asleep"),
    "licence_ends_after_it_begins": lambda: licence(valid_from=date(2026, 1, 2), valid_until=date(2026, 1, 1)),
    "licence_kind_is_named": lambda: licence(kind="fishing"),
    "one_licence_of_a_number": lambda: (licence(), licence()),
    "profiling_registeredbrand_word_key_key": lambda: (brand(), brand()),
    "profiling_registeredcompany_inn_key_key": lambda: (company(), company()),
    "register_is_named": lambda: feed(register="ships"),
    "registered_company_has_a_tax_number": lambda: company(inn_key=""),
}
