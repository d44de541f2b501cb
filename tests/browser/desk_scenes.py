"""What stands on the desk, in the yard and at the intake when a page of theirs is looked at."""

from datetime import timedelta
from decimal import Decimal
from typing import Any

from django.utils import timezone

from consignments.models.document_draft import DocumentDraft
from consignments.registering import register_submission
from profiling.models import Assessment, Duty, LinkEdge, LinkNode, Question
from seizures.models import ExaminationPhoto, PictureMark
from tests import factories as make
from tests.consignments import papers
from tests.consignments.arriving import receive_bytes, register_bytes
from tests.consignments.files import picture
from tests.profiling import making
from tests.profiling.pieces.making import aboard, earlier
from tests.profiling.views.stage import case
from tests.seizures.followed import followed_seizure
from tests.seizures.making import begun, closed, seizure_line

E01 = {"code": "E01", "points": 50, "when": {"fact": "container_number_invalid", "op": "is_true"}}
F01 = {"code": "F01", "points": 30, "when": {"fact": "freight_in_cash", "op": "is_true"}}
DEFINITION = making.DEFINITION | {"indicators": [E01, F01]}


def a_case() -> Assessment:
    """A red case with a hit, a not evaluable indicator, a list hit and a sibling in its box."""
    version = making.version(definition=DEFINITION, instruction="Count the cartons.")
    waiting = case(
        profile_set=making.profile_set(version),
        points_low=[50],
        points_high=[80],
        score=50,
        score_possible=30,
        facts_values={"container_number_invalid": True},
    )
    making.hit(waiting, version)
    entry = making.entry(making.watch_list(), "Nur Kiim Import LLC")
    stated = {"role": "consignee", "matched_text": "Nur-Kiyim Import OsOO", "score": 93, "agreed": ["name"]}
    waiting.list_hits.create(entry=entry, **stated)
    case("yellow", 600)
    return waiting


def with_a_case() -> dict[str, Any]:
    a_case()
    return {}


def with_a_hold() -> dict[str, Any]:
    a_case().select(make.officer("analyst"), "Seal differs")
    return {}


def with_a_drawn_examiner() -> dict[str, Any]:
    hold = a_case()
    hold.select(make.officer("analyst"), "Seal differs")
    for _examiner in range(3):
        Duty.objects.begin(make.officer("examiner"), hold.post)
    hold.draw_examiner(make.officer("analyst"))
    hold.lift(make.officer("analyst"), "The seal was read wrongly")
    return {"pk": hold.pk}


def with_a_submission() -> dict[str, Any]:
    received = make.submission()
    make.problem(received)
    return {"pk": received.pk}


def with_a_draft() -> dict[str, Any]:
    begun = DocumentDraft.objects.create(unit=make.unit(), kind="smgs_note", created_by=make.officer("analyst"))
    begun.save_values({"number": "30481122"}, begun.created_by)
    return {}


def with_a_rejected_row() -> dict[str, Any]:
    source = make.source()
    table = b"CMR;Goods;Gross kg\nA-1;Soap;12\nA-2;Rope;heavy\n"
    officer = make.officer(unit=source.unit)
    return {"pk": register_bytes(table, source, by=officer, content_type="text/csv", file_name="week47.csv").pk}


def with_a_paper() -> dict[str, Any]:
    """A CMR note as a PDF that waits to be confirmed."""
    received = receive_bytes(papers.cmr(), make.source(), content_type="application/pdf", file_name="cmr.pdf")
    register_submission(received.pk)
    return {"pk": received.pk}


def with_a_seizure() -> dict[str, Any]:
    return {"pk": seizure_line().pk}


def with_a_followed_seizure() -> dict[str, Any]:
    return {"pk": followed_seizure().pk}


def with_a_result() -> dict[str, Any]:
    examination = closed()
    return {"pk": examination.pk, "assessment_pk": examination.examined.get().assessment_id}


def with_a_supporting_document() -> dict[str, Any]:
    of = a_case().consignment
    said = {"gross_mass_kg": 16920, "seals": ["HX 204481"], "sender_name": "Kashi Xinlan Garment"}
    return {"pk": make.supporting_document(consignment=of, goods=[{"description": "Garments"}], **said).pk}


def with_two_revisions() -> dict[str, Any]:
    of = a_case().consignment
    make.revise(of, destination_country="KZ", goods=[{"description": "Garments, mixed", "packages": 681}])
    return {"pk": of.pk}


def with_questions() -> dict[str, Any]:
    """One unanswered, one answered late."""
    case_asked, officer = a_case(), make.officer("analyst")
    for text in ("Please send the invoice of this consignment.", "Where was it loaded?"):
        question = Question(text=text, language="en", addressee_name="Tulpar Broker")
        asked = case_asked.request_information(officer, "Datum missing", question)
    asked.answer_with("At Kashi.", officer, "officer")
    return {"pk": case_asked.pk}


def with_a_marked_scan() -> dict[str, Any]:
    """A scan picture with a mark, of an open examination."""
    examination = begun()
    officer = examination.examiner
    scan = ExaminationPhoto.objects.add(officer, examination, picture(size=(640, 400)), kind="scan", point="scan")
    PictureMark.objects.put(officer, scan, "Dense block", x=0.2, y=0.3, width=0.25, height=0.4)
    return {"pk": scan.pk}


BOX = "MSKU1234565"


def with_a_full_box() -> dict[str, Any]:
    """A box that a hold, a waiting case and another journey share, with readings whose seals differ."""
    earlier(BOX, 60, lane="red", outcome="seizure")
    aboard(BOX, "red", state="selected", seals=["HX 1"])
    aboard(BOX, "yellow", minutes=70, seals=["HX 2"])
    now = timezone.now()
    make.observation(number=BOX, seals=["HX 1"], seal_condition="intact", seen_at=now - timedelta(hours=9))
    make.observation(number=BOX, seals=["HX 9"], event="weighed", gross_mass_kg=Decimal(27910), post=make.post())
    return {}


def with_a_linked_party() -> dict[str, Any]:
    """A party with a result and a seizure, linked with a plate and, two steps away, with another party."""
    for outcome in ("nil", "seizure"):
        aboard(BOX, "red", outcome=outcome)
    aboard(BOX, "yellow", parties=[{"role": "consignee", "name": "Dordoi Plast OsOO", "country": "KG"}])
    ours, other = make.party("Nur-Kiyim Import OsOO"), make.party("Dordoi Plast OsOO")
    seen = {"first_seen_at": timezone.now(), "last_seen_at": timezone.now()}
    names = [("party", str(ours.pk)), ("plate", "01KG730BHC"), ("party", str(other.pk))]
    first, plate, last = [LinkNode.objects.create(kind=kind, key=key, edge_count=1, **seen) for kind, key in names]
    for low, high in [(first, plate), (plate, last)]:
        LinkEdge.objects.create(low=low, high=high, consignment_count=2, **seen)
    return {"pk": ours.pk}
