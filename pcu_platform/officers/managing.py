"""The verbs of accounts: open one, change it, switch it off and on, let its officer choose a password, issue tokens.

Whoever manages may give only the roles below its own, and never touches its own account.
"""

from django.contrib.auth.tokens import default_token_generator
from django.db import IntegrityError, transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _
from knox.models import get_token_model

from consignments.models import PortControlUnit, Source, record
from consignments.refusing import Refused
from pcu_platform.models import Officer
from pcu_platform.roles import CLIENTS, Role

GIVEN_BY_UNIT_HEAD = [Role.ANALYST, Role.EXAMINER, Role.SUPERVISOR, Role.CLIENT]
CENTRAL = [Role.COORDINATOR, Role.AUDITOR, Role.ADMINISTRATOR]


def managed_by(manager: Officer) -> QuerySet[Officer]:
    """The accounts this manager sees: all of them, or those of its unit."""
    if manager.may("manage_all_officers"):
        return Officer.objects.all()
    return Officer.objects.filter(unit=manager.unit_id) if manager.may("manage_officers") else Officer.objects.none()


def roles_given_by(manager: Officer) -> list[Role]:
    """The roles this manager may give, and whose accounts it may change."""
    return list(Role) if manager.may("manage_all_officers") else GIVEN_BY_UNIT_HEAD


def may_change(manager: Officer, officer: Officer) -> bool:
    """Whether the manager may change this account, which it sees; nobody changes their own."""
    return officer.pk != manager.pk and officer.role in roles_given_by(manager)


def open_account(
    manager: Officer, *, username: str, full_name: str, role: str, unit: PortControlUnit | None
) -> Officer:
    """Return a new account without a password: its officer chooses one by the first sign-in."""
    _must_be_given_by(manager, role, unit)
    opened = Officer(username=username, full_name=full_name, role=role, unit=unit)
    opened.set_unusable_password()
    try:
        with transaction.atomic():
            opened.save()
            record("officer", opened.pk, "opened", actor=manager, after=_account(opened))
    except IntegrityError:
        raise Refused("name_taken", _("There is an account of this name already.")) from None
    return opened


@transaction.atomic
def change_account(
    manager: Officer, officer: Officer, *, full_name: str, role: str, unit: PortControlUnit | None
) -> None:
    """Change name, role or unit. Tokens do not follow into another role: they were given to a system for this one."""
    locked = _locked(manager, officer)
    _must_be_given_by(manager, role, unit)
    before = _account(locked)
    if locked.role != role:
        tokens_of(locked).delete()
    locked.full_name, locked.role, locked.unit = full_name, role, unit
    locked.save(update_fields=["full_name", "role", "unit"])
    if unit is not None:
        # What a client sends falls to the unit it belongs to now; what it sent before stays where it is.
        Source.objects.filter(client=locked).update(unit=unit)
    record("officer", locked.pk, "changed", actor=manager, before=before, after=_account(locked))


@transaction.atomic
def switch_account(manager: Officer, officer: Officer, *, is_active: bool, reason: str) -> None:
    """Let the officer in no longer, or again. Sessions and tokens of an account switched off are void at once."""
    locked = _locked(manager, officer)
    if not reason.strip():
        raise Refused("reason_missing", _("Say why the account is switched."))
    locked.is_active = is_active
    locked.save(update_fields=["is_active"])
    if not is_active:
        tokens_of(locked).delete()
    verb = "switched_on" if is_active else "switched_off"
    record("officer", locked.pk, verb, actor=manager, reason=reason.strip())


@transaction.atomic
def invite(manager: Officer, officer: Officer) -> str:
    """Void the password and return a key by which the officer, once and within three days, chooses a new one."""
    locked = _locked(manager, officer)
    if locked.role in CLIENTS:
        raise Refused("clients_have_tokens", _("An integration client signs in by token."))
    locked.set_unusable_password()
    locked.save(update_fields=["password"])
    record("officer", locked.pk, "invited", actor=manager)
    return default_token_generator.make_token(locked)


@transaction.atomic
def choose_password(officer: Officer, key: str, password: str) -> None:
    """Set the password of whoever holds a key of `invite`; the key is void after it."""
    locked = Officer.objects.select_for_update().get(pk=officer.pk)
    if not locked.is_active or not default_token_generator.check_token(locked, key):
        raise Refused("key_void", _("This address was used already or is too old. Ask for a new one."))
    locked.set_password(password)
    locked.save(update_fields=["password"])
    record("officer", locked.pk, "password_chosen", actor=locked)


@transaction.atomic
def issue_token(manager: Officer, client: Officer) -> str:
    """Return a new API token of an integration client; it is shown once. Earlier ones stay until revoked."""
    locked = _locked(manager, client)
    if locked.role not in CLIENTS or not locked.is_active:
        raise Refused("no_client", _("Only an active integration client has tokens here."))
    kept, token = get_token_model().objects.create(user=locked)
    record("officer", locked.pk, "token_issued", actor=manager, after={"token": kept.token_key})
    return token


@transaction.atomic
def revoke_token(manager: Officer, client: Officer, token_key: str) -> None:
    """Make a token void; `token_key` is its first letters, by which it is shown."""
    locked = _locked(manager, client)
    revoked, _each = tokens_of(locked).filter(token_key=token_key).delete()
    if not revoked:
        raise Refused("no_token", _("There is no such token."))
    record("officer", locked.pk, "token_revoked", actor=manager, after={"token": token_key})


def tokens_of(officer: Officer) -> QuerySet:
    """The API tokens of an account, newest first."""
    return get_token_model().objects.filter(user=officer).order_by("-created")


def _locked(manager: Officer, officer: Officer) -> Officer:
    """Return a fresh, locked copy of an account that the manager may change."""
    locked = managed_by(manager).select_for_update().filter(pk=officer.pk).first()
    if locked is None or not may_change(manager, locked):
        raise Refused("not_yours_to_change", _("You may not change this account."))
    return locked


def _must_be_given_by(manager: Officer, role: str, unit: PortControlUnit | None) -> None:
    if role not in roles_given_by(manager):
        raise Refused("role_not_given", _("You may not give this role."))
    if unit is None and role not in CENTRAL:
        raise Refused("unit_missing", _("This role belongs to a unit."))
    if not manager.may("manage_all_officers") and (unit is None or unit.pk != manager.unit_id):
        raise Refused("unit_not_yours", _("You keep the accounts of your own unit only."))


def _account(officer: Officer) -> dict[str, str]:
    unit = officer.unit
    return {"role": str(officer.role), "unit": unit.code if unit else ""}
