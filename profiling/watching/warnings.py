"""The verbs of warnings: one comes in from another unit or service, and is closed when it is over."""

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from consignments.models import record
from consignments.refusing import Refused
from profiling.models import WarningMessage
from profiling.rounds import open_rounds
from profiling.watching.affected import Sought, affected_revisions
from profiling.watching.keys import value_key


def receive_warning(
    officer, *, reference: str, from_unit: str, kind: str, value: str, text: str = ""
) -> WarningMessage:
    """Enter a warning and assess anew what it names."""
    value = value.strip()
    key = value_key(kind, value)
    if not key:
        raise Refused("cannot_match", _("Write a name or number with letters or digits."))
    try:
        with transaction.atomic():
            received = WarningMessage.objects.create(
                reference=reference, from_unit=from_unit, kind=kind, value=value, value_key=key, text=text
            )
            record("warning", received.pk, "received", actor=officer, after={"kind": kind})
            open_rounds("message", affected_revisions(kind, Sought((value,))))
    except IntegrityError:
        raise Refused(
            "reference_taken", _("There is a warning %(reference)s already.") % {"reference": reference}
        ) from None
    return received


@transaction.atomic
def close_warning(warning: WarningMessage, officer, reason: str) -> None:
    """End a warning; what it has put up for selection stays so."""
    reason = reason.strip()
    if not reason:
        raise Refused("reason_missing", _("Say why the warning is over."))
    open_one = WarningMessage.objects.select_for_update().get(pk=warning.pk)
    if open_one.closed_at:
        raise Refused("closed_already", _("This warning is closed already."))
    open_one.closed_at = timezone.now()
    open_one.save(update_fields=["closed_at"])
    record("warning", open_one.pk, "closed", actor=officer, reason=reason)
