"""The verbs of supporting documents: present, correct, withdraw. Each makes a version and a line in the log."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from django.conf import settings
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from consignments.keys.identifiers import document_key
from consignments.locks import lock_until_commit
from consignments.models import Consignment, SupportingDocument, SupportingGoods, record
from consignments.refusing import Refused
from consignments.waking import wake

MOST_LINES = 999
# What a version carries on from the one it corrects, whatever was stated anew.
_OF_THE_PAPER = frozenset(["id", "consignment", "corrects", "version", "is_withdrawn", "known_at", "taken_up_at"])


def present(
    consignment: Consignment,
    stated: Mapping[str, Any],
    lines: Sequence[Mapping[str, Any]] = (),
    *,
    by: Any,
    stated_by: str,
    key: str = "",
    known_at: datetime | None = None,
) -> SupportingDocument:
    """Keep a paper of a consignment and wake the assessment; the same key again returns what it brought before.

    stated: fields of SupportingDocument; lines: of SupportingGoods, numbered here. Refused("idempotency_key_reused")
    where the key has brought another paper.
    """
    with transaction.atomic():
        if key:
            lock_until_commit("supporting", f"{by.pk}:{key}")
            before = SupportingDocument.objects.filter(entered_by=by, idempotency_key=key).first()
            if before is not None:
                return _same_again(before, consignment, stated)
        made = _version(consignment, stated, lines, by, stated_by, idempotency_key=key, known_at=known_at)
        _note(made, "presented", by)
    return made


def correct(
    document: SupportingDocument,
    stated: Mapping[str, Any],
    lines: Sequence[Mapping[str, Any]] = (),
    *,
    by: Any,
    stated_by: str,
) -> SupportingDocument:
    """Keep what is now stated as the next version; Refused("already_corrected") if there is a later one."""
    return _next_version(document, stated, lines, by, stated_by, is_withdrawn=False)


def withdraw(document: SupportingDocument, reason: str, *, by: Any, stated_by: str) -> SupportingDocument:
    """Say that a paper does not belong to its consignment; Refused("reason_missing") without a reason."""
    if not reason.strip():
        raise Refused("reason_missing", _("Give a reason."))
    stated = {
        field.name: getattr(document, field.name)
        for field in SupportingDocument._meta.concrete_fields
        if field.name not in _OF_THE_PAPER | {"entered_by", "stated_by", "idempotency_key", "number_key"}
    }
    columns = [f.name for f in SupportingGoods._meta.concrete_fields if f.name not in {"id", "document", "number"}]
    lines = [{name: getattr(line, name) for name in columns} for line in document.goods.all()]
    return _next_version(document, stated, lines, by, stated_by, is_withdrawn=True, reason=reason)


def _next_version(
    document: SupportingDocument, stated, lines, by, stated_by: str, *, is_withdrawn: bool, reason: str = ""
) -> SupportingDocument:
    try:
        with transaction.atomic():
            made = _version(
                document.consignment,
                stated,
                lines,
                by,
                stated_by,
                corrects=document,
                version=document.version + 1,
                is_withdrawn=is_withdrawn,
            )
            _note(made, "withdrawn" if is_withdrawn else "corrected", by, before=document, reason=reason)
            return made
    except IntegrityError as fault:  # one version is corrected once
        raise Refused("already_corrected", _("This document was corrected meanwhile. Look at it again.")) from fault


def _version(consignment, stated, lines, by, stated_by: str, *, known_at: datetime | None = None, **more):
    fields = {**stated, "number_key": document_key(stated["number"])[:120]}
    made = SupportingDocument.objects.create(
        consignment=consignment,
        entered_by=by,
        stated_by=stated_by,
        known_at=known_at or timezone.now(),
        **fields,
        **more,
    )
    SupportingGoods.objects.bulk_create(
        SupportingGoods(document=made, number=number, **line) for number, line in enumerate(lines[:MOST_LINES], start=1)
    )
    transaction.on_commit(lambda: wake(settings.AFTER_REGISTERING_TASK))
    return made


def _note(made: SupportingDocument, verb: str, by, *, before: SupportingDocument | None = None, reason: str = ""):
    record(
        "supporting_document",
        made.pk,
        verb,
        actor=by,
        consignment_id=made.consignment_id,
        before={"kind": before.kind, "number": before.number, "version": before.version} if before else None,
        after={"kind": made.kind, "number": made.number, "version": made.version},
        reason=reason,
    )


def _same_again(before: SupportingDocument, consignment: Consignment, stated: Mapping[str, Any]) -> SupportingDocument:
    same = (before.consignment_id, before.kind, before.number)
    if same != (consignment.pk, stated["kind"], stated["number"]):
        raise Refused("idempotency_key_reused", _("This idempotency key was used for another document."))
    return before
