"""Enters the consignments of one document, chunk by chunk, set-wise: identities, revisions, and all their rows."""

import uuid
from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime, tzinfo
from typing import Any, NamedTuple

from django.utils import timezone

from consignments import models
from consignments.copying import copy_rows
from consignments.parsing.values import DocumentKind, Problem, StatedConsignment, StatedManifest

from . import kept, rows
from .identities import Identity, Known, Moment, lock_known, put_in_force, references
from .parties import Parties
from .posts import Posts

_CONSIGNMENT = [
    "id", "reference", "source_id", "unit_id", "document_kind", "document_number", "identity_date",
    "latest_revision", "movement", "first_known_at",
]  # fmt: skip
_EVENT = ["consignment_id", "subject_kind", "subject_id", "verb", "actor_id", "after", "reason", "request_id", "at"]


class Book:
    """What one submission registers. `enter` writes a chunk at once; `close` writes what all chunks share."""

    def __init__(self, submission: models.Submission, kind: DocumentKind, manifest: StatedManifest, zone: tzinfo):
        self.registered = 0
        self._submission = submission
        self._kind = kind.value
        self._manifest = manifest
        self._zone = zone
        self._posts = Posts.load()
        self._known_at = _known_at(submission)
        self._is_retrospective = submission.known_at < submission.received_at
        self._parties = Parties(self._known_at, carries_back=self._is_retrospective)
        self._manifests: dict[StatedManifest, _Written] = {}
        self._entered_at = timezone.now()
        self._is_again = submission.read_again_at is not None
        self._kept_manifests = kept.manifests_of(submission) if self._is_again else {}

    def enter(self, stated: list[StatedConsignment]) -> list[tuple[StatedConsignment, Problem]]:
        """Register consignments, no two of one identity; give back those that cannot be, with the reason."""
        known = lock_known(self._submission.source_id, self._kind, {identity_of(one).document_number for one in stated})
        refused, entered = [], []
        for one in stated:
            if self._cancels(one) and identity_of(one) not in known:
                refused.append((one, _cancels_nothing(one)))
            else:
                entered.append(one)
        self._parties.forget()
        self._parties.look_up(party for one in entered for party in self._parties_of(one))
        self._write(self._without_kept(entered, known) if self._is_again else entered, known)
        self.registered += len(entered)
        return refused

    def close(self) -> None:
        """Write the parties met for the first time, and what a retrospective import tells of the known ones."""
        self._manifest_of(self._manifest)
        self._parties.insert_new()
        if self._is_retrospective:
            self._parties.know_since()

    def _without_kept(self, stated: list[StatedConsignment], known: dict[Identity, Known]) -> list[StatedConsignment]:
        """Leave out what is registered already with the same content, when a document is read again."""
        before = kept.contents(self._submission, [one.consignment_id for one in known.values()])
        found = []
        for one in stated:
            manifest = self._manifest_of(one.manifest or self._manifest).row
            content = kept.content_of(one, self._cancels(one), manifest, self._parties.id_of)
            identity = identity_of(one)
            if identity not in known or content not in before[known[identity].consignment_id]:
                found.append(one)
        return found

    def _write(self, stated: list[StatedConsignment], known: dict[Identity, Known]) -> None:
        numbers = iter(references(len(stated), timezone.localtime(self._submission.known_at).year))
        table: dict[type[Any], list[rows.Row]] = defaultdict(list)
        in_force: list[tuple[uuid.UUID, int, int, uuid.UUID]] = []
        for one in stated:
            manifest_id, unit_of_post, _ = self._manifest_of(one.manifest or self._manifest)
            before = known.get(identity_of(one))
            unit_id = unit_of_post or (before.unit_id if before else self._submission.source.unit_id)
            if before is None:
                consignment_id, number, is_late = uuid.uuid4(), 1, False
                table[models.Consignment].append(self._consignment(consignment_id, next(numbers), unit_id, one))
            else:
                consignment_id, number = before.consignment_id, before.highest + 1
                is_late = self._moment_of(one).is_older_than(before.moment)
                if not is_late:
                    in_force.append((consignment_id, number, before.in_force, unit_id))
            revision_id = uuid.uuid4()
            table[models.ConsignmentRevision].append(
                self._revision(revision_id, consignment_id, number, manifest_id, is_late, one)
            )
            table[models.CaseEvent].append(self._event(consignment_id, number, is_late, one))
            table[models.ConsignmentParty].extend(rows.party_rows(revision_id, one.parties, self._parties.id_of))
            table[models.GoodsItem].extend(rows.goods_rows(revision_id, one.goods))
            table[models.TransportEquipment].extend(rows.equipment_rows(revision_id, one.equipment))
            table[models.NamedDocument].extend(rows.document_rows(revision_id, one.documents))
        for model, columns in _COLUMNS.items():
            copy_rows(model, columns, table[model])
        put_in_force(in_force, self._known_at)

    def _manifest_of(self, stated: StatedManifest) -> "_Written":
        """Return the manifest's row, written on first use unless this document has written the same before."""
        if stated not in self._manifests:
            self._parties.look_up([stated.carrier] if stated.carrier else [])
            entry = self._posts.find(stated.entry_post, stated.entry_post_name)
            exit_ = self._posts.find(stated.exit_post)
            manifest_id = uuid.uuid4()
            row = rows.manifest_row(
                manifest_id, self._submission.id, stated, entry, exit_, self._parties.id_of, self._zone
            )
            if kept_id := self._kept_manifests.get(kept.manifest_content(row)):
                manifest_id = kept_id
            else:
                copy_rows(models.Manifest, rows.MANIFEST, [row])
            post = entry or exit_
            self._manifests[stated] = _Written(manifest_id, post.unit_id if post else None, row)
        return self._manifests[stated]

    def _consignment(
        self, consignment_id: uuid.UUID, reference: str, unit_id: uuid.UUID, stated: StatedConsignment
    ) -> rows.Row:
        return (
            consignment_id,
            reference,
            self._submission.source_id,
            unit_id,
            self._kind,
            *identity_of(stated),
            1,
            models.Movement.EXPECTED.value,
            self._known_at,
        )

    def _revision(
        self,
        revision_id: uuid.UUID,
        consignment_id: uuid.UUID,
        number: int,
        manifest_id: uuid.UUID,
        is_late: bool,
        stated: StatedConsignment,
    ) -> rows.Row:
        known_at = self._known_at
        return (
            revision_id,
            consignment_id,
            number,
            self._submission.id,
            manifest_id,
            stated.path[:300],
            known_at,
            known_at if is_late else None,
            self._cancels(stated),
            is_late,
            None if is_late else "revision",
            0,
            *rows.revision_columns(stated),
        )

    def _event(self, consignment_id: uuid.UUID, number: int, is_late: bool, stated: StatedConsignment) -> rows.Row:
        if is_late:
            verb = "kept_late"
        elif self._cancels(stated):
            verb = "cancelled"
        else:
            verb = "registered" if number == 1 else "amended"
        after = {"revision": number, "submission": str(self._submission.id)}
        return (
            consignment_id,
            "consignment",
            consignment_id,
            verb,
            None,
            after,
            "",
            self._submission.request_id,
            self._entered_at,
        )

    def _moment_of(self, stated: StatedConsignment) -> Moment:
        return Moment((stated.manifest or self._manifest).composed_at, self._submission.known_at)

    def _cancels(self, stated: StatedConsignment) -> bool:
        return stated.function == "cancel" or (stated.manifest or self._manifest).function == "cancel"

    def _parties_of(self, stated: StatedConsignment) -> Iterable[Any]:
        yield from stated.parties
        if stated.manifest and stated.manifest.carrier:
            yield stated.manifest.carrier


class _Written(NamedTuple):
    """A manifest's row, its id, and the unit of the post it names."""

    id: uuid.UUID
    unit_id: uuid.UUID | None
    row: rows.Row


def _known_at(submission: models.Submission) -> datetime:
    """Return since when its content is known: what only a later reading brought out was not known before, but for a
    retrospective import, which says so."""
    is_retrospective = submission.known_at < submission.received_at
    return submission.known_at if is_retrospective else submission.read_again_at or submission.known_at


def identity_of(stated: StatedConsignment) -> Identity:
    return Identity((stated.document_number or "")[:120], stated.identity_date)


def _cancels_nothing(stated: StatedConsignment) -> Problem:
    return Problem("cancels_nothing", stated.path, params={"value": stated.document_number or ""})


_COLUMNS: dict[type[Any], list[str]] = {
    models.Consignment: _CONSIGNMENT,
    models.ConsignmentRevision: rows.REVISION,
    models.ConsignmentParty: rows.PARTY,
    models.GoodsItem: rows.GOODS,
    models.TransportEquipment: rows.EQUIPMENT,
    models.NamedDocument: rows.DOCUMENT,
    models.CaseEvent: _EVENT,
}
