"""The accounts that a new installation starts with: one of each role, another unit's officer, an integration client."""

import secrets
from dataclasses import dataclass

from django.conf import settings

from consignments.models import PortControlUnit, Source
from pcu_platform.models import Officer
from pcu_platform.roles import Role


@dataclass(frozen=True, slots=True)
class Account:
    """unit: a unit's code, "" for roles that belong to none."""

    username: str
    full_name: str
    role: str
    unit: str = "BATKEN"
    language: str = ""


ACCOUNTS = (
    Account("analyst", "Aigul Toktosunova", Role.ANALYST),
    Account("analyst2", "Nurlan Sadykov", Role.ANALYST),
    Account("examiner", "Bakyt Mamatov", Role.EXAMINER),
    Account("examiner2", "Zarina Kholmatova", Role.EXAMINER),
    Account("supervisor", "Gulnara Abdyldaeva", Role.SUPERVISOR),
    Account("supervisor2", "Timur Ergeshov", Role.SUPERVISOR),
    Account("unithead", "Kanybek Osmonov", Role.UNIT_HEAD),
    Account("coordinator", "Elena Sokolova", Role.COORDINATOR, ""),
    Account("auditor", "Marat Beishenaliev", Role.AUDITOR, ""),
    Account("admin", "Platform Administrator", Role.ADMINISTRATOR, ""),
    Account("osh_analyst", "Dilnoza Yusupova", Role.ANALYST, "OSH"),
    Account("osh_examiner", "Azamat Isakov", Role.EXAMINER, "OSH"),
    Account("osh_supervisor", "Cholpon Jeenbekova", Role.SUPERVISOR, "OSH"),
    Account("client", "Manifest gateway", Role.CLIENT),
)
CLIENT_SOURCE = "Manifest gateway"


def load_accounts() -> str | None:
    """Make the accounts that are missing. Return the password made up for them, None when none was made up.

    The password is PCU_DEMO_PASSWORD where it is set. Accounts that exist keep theirs.
    """
    units = {unit.code: unit for unit in PortControlUnit.objects.all()}
    existing = set(Officer.objects.values_list("username", flat=True))
    missing = [account for account in ACCOUNTS if account.username not in existing]
    if not missing:
        return None
    password = settings.DEMO_PASSWORD or secrets.token_urlsafe(12)
    # One hash for all: argon2 is slow on purpose, and these accounts share one password anyway.
    pattern = Officer()
    pattern.set_password(password)
    for account in missing:
        officer = Officer.objects.create(
            username=account.username,
            full_name=account.full_name,
            role=account.role,
            unit=units.get(account.unit),
            language=account.language,
            password=pattern.password,
        )
        if account.role == Role.CLIENT:
            Source.objects.create(unit=units[account.unit], name=CLIENT_SOURCE, client=officer)
    return None if settings.DEMO_PASSWORD else password
