"""The words in which examinations and seizures are asked for."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from django.db import connection, models, transaction
from django.db.models import Q
from django.utils import timezone

from consignments.keys.identifiers import number_key
from consignments.models import record
from seizures.pieces import Piece, piece_to_open


class ExaminationQuerySet(models.QuerySet[Any]):
    @transaction.atomic
    def begin(
        self,
        officer,
        assessment,
        *,
        equipment: str | Piece = "",
        also: Iterable = (),
        at: datetime | None = None,
        pk: UUID | None = None,
        on_device_at: datetime | None = None,
    ):
        """Open an examination of a selected consignment and return it; Refused where it may not be examined.

        equipment: number of the container, trailer or vehicle; needed only where the consignment has several.
        also: assessments of other consignments in the same piece that are really opened; they are selected first.
        pk: made on the phone of the examiner, with `on_device_at`, its clock.
        """
        piece = equipment if isinstance(equipment, Piece) else piece_to_open(assessment, equipment)
        begun_at = at or timezone.now()
        examination = self.create(
            id=pk or uuid4(),
            reference=next_reference(begun_at),
            unit_id=assessment.unit_id,
            post_id=assessment.post_id,
            equipment_kind=piece.kind,
            equipment_number=piece.number,
            equipment_key=piece.key,
            examiner_id=officer.pk,
            begun_at=begun_at,
            begun_on_device_at=on_device_at,
        )
        told = {"reference": examination.reference, "equipment": piece.number}
        record("examination", examination.pk, "begun", actor=officer, after=told, at=begun_at)
        examination.take_in(officer, assessment)
        for other in also:
            examination.include(officer, other)
        return examination

    def visible_to(self, officer) -> "ExaminationQuerySet":
        """Those of the officer's unit; all for who may read all units."""
        if officer.may("read_all_units"):
            return self
        return self.filter(unit_id=officer.unit_id)

    def open(self) -> "ExaminationQuerySet":
        return self.filter(state="open")

    def closed(self) -> "ExaminationQuerySet":
        return self.filter(state="closed")

    def of(self, assessment) -> "ExaminationQuerySet":
        return self.filter(examined__assessment=assessment)

    def of_piece(self, number: str) -> "ExaminationQuerySet":
        return self.filter(equipment_key=number_key(number))


class SeizureLineQuerySet(models.QuerySet[Any]):
    def visible_to(self, officer) -> "SeizureLineQuerySet":
        """Those of the officer's unit; all for who may read all units."""
        if officer.may("read_all_units"):
            return self
        return self.filter(unit_id=officer.unit_id)

    def of(self, assessment) -> "SeizureLineQuerySet":
        """What was taken of a case in the examinations that opened it."""
        examined = Q(examination__examined__assessment=assessment)
        return self.filter(examined, consignment=assessment.consignment_id)

    def in_force(self) -> "SeizureLineQuerySet":
        """What counts in figures: not corrected by a later line, and not corrected to nothing."""
        return self.filter(corrected_by__isnull=True, quantity__gt=0)

    def recorded_between(self, since: datetime | None, until: datetime | None) -> "SeizureLineQuerySet":
        """From `since` on, before `until`; None leaves that end open."""
        return self.filter(
            Q() if since is None else Q(recorded_at__gte=since), Q() if until is None else Q(recorded_at__lt=until)
        )


def next_reference(at: datetime) -> str:
    """Return the next EX-YY-NNNNNN; the number comes from a sequence and is never used twice."""
    return _next_of("seizures_examination_number", "EX", at)


def next_seizure_reference(at: datetime) -> str:
    """Return the next SZ-YY-NNNNNN of the register of seizures."""
    return _next_of("seizures_seizure_number", "SZ", at)


def _next_of(sequence: str, prefix: str, at: datetime) -> str:
    with connection.cursor() as cursor:
        cursor.execute("SELECT nextval(%s)", [sequence])
        number = cursor.fetchone()[0]
    return f"{prefix}-{timezone.localtime(at):%y}-{number:06}"
