"""The columns of an exported register: what, how much, where, on which way, and what became of it.

A personal column points to a person, or is free text in which one may stand; the non-personal variant leaves it out.
The number of arrests is one: on a named day at a named post it may be one person.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.utils import timezone

from consignments.models import ConsignmentRevision
from profiling.presenting.parties import in_role
from seizures.models import SeizureLine
from seizures.querysets import SeizureLineQuerySet
from seizures.standing import with_standing

Value = str | int | Decimal | date | bool | None


@dataclass(frozen=True)
class Exported:
    """One line with its standing annotated, and the revision of the consignment it was found in."""

    line: SeizureLine
    revision: ConsignmentRevision

    def now(self, name: str) -> Value:
        return getattr(self.line, f"{name}_now")


@dataclass(frozen=True)
class Column:
    name: str
    value: Callable[[Exported], Value]
    is_personal: bool = False


def personal(name: str, value: Callable[[Exported], Value]) -> Column:
    return Column(name, value, is_personal=True)


COLUMNS = (
    Column("number", lambda one: one.line.reference),
    Column("recorded_on", lambda one: timezone.localdate(one.line.recorded_at)),
    Column("unit", lambda one: one.line.unit.code),
    Column("post", lambda one: one.line.examination.post.code if one.line.examination.post else ""),
    Column("category", lambda one: one.line.category),
    Column("commodity", lambda one: one.line.commodity),
    Column("quantity", lambda one: one.line.quantity.normalize()),
    Column("quantity_unit", lambda one: one.line.quantity_unit),
    Column("value", lambda one: one.line.value),
    Column("currency", lambda one: one.line.currency),
    Column("concealment", lambda one: one.line.concealment),
    Column("concealment_method", lambda one: one.line.concealment_method),
    Column("transport_mode", lambda one: one.revision.manifest.mode),
    Column("dispatch_country", lambda one: one.revision.dispatch_country),
    Column("destination_country", lambda one: one.revision.destination_country),
    Column("examination", lambda one: one.line.examination.reference),
    Column("examination_kind", lambda one: one.line.examination.kind),
    Column("laboratory_state", lambda one: one.now("laboratory")),
    Column("laboratory_on", lambda one: one.now("laboratory_on")),
    Column("handed_to", lambda one: one.now("destination")),
    Column("agency", lambda one: one.now("agency")),
    Column("in_force", lambda one: one.line.is_in_force),
    personal("concealment_note", lambda one: one.line.concealment_note),
    personal("equipment", lambda one: one.line.examination.equipment_number),
    personal("vehicle", lambda one: one.revision.manifest.conveyance_id),
    personal("consignment", lambda one: one.line.consignment.reference),
    personal("document", lambda one: one.line.consignment.document_number),
    personal("consignor", lambda one: _party(one, "consignor")),
    personal("consignee", lambda one: _party(one, "consignee")),
    personal("carrier", lambda one: _party(one, "carrier")),
    personal("arrests", lambda one: one.now("arrests")),
    personal("laboratory", lambda one: one.now("laboratory_name")),
    personal("laboratory_number", lambda one: one.now("laboratory_number")),
    personal("held_by", lambda one: one.now("held_by")),
    personal("act_number", lambda one: one.now("act")),
    personal("recorded_by", lambda one: str(one.line.recorded_by)),
    personal("correction_reason", lambda one: one.line.correction_reason),
)
NON_PERSONAL = tuple(column for column in COLUMNS if not column.is_personal)


def exported(lines: SeizureLineQuerySet):
    """Yield each line with what its columns need; fetched in chunks, newest first."""
    related = ["unit", "examination__post", "consignment", "recorded_by", "corrected_by"]
    rows = with_standing(lines).select_related(*related)
    found = "examination__examined__assessment__revision"
    rows = rows.prefetch_related(f"{found}__manifest", f"{found}__parties")
    for line in rows.iterator(chunk_size=1000):
        yield Exported(line, _revision(line))


def _revision(line: SeizureLine) -> ConsignmentRevision:
    """The revision that was in force when the goods were found."""
    rows = line.examination.examined.all()
    return next(row.assessment.revision for row in rows if row.assessment.consignment_id == line.consignment_id)


def _party(one: Exported, role: str) -> str:
    party = in_role(one.revision.parties.all(), role)
    return party.name if party else ""
