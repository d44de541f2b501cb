"""Records for tests, made with plain functions: the smallest that show the point, each overridable by keyword."""

import hashlib
import itertools
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.utils import timezone

from consignments.keys.identifiers import document_key
from consignments.models import (
    Consignment,
    ConsignmentParty,
    ConsignmentRevision,
    CustomsPost,
    GoodsItem,
    Manifest,
    NamedDocument,
    Observation,
    Party,
    PortControlUnit,
    Source,
    Submission,
    SubmissionProblem,
    SupportingDocument,
    SupportingGoods,
    TransportEquipment,
)
from pcu_platform.models import Officer

PASSWORD = "correct horse battery"
_count = itertools.count(1)


def unit(code: str = "BATKEN", **fields: Any) -> PortControlUnit:
    """Return the unit of this code, made on first use."""
    return PortControlUnit.objects.get_or_create(code=code, defaults={"name": code.title(), **fields})[0]


def post(code: str = "KYZYL-BEL", **fields: Any) -> CustomsPost:
    """Return the post of this code, made on first use; of unit BATKEN unless told otherwise."""
    fields.setdefault("unit", unit())
    fields.setdefault("name", code.title())
    return CustomsPost.objects.get_or_create(code=code, defaults=fields)[0]


def officer(role: str = "analyst", **fields: Any) -> Officer:
    """Return a new officer who can sign in with PASSWORD; of unit BATKEN unless the role is a central one."""
    number = next(_count)
    if role not in {"coordinator", "auditor", "administrator"}:
        fields.setdefault("unit", unit())
    fields.setdefault("full_name", f"Aigul Officer{number}")
    made = Officer(username=fields.pop("username", f"{role}{number}"), role=role, **fields)
    # Hashing takes longer than most tests; whoever signs in by form sets a password with `set_password`.
    made.set_unusable_password()
    made.save()
    return made


def source(**fields: Any) -> Source:
    number = next(_count)
    fields.setdefault("unit", unit())
    fields.setdefault("name", f"Source {number}")
    return Source.objects.create(**fields)


def client(**fields: Any) -> Officer:
    """Return a new integration client with its own source."""
    made = officer("client", **fields)
    source(client=made, unit=made.unit, name=made.username)
    return made


def submission(**fields: Any) -> Submission:
    """Return a registered submission of a few bytes."""
    number = next(_count)
    raw = fields.pop("raw", b'{"number": %d}' % number)
    now = fields.setdefault("received_at", timezone.now())
    fields.setdefault("known_at", now)
    fields.setdefault("status", "registered")
    if fields["status"] != "received":
        fields.setdefault("finished_at", now)
    sender = fields.setdefault("source", None) or source()
    fields |= {"source": sender}
    fields.setdefault("unit", sender.unit)
    if "submitted_by" not in fields:
        fields["submitted_by"] = sender.client or officer("analyst", unit=sender.unit)
    return Submission.objects.create(
        **{
            "idempotency_key": f"key-{number}",
            "content_type": "application/json",
            "document_kind": "json_manifest",
            "raw": raw,
            "byte_count": len(raw),
            "sha256": hashlib.sha256(raw).hexdigest(),
            **fields,
        }
    )


def problem(of: Submission, **fields: Any) -> SubmissionProblem:
    fields.setdefault("position", of.problems.count() + 1)
    return SubmissionProblem.objects.create(
        **{"submission": of, "severity": "warning", "code": "text_cut", "path": "/consignments/0", **fields}
    )


def observation(of: Submission | None = None, **fields: Any) -> Observation:
    """Return a reading of a container at a gate."""
    of = of or submission(document_kind="codeco", observations_count=1)
    number = fields.setdefault("number", "MSKU1234565")
    return Observation.objects.create(
        **{
            "submission": of,
            "source": of.source,
            "unit": of.unit,
            "reading_key": f"reading-{next(_count)}",
            "known_at": of.known_at,
            "event": "gate_in",
            "equipment_kind": "container",
            "number_key": number.replace(" ", ""),
            "seen_at": of.known_at,
            **fields,
        }
    )


def party(name: str = "Dordoi Import OsOO", **fields: Any) -> Party:
    key = fields.pop("match_key", f"name:{name.lower()}|KG")
    fields.setdefault("name_key", name.lower())
    fields.setdefault("first_known_at", timezone.now())
    return Party.objects.get_or_create(match_key=key, defaults={"name": name, **fields})[0]


def manifest(of: Submission, **fields: Any) -> Manifest:
    fields.setdefault("entry_post", post())
    return Manifest.objects.create(
        **{
            "submission": of,
            "mode": "road",
            "conveyance_id": "01 KG 730 BHC",
            "conveyance_key": "01KG730BHC",
            "conveyance_nationality": "KG",
            "arrival_at": timezone.now(),
            **fields,
        }
    )


