"""The life of a profile version: draft, submitted, approved by another person, active, suspended, expired, withdrawn.

Each verb locks the row, refuses with a reason what may not be done now, and appends to the log, in one transaction.
"""

import hashlib
import json
from datetime import date, timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from consignments.models import CaseEvent, record
from consignments.refusing import Refused
from profiling.conditions.definition import read_definition
from profiling.conditions.fault import Fault
from profiling.rounds import open_rounds

from .version_record import VersionRecord

CONTENT = ["definition", "instruction", "instruction_ru", "instruction_ky", "valid_from", "valid_until"]
LONGEST_VALIDITY = timedelta(days=365)
REVIEW_BEFORE = timedelta(days=30)  # the reminder comes so long before the end
SUBJECT = "profile_version"
NEVER_ACTIVE = ["draft", "submitted", "approved"]
DRAFT_AGAIN: dict[str, Any] = {
    "state": "draft",
    "submitted_at": None,
    "submitted_backtest": None,
    "no_backtest_because": "",
    "approver": None,
    "approved_at": None,
}


class DefinitionRefused(Refused):
    """The definition has faults; each names its path, the problem and the remedy."""

    def __init__(self, faults: list[Fault]):
        super().__init__("definition_faulty", _("The definition has faults. Mend each where it is marked."))
        self.faults = faults


