"""What is said of a submission once its document has been read, and before that, how it is to be read."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from consignments.refusing import Refused
from consignments.waking import REGISTER_ONE, wake

from .case_event import record


class Answering:
    """The verbs of a submission."""

    def finish(self, status: str, *, registered: int, rejected: int) -> None:
        """Close it: what became of its consignments."""
        self.status = status
        self.registered_count, self.rejected_count = registered, rejected
        self.consignments_count = registered + rejected
        self.finished_at = timezone.now()
        self.save(
            update_fields=[
                "status", "registered_count", "rejected_count", "consignments_count", "finished_at", "document_kind",
            ]
        )  # fmt: skip

    @transaction.atomic
    def read_columns_as(self, mapping: dict[str, str], officer, *, keep: bool) -> None:
        """Say what the columns of a waiting spreadsheet mean; `keep`: and those of its source's next files."""
        changed = type(self).objects.waiting_for_columns().filter(pk=self.pk)
        if not changed.update(awaits_columns=False, column_mapping=mapping):
            raise Refused("columns_already_told", _("Somebody has said already what the columns mean."))
        if keep:
            self.source.keep_columns(mapping)
        record("submission", self.pk, "columns_told", actor=officer, after={"columns": mapping, "kept": keep})
        transaction.on_commit(lambda: wake(REGISTER_ONE, str(self.pk)))