def consignment(
    *,
    document_number: str | None = None,
    source: Source | None = None,
    unit: PortControlUnit | None = None,
    known_at: datetime | None = None,
    document_kind: str = "json_manifest",
    movement: str = "expected",
    identity_date: date | None = None,
    manifest_fields: dict[str, Any] | None = None,
    parties: list[dict[str, Any]] | None = None,
    goods: list[dict[str, Any]] | None = None,
    equipment: list[dict[str, Any]] | None = None,
    documents: list[dict[str, Any]] | None = None,
    **revision_fields: Any,
) -> Consignment:
    """Return a consignment at revision 1 with manifest, parties, goods and equipment.

    parties, goods, equipment, documents: one dict of model fields a row; what is left out is filled with the usual.
    Other keywords are fields of the revision. `revision_of(consignment)` gives its revision in force.
    """
    number = next(_count)
    known_at = known_at or timezone.now()
    sent_by = source or globals()["source"](unit=unit or globals()["unit"]())
    received = submission(
        source=sent_by,
        unit=unit or sent_by.unit,
        document_kind=document_kind,
        received_at=known_at,
        consignments_count=1,
        registered_count=1,
    )
    made = Consignment.objects.create(
        reference=f"KG-26-{900_000 + number:06}",
        source=sent_by,
        unit=unit or sent_by.unit,
        document_kind=document_kind,
        document_number=document_number or f"CMR-{number:06}",
        identity_date=identity_date,
        movement=movement,
        first_known_at=known_at,
    )
    revise(
        made,
        received,
        manifest_fields=manifest_fields,
        parties=parties,
        goods=goods,
        equipment=equipment,
        documents=documents,
        known_at=known_at,
        **revision_fields,
    )
    return made


def revise(
    of: Consignment,
    received: Submission | None = None,
    *,
    manifest_fields: dict[str, Any] | None = None,
    parties: list[dict[str, Any]] | None = None,
    goods: list[dict[str, Any]] | None = None,
    equipment: list[dict[str, Any]] | None = None,
    documents: list[dict[str, Any]] | None = None,
    **fields: Any,
) -> ConsignmentRevision:
    """Add the next revision to a consignment and make it the one in force."""
    received = received or submission(source=of.source, unit=of.unit, document_kind=of.document_kind)
    fields.setdefault("known_at", received.known_at)
    of.revisions.filter(replaced_at=None).update(replaced_at=fields["known_at"])
    made = ConsignmentRevision.objects.create(
        consignment=of,
        number=of.latest_revision + 1,
        submission=received,
        manifest=manifest(received, **(manifest_fields or {})),
        **{
            "path": "/consignments/0",
            "transport_document_kind": "cmr",
            "procedure": "import",
            "dispatch_country": "CN",
            "destination_country": "KG",
            **fields,
        },
    )
    of.latest_revision = made.number
    of.save(update_fields=["latest_revision"])
    for row in USUAL_PARTIES if parties is None else parties:
        _add_party(made, row)
    for line, row in enumerate(USUAL_GOODS if goods is None else goods, start=1):
        GoodsItem.objects.create(**{"revision": made, "number": line, **row})
    for row in USUAL_EQUIPMENT if equipment is None else equipment:
        number = row.get("number", "KSHU6182408")
        TransportEquipment.objects.create(
            **{"revision": made, "kind": "container", "number": number, "number_key": number, **row}
        )
    for row in documents or []:
        NamedDocument.objects.create(**{"revision": made, "kind": "invoice", **row})
    return made


def supporting_document(*, goods: list[dict[str, Any]] | None = None, **fields: Any) -> SupportingDocument:
    """Return an invoice of a consignment, typed by an officer; goods: one dict of model fields a line."""
    fields.setdefault("number", f"INV-{next(_count)}")
    if "consignment" not in fields:
        fields["consignment"] = consignment()
    if "entered_by" not in fields:
        fields["entered_by"] = officer("analyst", unit=fields["consignment"].unit)
    fields.setdefault("number_key", document_key(fields["number"]))
    made = SupportingDocument.objects.create(**{"kind": "invoice", "stated_by": "officer", **fields})
    for line, row in enumerate(goods or [], start=1):
        SupportingGoods.objects.create(**{"document": made, "number": line, **row})
    return made


def revision_of(of: Consignment) -> ConsignmentRevision:
    return of.revisions.get(number=of.latest_revision)


USUAL_PARTIES = [
    {"role": "consignor", "name": "Kashi Xinlan Garment Co., Ltd", "country": "CN"},
    {
        "role": "consignee",
        "name": "Nur-Kiyim Import OsOO",
        "identifier": "02709202610417",
        "identifier_kind": "INN",
        "country": "KG",
    },
]
USUAL_GOODS = [
    {
        "commodity_code": "6203423500",
        "description": "Men's trousers of cotton",
        "packages": 618,
        "package_kind": "CT",
        "gross_mass_kg": Decimal("15640"),
        "net_mass_kg": Decimal("14820.5"),
        "value": Decimal("58200"),
        "currency": "USD",
        "origin_country": "CN",
    }
]
USUAL_EQUIPMENT = [{"number": "KSHU6182408", "size_type": "45G1", "fullness": "full", "seals": ["HX204512"]}]


def _add_party(revision: ConsignmentRevision, row: dict[str, Any]) -> None:
    name = row.get("name", "")
    known = row["party"] if "party" in row else party(name, country=row.get("country", "")) if name else None
    ConsignmentParty.objects.create(**{"revision": revision, "role": "consignee", **row, "party": known})
