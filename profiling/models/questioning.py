"""What a decision does to the questions that were asked about the same consignment."""

from datetime import datetime

from django.utils.translation import gettext as _

from .assessment_record import AssessmentRecord
from .information_request import InformationRequest


class Questioning(AssessmentRecord):
    """Closes and reopens questions; `deciding` calls it while it holds the row."""

    class Meta(AssessmentRecord.Meta):
        abstract = True

    def _questions(self):
        return InformationRequest.objects.filter(consignment=self.consignment_id).unanswered()

    def _withdraw_questions(self, officer, because: str, *, called_off: bool = False) -> None:
        for question in self._questions().select_for_update(of=("self",)):
            question.is_called_off = called_off
            question.withdraw(officer, because)

    def _take_back_questions(self, officer, since: datetime) -> None:
        """Call off what the decision asked, and open again what it made needless."""
        all_ = InformationRequest.objects.filter(consignment=self.consignment_id).select_for_update(of=("self",))
        for question in all_.unanswered().filter(asked_at__gte=since, assessment=self.pk):
            question.is_called_off = True
            question.withdraw(officer, _("Asked by mistake."))
        for question in all_.filter(withdrawn_at__gte=since, is_called_off=False):
            question.reopen(officer)
