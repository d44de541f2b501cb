"""The verbs that follow a seizure: hand-overs, the laboratory, arrests, evidence photos; each appends, none rewrites.

A correction of the line changes nothing of them: they belong to the seizure, whose versions share one reference.
"""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from consignments.media_types import IMAGES
from consignments.models import StoredFile, record
from consignments.refusing import Refused
from seizures.whereabouts import ANSWERS, LEAVES_THE_UNIT, Agency, Destination, HandOver, LaboratoryState

from .arrests import MOST, ArrestReport
from .custody import CustodyStep
from .evidence import EvidencePhoto
from .laboratory import LaboratoryStep

MAX_PHOTOS = 60


class Following(models.Model):
    """What is done with goods once they are seized; `SeizureLine` adds what they are and their correction."""

    pk: Any
    reference: Any
    examination: Any
    examination_id: Any
    consignment_id: Any
    recorded_by: Any
    recorded_at: Any
    unit: Any

    class Meta:
        abstract = True

    def custody_steps(self) -> "models.QuerySet[CustodyStep]":
        return CustodyStep.objects.filter(line__reference=self.reference).order_by("number")

    def laboratory_steps(self) -> "models.QuerySet[LaboratoryStep]":
        return LaboratoryStep.objects.filter(line__reference=self.reference).order_by("pk")

    def photos(self) -> "models.QuerySet[EvidencePhoto]":
        """Without their bytes: a page of sixty pictures would read them all."""
        photos = EvidencePhoto.objects.filter(line__reference=self.reference).select_related("file", "added_by")
        return photos.defer("file__content", "file__thumbnail")

    def arrest_reports(self) -> "models.QuerySet[ArrestReport]":
        return ArrestReport.objects.filter(examination=self.examination_id, consignment=self.consignment_id)

    def held_by(self) -> str:
        """Who has the goods now: who received them last, at first who seized them."""
        last = self.custody_steps().last()
        return last.received_by if last else _("%(officer)s, PCU %(unit)s") % self._seized_by()

    @transaction.atomic
    def hand_over(self, officer, told: HandOver) -> CustodyStep:
        """Append a hand-over and return it. Goods that left the unit come back only by who may correct records."""
        first = self._lock_first()
        last = self.custody_steps().last()
        _refuse_hand_over(told, last, self.recorded_at, may_take_back=officer.may("correct_records"))
        step = CustodyStep.objects.create(
            line=first,
            number=last.number + 1 if last else 1,
            given_by=self.held_by(),
            recorded_by_id=officer.pk,
            **{name: value.strip() if isinstance(value, str) else value for name, value in vars(told).items()},
        )
        told_after = {"number": step.number, "destination": str(step.destination), "act_number": step.act_number}
        self._log("handed_over", officer, told_after, reason=step.remark)
        return step

    @transaction.atomic
    def send_to_laboratory(self, officer, laboratory: str, number: str, on: date) -> LaboratoryStep:
        """Write down that a laboratory is asked: pending until it answers."""
        return self._laboratory_step(officer, LaboratoryState.PENDING, laboratory, number, on)

    @transaction.atomic
    def record_laboratory_result(self, officer, state: str, number: str, on: date, finding: str = "") -> LaboratoryStep:
        """Write down what the laboratory answered; a second answer replaces the first and needs its finding told."""
        last = self.laboratory_steps().last()
        if last is None:
            raise Refused("not_sent", _("No laboratory was asked yet."))
        if state not in ANSWERS:
            raise Refused("answer_unknown", _("The laboratory confirms or refutes."))
        if last.state != LaboratoryState.PENDING and not finding.strip():
            raise Refused("finding_missing", _("There is an answer already: say what the new one found."))
        return self._laboratory_step(officer, state, last.laboratory, number, on, finding)

    @transaction.atomic
    def report_arrests(self, officer, persons: int, reason: str = "") -> ArrestReport:
        """Say how many persons were arrested; a later number replaces this one and needs a reason."""
        self._lock_first()
        last = self.arrest_reports().last()
        if not 0 <= persons <= MOST:
            raise Refused("persons_out_of_range", _("A number from 0 to %(most)s.") % {"most": MOST})
        if last and persons == last.persons:
            raise Refused("unchanged", _("This number is recorded already."))
        if last and not reason.strip():
            raise Refused("reason_missing", _("Say why: a correction needs a reason."))
        report = ArrestReport.objects.create(
            examination_id=self.examination_id,
            consignment_id=self.consignment_id,
            persons=persons,
            reason=reason.strip(),
            recorded_by_id=officer.pk,
        )
        before = {"persons": last.persons} if last else None
        self._log("arrests_reported", officer, {"persons": persons}, before=before, reason=report.reason)
        return report

    @transaction.atomic
    def add_photo(self, officer, raw: bytes, caption: str = "") -> EvidencePhoto:
        """Keep a picture as evidence; the same bytes again return the one that is there."""
        first = self._lock_first()
        file = StoredFile.objects.keep(raw)
        if file.media_type not in IMAGES:
            raise Refused("no_picture", _("Only pictures are kept here: JPEG, PNG, WebP, HEIC or TIFF."))
        if (there := self.photos().filter(file=file).first()) is not None:
            return there
        if self.photos().count() >= MAX_PHOTOS:
            raise Refused("too_many_photos", _("This seizure has too many pictures."))
        photo = EvidencePhoto.objects.create(line=first, file=file, caption=caption.strip(), added_by_id=officer.pk)
        self._log("evidence_photo_added", officer, {"photo": str(photo.pk), "sha256": file.pk})
        return photo

    def _laboratory_step(self, officer, state: str, laboratory: str, number: str, on: date, finding: str = ""):
        first = self._lock_first()
        last = self.laboratory_steps().last()
        if not laboratory.strip() or not number.strip():
            raise Refused("number_missing", _("Say which laboratory, and the number of the paper."))
        if on > timezone.localdate() or (last and on < last.on):
            raise Refused("day_out_of_order", _("The day lies in the future, or before the step before."))
        step = LaboratoryStep.objects.create(
            line=first,
            state=state,
            laboratory=laboratory.strip(),
            number=number.strip(),
            on=on,
            finding=finding.strip(),
            recorded_by_id=officer.pk,
        )
        before = {"state": last.state, "number": last.number} if last else None
        verb = "sent_to_laboratory" if state == LaboratoryState.PENDING else "laboratory_answered"
        self._log(verb, officer, {"state": str(state), "number": step.number}, before=before)
        return step

    def _lock_first(self) -> Any:
        """Lock the first line of the seizure and return it: two officers at once must not fork the chain."""
        return self._versions().select_for_update(of=("self",)).get(corrects__isnull=True)

    def _seized_by(self) -> Mapping[str, str]:
        first = self._versions().select_related("recorded_by", "unit").get(corrects__isnull=True)
        return {"officer": str(first.recorded_by), "unit": str(first.unit)}

    def _versions(self) -> Any:
        lines: Any = type(self)._default_manager
        return lines.filter(reference=self.reference)

    def _log(self, verb: str, officer, after: dict, *, before: dict | None = None, reason: str = "") -> None:
        told = {"seizure": self.reference, **after}
        record(
            "seizure_line",
            self.pk,
            verb,
            actor=officer,
            consignment_id=self.consignment_id,
            before=before,
            after=told,
            reason=reason,
        )


def _refuse_hand_over(told: HandOver, last: CustodyStep | None, seized_at, *, may_take_back: bool) -> None:
    if told.destination not in Destination.values:
        raise Refused("destination_unknown", _("Say where the goods go."))
    if not (told.received_by.strip() and told.signed_by.strip() and told.place.strip()):
        raise Refused("hand_over_incomplete", _("Say who receives, who signs, and where."))
    if told.destination == Destination.AGENCY and not (told.agency in Agency.values and told.act_number.strip()):
        raise Refused("act_missing", _("An agency takes over by an act: name the agency and the number of the act."))
    if told.destination != Destination.AGENCY and told.agency:
        raise Refused("no_agency", _("Name an agency only where one takes the goods over."))
    if told.at > timezone.now():
        raise Refused("in_the_future", _("A hand-over is recorded once it is done."))
    # Moments are typed to the minute.
    if told.at < (last.at if last else seized_at).replace(second=0, microsecond=0):
        raise Refused("out_of_order", _("This lies before the seizure or before the hand-over before."))
    if last and last.destination in LEAVES_THE_UNIT and not (may_take_back and told.remark.strip()):
        text = _("The goods have left the unit. A supervisor can record their return, saying why.")
        raise Refused("left_the_unit", text)
