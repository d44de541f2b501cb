"""The verbs that give a hold to an examiner: by a draw among those on duty at the post, or by name with a reason."""

import secrets
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import Count
from django.utils import timezone
from django.utils.translation import gettext as _

from consignments.refusing import Refused
from profiling.draw_numbers import draw_number, least_burdened

from .deciding import stated
from .duty import Duty
from .holding import Holding


class Assigning(Holding):
    """Who is to examine. The log keeps seed, number and workloads of a draw, so that it can be worked out again."""

    class Meta(Holding.Meta):
        abstract = True

    @transaction.atomic
    def draw_examiner(self, by) -> None:
        """Give the hold to one of the examiners on duty at its post; who has less open work is chosen more often.

        A draw is not repeated while the examiner it chose is on duty: nobody is drawn until the right one comes.
        """
        self._lock()
        self._must_be_held()
        workloads = self.workloads_at_the_post()
        if not workloads:
            raise Refused("nobody_on_duty", _("No examiner is on duty at the post; give it by name."))
        if self.examiner_id in workloads:
            raise Refused("given_already", _("It is given to an examiner on duty; change that by name, with a reason."))
        seed = secrets.token_hex(16)
        number = draw_number(seed, str(self.pk))
        chosen = least_burdened(workloads, number)
        told = {
            "seed": seed,
            "number": number,
            "workloads": [{"examiner": str(who), "open": load} for who, load in sorted(workloads.items())],
        }
        self._give_to(chosen, "examiner_drawn", by, "", told)

    @transaction.atomic
    def name_examiner(self, examiner, by, reason: str) -> None:
        """Give the hold to this examiner, whatever the draw would say; `reason` says why."""
        self._lock()
        self._must_be_held()
        reason = stated(reason)
        if examiner.unit_id != self.unit_id or not examiner.may("examine"):
            raise Refused("no_examiner", _("Choose somebody of the unit who may examine."))
        if examiner.pk == self.examiner_id:
            raise Refused("unchanged", _("It is given to this examiner already."))
        self._give_to(examiner.pk, "examiner_named", by, reason, {})

    def workloads_at_the_post(self) -> dict[UUID, int]:
        """The examiners on duty at the post, each with the holds and open examinations they have."""
        if self.post_id is None:
            return {}
        on_duty = Duty.objects.at(timezone.now()).filter(post=self.post_id, officer__unit=self.unit_id)
        there: list[Any] = [duty.officer for duty in on_duty.select_related("officer")]
        examiners = [officer.pk for officer in there if officer.may("examine")]
        held = type(self).objects.on_hold().filter(examiner__in=examiners).order_by()
        loads = dict(held.values_list("examiner").annotate(Count("pk")))
        return {pk: loads.get(pk, 0) for pk in examiners}

    def _give_to(self, examiner_id: UUID, verb: str, by, reason: str, told: dict) -> None:
        before = {"examiner": str(self.examiner_id) if self.examiner_id else None}
        self.examiner_id = examiner_id
        self.save(update_fields=["examiner"])
        self._log(verb, by, reason, before, {"examiner": str(examiner_id), **told})
