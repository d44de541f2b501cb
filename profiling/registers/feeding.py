"""The one way into a register: rows go in, and with a whole file what it does not hold goes out."""

import hashlib
import uuid

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from consignments.models import record
from consignments.refusing import Refused
from profiling.models import RegisterFeed
from profiling.registers.layouts import LAYOUTS, Layout
from profiling.registers.rows import RegisterRows

BATCH = 5_000
# A whole file that would empty a register by half is more likely a cut file than a true one.
MAY_SHRINK_BY = 0.5
WORTH_ASKING_FROM = 20


@transaction.atomic
def feed_register(
    register: str,
    rows: RegisterRows,
    raw: bytes,
    *,
    officer=None,
    is_whole: bool,
    may_shrink: bool = False,
    file_name: str = "",
) -> RegisterFeed:
    """Put the rows in, and note the feed with the hash of what was sent.

    is_whole: the rows are the whole register, so that who is missing is unknown to it; only then does it answer
    "unknown". Raises Refused("register_empty") without a good row, ("register_shrinks") for a file that may be cut.
    Rounds to come see the change; none is opened, for a register says nothing new of a case that was decided.
    """
    layout = LAYOUTS[register]
    if not rows.records:
        raise Refused("register_empty", _("No row of the file can go in."))
    # Two feeds at once: the second waits, and then sees what the first put in.
    list(RegisterFeed.objects.select_for_update().filter(register=register).order_by("-pk")[:1])
    if is_whole and not may_shrink:
        _must_not_shrink(layout, rows)
    gone = _put_in(layout, rows, is_whole)
    fed = RegisterFeed.objects.create(
        register=register,
        fed_at=timezone.now(),
        fed_by=officer,
        is_whole=is_whole,
        file_name=file_name[:200],
        sha256=hashlib.sha256(raw).hexdigest(),
        rows_taken=len(rows.records),
        rows_refused=len(rows.refused),
        rows_gone=gone,
    )
    counts = {"rows": len(rows.records), "refused": len(rows.refused), "gone": gone, "whole": is_whole}
    record("register", _subject(fed), "fed", actor=officer, after={"register": register, **counts})
    return fed


def _must_not_shrink(layout: Layout, rows: RegisterRows) -> None:
    held = layout.model._default_manager.count()
    if held >= WORTH_ASKING_FROM and len(rows.records) < held * MAY_SHRINK_BY:
        raise Refused(
            "register_shrinks",
            _("The register holds %(held)s rows, the file %(rows)s. Say that it may shrink, or send additions only.")
            % {"held": held, "rows": len(rows.records)},
        )


def _put_in(layout: Layout, rows: RegisterRows, is_whole: bool) -> int:
    """Insert or update the rows; return how many others went."""
    model = layout.model._default_manager
    gone = 0
    if is_whole:
        gone = len(set(model.values_list(*layout.unique)) - rows.records.keys())
        model.all().delete()
    updated = [name for name in next(iter(rows.records.values())) if name not in layout.unique]
    model.bulk_create(
        [layout.model(**record) for record in rows.records.values()],
        batch_size=BATCH,
        update_conflicts=True,
        unique_fields=layout.unique,
        update_fields=updated,
    )
    return gone


def _subject(fed: RegisterFeed):
    """The log names its subjects by UUID."""
    return uuid.uuid5(uuid.NAMESPACE_URL, f"register-feed:{fed.pk}")
