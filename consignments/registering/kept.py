"""What is registered already of a document that is read again: a consignment with the same content is left as it is."""

import uuid
from collections import defaultdict
from collections.abc import Iterable, Sequence
from decimal import ROUND_HALF_UP, Decimal
from functools import cache
from typing import Any

from django.apps import apps
from django.db.models import DecimalField, F, Q

from consignments import models
from consignments.parsing.values import StatedConsignment

from . import rows

Content = tuple[Any, ...]
_NO_ID = uuid.UUID(int=0)
_STATED = rows.REVISION[rows.REVISION.index("transport_document_kind") :]
_MANIFEST = rows.MANIFEST[2:]  # without its own id and that of the submission
_PARTS: dict[type[Any], list[str]] = {
    models.ConsignmentParty: rows.PARTY[1:],
    models.GoodsItem: rows.GOODS[1:],
    models.TransportEquipment: rows.EQUIPMENT[1:],
    models.NamedDocument: rows.DOCUMENT[1:],
}


def content_of(stated: StatedConsignment, is_cancelled: bool, manifest: rows.Row, party_id: rows.PartyId) -> Content:
    """Return what the tables would hold of a consignment, without the ids of rows."""
    parts = (
        rows.party_rows(_NO_ID, stated.parties, party_id),
        rows.goods_rows(_NO_ID, stated.goods),
        rows.equipment_rows(_NO_ID, stated.equipment),
        rows.document_rows(_NO_ID, stated.documents),
    )
    return (
        is_cancelled,
        manifest_content(manifest),
        _as_stored(models.ConsignmentRevision, _STATED, rows.revision_columns(stated)),
        *(
            _in_order(_as_stored(model, columns, row[1:]) for row in part)
            for (model, columns), part in zip(_PARTS.items(), parts, strict=True)
        ),
    )


def manifest_content(manifest: rows.Row) -> Content:
    """Return a manifest's row without its own id and that of the submission."""
    return _as_stored(models.Manifest, _MANIFEST, manifest[2:])


def manifests_of(submission: models.Submission) -> dict[Content, uuid.UUID]:
    """Return the manifests that the submission has written already, by their content."""
    written = models.Manifest.objects.filter(submission=submission).values_list("id", *_MANIFEST)
    return {_as_stored(models.Manifest, _MANIFEST, row[1:]): row[0] for row in written}


def contents(submission: models.Submission, consignment_ids: Iterable[uuid.UUID]) -> dict[uuid.UUID, list[Content]]:
    """Return, by consignment, the content in force and the latest that this submission stated of it."""
    found: dict[uuid.UUID, list[Content]] = defaultdict(list)
    revisions = models.ConsignmentRevision.objects.filter(consignment__in=list(consignment_ids)).filter(
        Q(submission=submission) | Q(number=F("consignment__latest_revision"))
    )
    chosen: dict[tuple[uuid.UUID, bool], Any] = {}
    for row in revisions.order_by("number").values("id", "consignment_id", "submission_id", "manifest_id"):
        chosen[row["consignment_id"], row["submission_id"] == submission.pk] = row
    ids = [row["id"] for row in chosen.values()]
    manifests = _manifests([row["manifest_id"] for row in chosen.values()])
    stated = {
        row[0]: (row[1], _as_stored(models.ConsignmentRevision, _STATED, row[2:]))
        for row in models.ConsignmentRevision.objects.filter(pk__in=ids).values_list("id", "is_cancelled", *_STATED)
    }
    parts = [_by_revision(model, columns, ids) for model, columns in _PARTS.items()]
    for (consignment_id, _), row in chosen.items():
        is_cancelled, columns = stated[row["id"]]
        found[consignment_id].append(
            (is_cancelled, manifests[row["manifest_id"]], columns, *(_in_order(part[row["id"]]) for part in parts))
        )
    return found


def _manifests(ids: Sequence[uuid.UUID]) -> dict[uuid.UUID, Content]:
    found = models.Manifest.objects.filter(pk__in=ids).values_list("id", *_MANIFEST)
    return {row[0]: _as_stored(models.Manifest, _MANIFEST, row[1:]) for row in found}


def _by_revision(model: type[Any], columns: list[str], ids: Sequence[uuid.UUID]) -> dict[uuid.UUID, list[Content]]:
    found: dict[uuid.UUID, list[Content]] = defaultdict(list)
    for row in model.objects.filter(revision__in=ids).values_list("revision_id", *columns):
        found[row[0]].append(_as_stored(model, columns, row[1:]))
    return found


def _in_order(contents: Iterable[Content]) -> tuple[Content, ...]:
    return tuple(sorted(contents, key=repr))


def _as_stored(model: type[Any], columns: Sequence[str], row: Sequence[Any]) -> Content:
    """Return the values as the table gives them back: numbers rounded to its places, lists as tuples."""
    return tuple(
        [
            _one(value, places)
            for value, places in zip(row, _decimal_places(model._meta.label, tuple(columns)), strict=True)
        ]
    )


def _one(value: Any, places: int | None) -> Any:
    if isinstance(value, list):
        return tuple(value)
    if places is not None and isinstance(value, Decimal):
        # numeric(…, places) rounds halves away from zero
        return value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    return value


@cache
def _decimal_places(label: str, columns: tuple[str, ...]) -> tuple[int | None, ...]:
    fields = {field.attname: field for field in apps.get_model(label)._meta.concrete_fields}
    return tuple(
        field.decimal_places if isinstance(field := fields[column], DecimalField) else None for column in columns
    )
