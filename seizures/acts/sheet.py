"""The words and figures on the sheet of an inspection act, in the language of the reader's thread."""

from typing import Any

from django.utils import formats, timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from consignments.models import CaseEvent
from profiling.models import Outcome
from profiling.presenting.parties import goods_in_short
from profiling.presenting.quantities import exact_mass, money, number
from seizures.checklists import WALK_TITLES
from seizures.kinds import OPENING, WITHOUT_OPENING
from seizures.models import Examination, ExaminedConsignment, InspectionAct, QuantityUnit, SeizureLine
from seizures.presenting.points import PointRow, before_opening, tests, walk
from seizures.seals import SealState

from .content import PARTIES, corrections_of, examined_rows, lines_of
from .issuing import in_groups

NONE = "–"


def title_of(kind: str) -> str:
    """An inspection without opening and an examination with it are different acts in law, and are called so."""
    if kind in WITHOUT_OPENING:
        return _("Act of customs inspection without opening")
    return _("Act of customs examination with opening") if kind in OPENING else _("Act of a document check")


def sheet_of(act: InspectionAct, language: str, address: str) -> dict[str, Any]:
    """Return the data of the template; `address` is where the code can be checked."""
    examination = act.examination
    title, code = title_of(examination.kind), in_groups(act.code)
    lines = lines_of(examination)
    return {
        "language": language,
        "title": title,
        "act_number": f"{examination.reference}/{act.number}",
        "head": _("PCU %(unit)s") % {"unit": examination.unit},
        "foot": f"{examination.reference}/{act.number} · {code}",
        "facts_title": _("Subject of the act"),
        "facts": _facts(examination, act),
        "consignments_title": _("Result"),
        "consignments": [_consignment(row) for row in examined_rows(examination)],
        "seized_title": _("What was seized"),
        "seized_heads": [
            _("No."),
            _("Goods"),
            _("Category"),
            _("Quantity"),
            _("Where hidden"),
            _("Value"),
        ],
        "seized": [_line(line) for line in lines if line.is_in_force],
        "points_title": str(WALK_TITLES[examination.equipment_kind]),
        "points_heads": [_("Point"), _("Answer"), _("What is wrong")],
        "points": _points(examination),
        "remarks_title": _("Remarks"),
        "remarks": examination.remarks,
        "corrections_title": _("Corrections"),
        "corrections": [_correction(event) for event in corrections_of(examination)],
        "photos_title": _("Photos"),
        "verify": [
            [_("Verification code"), code],
            [_("Check it at"), address],
        ],
        "signature_title": _("Signatures"),
        "signatures": [_("Examiner"), _("Second officer"), _("Carrier or declarant"), _("Witness")],
        "signature_hint": _("name, signature, date"),
    }


def _facts(examination: Examination, act: InspectionAct) -> list[list[str]]:
    seals = examination.piece.seals
    stated = _("nothing stated") if seals is None else ", ".join(seals) or NONE
    state = str(SealState(examination.seal_state).label) if examination.seal_state else ""
    vehicle = examination.assessments()[0].revision.manifest.conveyance_id
    piece = f"{examination.get_equipment_kind_display()} {examination.equipment_number}"
    told = [
        [_("Equipment"), piece if vehicle == examination.equipment_number else f"{piece} · {vehicle}".rstrip(" ·")],
        [_("Kind"), examination.get_kind_display()],
        [_("Unit, post"), ", ".join(filter(None, [str(examination.unit), str(examination.post or "")]))],
        [_("Place"), examination.place],
        [_("Examiner"), str(examination.examiner)],
        [_("Closed by"), "" if examination.closed_by == examination.examiner else str(examination.closed_by)],
        [_("Officers present"), examination.officers_present],
        [_("Begun"), _two_clocks(examination.begun_at, examination.begun_on_device_at)],
        [pgettext("examination", "Closed"), _two_clocks(examination.closed_at, examination.closed_on_device_at)],
        [_("Weighbridge"), exact_mass(examination.weighbridge_kg)],
        [_("Seal as stated"), stated],
        [_("Seal as read"), ", ".join(filter(None, [examination.seal_read, state])) or NONE],
        [_("New seal"), examination.new_seal or examination.no_new_seal_because or NONE],
        [_("Act made"), _moment(act.issued_at)],
    ]
    return [[label, text] for label, text in told if text]


def _two_clocks(at, on_device_at) -> str:
    """The moment by the server; by the phone too where the work was done without a link."""
    if on_device_at is None:
        return _moment(at)
    return _("%(server)s (by the device: %(device)s)") % {"server": _moment(at), "device": _moment(on_device_at)}


def _consignment(row: ExaminedConsignment) -> dict[str, Any]:
    consignment, revision = row.assessment.consignment, row.assessment.revision
    parties = {party.role: party for party in revision.parties.all() if party.name}
    goods, code = goods_in_short(list(revision.goods.all()))
    labels = {"consignor": _("Consignor"), "consignee": _("Consignee"), "carrier": _("Carrier")}
    told = [
        [_("Result"), row.get_outcome_display()],
        [_("Document"), consignment.document_number],
        *[[labels[role], parties[role].name] for role in PARTIES if role in parties],
        [_("Goods as stated"), " · ".join(filter(None, [goods, code, exact_mass(revision.total_gross_mass_kg)]))],
    ]
    return {"reference": consignment.reference, "facts": [[label, text] for label, text in told if text]}


def _line(line: SeizureLine) -> list[str]:
    how = "" if line.concealment_method == "not_stated" else line.get_concealment_method_display()
    where = [line.get_concealment_display(), how, line.concealment_note]
    return [
        line.reference,
        line.commodity,
        line.get_category_display(),
        f"{number(line.quantity)} {line.get_quantity_unit_display()}",
        ", ".join(filter(None, where)),
        money(line.value, line.currency) or NONE,
    ]


def _points(examination: Examination) -> list[list[str]]:
    checklist = examination.checklist
    made = [row for row in tests(checklist) if row.answer]
    return [_point(row) for row in [*before_opening(checklist), *made, *walk(examination.equipment_kind, checklist)]]


def _point(row: PointRow) -> list[str]:
    return [str(row.title), str(row.answer.word) if row.answer else NONE, row.note]


def _correction(event: CaseEvent) -> list[str]:
    return [_moment(event.at), str(event.actor or _("The platform")), f"{_changed(event)} {event.reason}"]


def _changed(event: CaseEvent) -> str:
    before, after = event.before or {}, event.after or {}
    if event.verb == "result_corrected":
        told = {"was": str(Outcome(before["outcome"]).label), "now": str(Outcome(after["outcome"]).label)}
    else:
        told = {"was": _goods(before), "now": _goods(after)}
    reference = event.consignment.reference if event.consignment else ""
    return _("%(reference)s: from “%(was)s” to “%(now)s”.") % {"reference": reference, **told}


def _goods(told: dict) -> str:
    return f"{told['commodity']} {number(told['quantity'])} {QuantityUnit(told['quantity_unit']).label}"


def _moment(at) -> str:
    return formats.date_format(timezone.localtime(at), "DATETIME_FORMAT") if at else ""
