"""What a phone noted without a link, done once the link is back: each entry once, by the same verbs as on the pages."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from consignments.locks import lock_until_commit
from consignments.refusing import Refused
from profiling.models import Assessment
from seizures.forms.device_clock import device_clock
from seizures.keeping import close, keep
from seizures.models import Examination, SyncedEntry

MAX_ENTRIES = 50


@dataclass(frozen=True)
class Entry:
    """One thing done on a phone. `id` and, for an examination begun there, `examination` were made by the phone.

    verb: begin, save or close. typed: the fields of the page by their names; for begin: assessment and equipment.
    """

    id: UUID
    verb: str
    examination: UUID
    on_device_at: datetime
    typed: Mapping[str, str]


@dataclass(frozen=True)
class Answer:
    """`state` is done or refused; `instead` the reference and id of the examination that is in the way, if any."""

    id: UUID
    state: str
    reference: str = ""
    code: str = ""
    said: str = ""
    instead: tuple[str, UUID] | None = None


def read_entries(body: bytes) -> tuple[str, list[Entry]]:
    """Return whose entries they are, and the entries in their order. Raises ValueError for anything else."""
    sent = json.loads(body)
    if not isinstance(sent, dict) or not isinstance(sent.get("entries"), list) or len(sent["entries"]) > MAX_ENTRIES:
        raise ValueError("no list of entries")
    return str(sent.get("officer", "")), [_entry(one) for one in sent["entries"]]


def refuse_other_officer(officer: Any, of: str) -> None:
    """What one officer noted is never sent in the name of another who signed in on the same phone."""
    if of != str(officer.pk):
        raise Refused("other_officer", _("Another officer noted this: it waits until they sign in."))


@transaction.atomic
def take(officer: Any, entry: Entry) -> Answer:
    """Do what the entry says and keep its id; an id that came before is answered without doing it again."""
    lock_until_commit("examination_entry", entry.id)
    try:
        earlier = SyncedEntry.objects.filter(pk=entry.id).select_related("examination").first()
        if earlier is not None:
            return _answered_before(officer, entry, earlier)
        examination = VERBS[entry.verb](officer, entry)
    except Refused as refused:
        return Answer(entry.id, "refused", "", refused.code, refused.message, _in_the_way(officer, entry))
    SyncedEntry.objects.create(
        id=entry.id, examination=examination, officer=officer, verb=entry.verb, on_device_at=entry.on_device_at
    )
    return Answer(entry.id, "done", examination.reference)


def _answered_before(officer: Any, entry: Entry, earlier: SyncedEntry) -> Answer:
    if earlier.officer_id != officer.pk or earlier.examination_id != entry.examination:
        raise Refused("id_taken", _("This entry belongs to another examination."))
    return Answer(entry.id, "done", earlier.examination.reference)


@transaction.atomic
def _begin(officer: Any, entry: Entry) -> Examination:
    lock_until_commit("examination", entry.examination)
    there = Examination.objects.filter(pk=entry.examination).first()
    if there is not None:
        if there.examiner_id != officer.pk:
            raise Refused("id_taken", _("This entry belongs to another examination."))
        return there
    found = Assessment.objects.visible_to(officer).select_related("consignment", "revision__manifest")
    assessment = found.filter(pk=_uuid(entry.typed.get("assessment"))).first()
    if assessment is None:
        raise Refused("case_unknown", _("This case is not among your unit's."))
    return Examination.objects.begin(
        officer,
        assessment,
        equipment=entry.typed.get("equipment", ""),
        pk=entry.examination,
        on_device_at=entry.on_device_at,
    )


def _save(officer: Any, entry: Entry) -> Examination:
    examination = _examination(officer, entry)
    keep(officer, examination, entry.typed)
    return examination


def _close(officer: Any, entry: Entry) -> Examination:
    """What was typed is kept even where it cannot be closed with it yet."""
    examination = _save(officer, entry)
    with transaction.atomic():
        close(officer, examination, {**entry.typed, "on_device_at": entry.on_device_at.isoformat()})
    return examination


VERBS: Mapping[str, Callable[[Any, Entry], Examination]] = {"begin": _begin, "save": _save, "close": _close}


def _examination(officer: Any, entry: Entry) -> Examination:
    found = Examination.objects.visible_to(officer).filter(pk=entry.examination).first()
    if found is None:
        raise Refused("examination_unknown", _("This examination is not among your unit's."))
    return found


def _in_the_way(officer: Any, entry: Entry) -> tuple[str, UUID] | None:
    """The examination of the same case by a colleague, into which the notes may be put."""
    if entry.verb != "begin":
        return None
    of_the_case = Examination.objects.visible_to(officer).filter(
        examined__assessment=_uuid(entry.typed.get("assessment"))
    )
    other = of_the_case.of_piece(entry.typed.get("equipment", "")).open().first()
    return (other.reference, other.pk) if other else None


def _entry(sent: Any) -> Entry:
    if not isinstance(sent, dict) or sent.get("verb") not in VERBS or not isinstance(sent.get("typed"), dict):
        raise ValueError("an entry has a verb and what was typed")
    at, typed = device_clock(str(sent.get("on_device_at", ""))), sent["typed"]
    if at is None or not all(_is_text(text) for text in typed.values()):
        raise ValueError("an entry has the clock of the phone, and texts")
    return Entry(UUID(str(sent.get("id"))), sent["verb"], UUID(str(sent.get("examination"))), at, typed)


def _is_text(value: Any) -> bool:
    """Whether a column takes it: half of a surrogate pair raises UnicodeEncodeError, a ValueError."""
    return isinstance(value, str) and "\x00" not in value and value.encode() is not None


def _uuid(text: str | None) -> UUID | None:
    try:
        return UUID(text or "")
    except ValueError:
        return None