class Lifecycle(VersionRecord):
    """The verbs; `ProfileVersion` adds the constraints."""

    class Meta(VersionRecord.Meta):
        abstract = True

    @transaction.atomic
    def edit(self, officer, **content) -> None:
        """Change fields of CONTENT of a version that was never active; a submitted or approved one is a draft again."""
        self._lock()
        self._must_be(NEVER_ACTIVE, _("This version was active and is frozen. Make a new version from it."))
        self._must_be_by(officer)
        if "definition" in content:
            content["definition"] = checked(content["definition"])
        before = self._step()
        changed = {name: value for name, value in content.items() if getattr(self, name) != value}
        for name in changed:
            if name not in CONTENT:
                raise ValueError(f"{name} is not edited")
            before[name] = _plain(getattr(self, name))
            setattr(self, name, changed[name])
        self._must_fit_a_year()
        # An approval is of what was read; after an edit nobody has read it.
        for name, value in DRAFT_AGAIN.items():
            setattr(self, name, value)
        self.save()
        after = self._step() | {name: _plain(value) for name, value in changed.items()}
        self._log("edited", officer, "", before, after)

    @transaction.atomic
    def submit(self, officer, reason: str = "", no_backtest_because: str = "") -> None:
        """Ask another person for approval; `reason` says to that person why the version is wanted.

        A recent backtest of exactly this definition goes with it, or the reason why there is none.
        """
        self._lock()
        self._must_be(["draft"], _("Only a draft is submitted."))
        self._must_be_by(officer)
        checked(self.definition)
        shown = self.current_backtest()
        excuse = "" if shown else no_backtest_because.strip()
        if shown is None and not excuse:
            raise Refused("backtest_missing", _("Run a backtest of what it says now, or say why there is none."))
        kept = {"submitted_backtest": shown, "no_backtest_because": excuse}
        self._move("submitted", officer, reason, state="submitted", submitted_at=timezone.now(), **kept)

    @transaction.atomic
    def send_back(self, officer, reason: str) -> None:
        """Make it a draft again, with what has to change."""
        self._lock()
        self._must_be(["submitted", "approved"], _("Only what was submitted can be sent back."))
        self._move("sent_back", officer, _stated(reason), **DRAFT_AGAIN)

    @transaction.atomic
    def approve(self, officer, reason: str = "") -> None:
        """Put one's name to it; never one's own version."""
        self._lock()
        self._must_be(["submitted"], _("Only a submitted version is approved."))
        if officer.pk == self.author_id:
            raise Refused("second_officer_needed", _("You wrote this version; another person has to approve it."))
        checked(self.definition)
        self._must_not_be_over()
        self._move("approved", officer, reason, state="approved", approver_id=officer.pk, approved_at=timezone.now())

    @transaction.atomic
    def activate(self, officer) -> None:
        """Switch on an approved or suspended version in place of the active one; open cases get a new round."""
        # The profile's row is locked first: two versions of it cannot become active at once.
        profile = type(self.profile).objects.select_for_update().get(pk=self.profile_id)
        self._lock()
        self._must_be(["approved", "suspended"], _("Only an approved or suspended version is activated."))
        if profile.disabled_because:
            raise Refused("profile_disabled", profile.disabled_because)
        checked(self.definition)
        self._must_not_be_over()
        if self.valid_from > timezone.localdate():
            raise Refused("not_yet_valid", _("It is valid from %(day)s only.") % {"day": _day(self.valid_from)})
        for replaced in profile.versions.filter(state="active"):
            replaced.suspend(officer, _("Replaced by version %(number)s.") % {"number": self.number})
        now = timezone.now()
        self._move("activated", officer, "", state="active", activated_at=self.activated_at or now, ended_at=None)
        open_rounds("profile", unit_id=profile.owner_unit_id)

    @transaction.atomic
    def suspend(self, officer, reason: str) -> None:
        """Switch it off for now. What it recommended so far stands, so no round is opened."""
        self._lock()
        self._must_be(["active"], _("Only an active version is suspended."))
        self._move("suspended", officer, _stated(reason), state="suspended", ended_at=timezone.now())

    @transaction.atomic
    def review(self, officer, reason: str) -> None:
        """Record that somebody looked at what it found; `reason` says what follows: a next version, or its end."""
        self._lock()
        self._must_be(["active"], _("Only an active version is reviewed."))
        self._move("reviewed", officer, _stated(reason), reviewed_at=timezone.now())

    def is_review_due(self, today: date) -> bool:
        """Whether it is active, near its end, and nobody has looked at it since it came near."""
        due_from = self.valid_until - REVIEW_BEFORE
        if self.state != "active" or today < due_from:
            return False
        return self.reviewed_at is None or timezone.localtime(self.reviewed_at).date() < due_from

    @transaction.atomic
    def expire(self) -> None:
        """Its validity is over."""
        self._lock()
        self._must_be(["active"], _("Only an active version expires."))
        self._move("expired", None, "", state="expired", ended_at=timezone.now())

    @transaction.atomic
    def withdraw(self, officer, reason: str) -> None:
        """Give it up for good."""
        self._lock()
        self._must_be([*NEVER_ACTIVE, "suspended"], _("An active version is suspended before it is withdrawn."))
        self._move("withdrawn", officer, _stated(reason), state="withdrawn", ended_at=timezone.now())

    def new_version(self, officer):
        """Return a draft of `officer` with the next number that says what this version says, valid from today."""
        texts = {name: getattr(self, name) for name in ["instruction", "instruction_ru", "instruction_ky"]}
        return self.profile.versions.draft(
            self.profile, officer, definition=self.definition, from_version=self.number, **texts
        )

    def current_backtest(self):
        """The newest done backtest of exactly what the version says, not older than a month; None without one."""
        return self.backtests.of_definition(definition_key(self.definition)).first()  # type: ignore[attr-defined]

    def events(self):
        """The log of this version, oldest first."""
        return CaseEvent.objects.filter(subject_kind=SUBJECT, subject_id=self.pk)

    def _lock(self) -> None:
        # A fresh, locked copy: what the officer saw may be old.
        fresh = type(self)._default_manager.select_for_update(of=("self",)).get(pk=self.pk)
        for field in self._meta.concrete_fields:
            setattr(self, field.attname, getattr(fresh, field.attname))

    def _must_be(self, states: list[str], otherwise: str) -> None:
        if self.state not in states:
            state = _("It is: %(state)s.") % {"state": self.get_state_display()}
            raise Refused("wrong_state", f"{otherwise} {state}")

    def _must_be_by(self, officer) -> None:
        # Whoever writes into it could not approve it; with one author it is plain who that is.
        if officer.pk != self.author_id:
            raise Refused("not_the_author", _("Another officer writes this version. Make a new version from it."))

    def _must_not_be_over(self) -> None:
        if self.valid_until < timezone.localdate():
            raise Refused("validity_over", _("Its validity ended on %(day)s.") % {"day": _day(self.valid_until)})

    def _must_fit_a_year(self) -> None:
        if not self.valid_from <= self.valid_until <= self.valid_from + LONGEST_VALIDITY:
            raise Refused("validity_wrong", _("It has to end after it begins, and within a year."))

    def _move(self, verb: str, officer, reason: str, **changes) -> None:
        before = self._step()
        for name, value in changes.items():
            setattr(self, name, value)
        self.save(update_fields=list(changes))
        self._log(verb, officer, reason, before, self._step())

    def _step(self) -> dict:
        return {
            "state": str(self.state),
            "approver": str(self.approver_id) if self.approver_id else None,
            "backtest": str(self.submitted_backtest_id) if self.submitted_backtest_id else None,
        }

    def _log(self, verb: str, officer, reason: str, before, after) -> None:
        record(SUBJECT, self.pk, verb, actor=officer, before=before, after=after, reason=reason)


def checked(definition: object) -> dict:
    """Return the definition with every default written out; raise DefinitionRefused with all its faults."""
    read, faults = read_definition(definition)
    if read is None:
        raise DefinitionRefused(faults)
    return read.as_json()


def definition_key(definition: dict) -> str:
    """Return sha256 of a definition in canonical JSON: the same for the same words, whatever their order."""
    text = json.dumps(definition, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def _stated(reason: str) -> str:
    reason = reason.strip()
    if not reason:
        raise Refused("reason_missing", _("Say why: this step needs a reason."))
    return reason


def _plain(value):
    return value.isoformat() if isinstance(value, date) else value


def _day(day: date) -> str:
    return date_format(day, "DATE_FORMAT")
