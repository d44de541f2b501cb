"""For every constraint and trigger of what follows a seizure: something that tries to break it."""

from datetime import timedelta
from typing import Any

from django.db import connection
from django.utils import timezone

from consignments.models import StoredFile
from seizures.models import ArrestReport, CustodyStep, EvidencePhoto, InspectionAct, LaboratoryStep, SeizureLine
from tests.consignments.files import picture
from tests.seizures.making import closed, seizure_line

from .attackers_seizures import line


def step(**columns: Any) -> CustodyStep:
    one = columns.pop("line", None) or seizure_line()
    usual = {
        "number": 1,
        "destination": "store",
        "given_by": "Bakyt",
        "received_by": "Store",
        "signed_by": "Aigul",
        "at": timezone.now(),
        "place": "Batken",
        "recorded_by": one.recorded_by,
    }
    return CustodyStep.objects.create(line=one, **{**usual, **columns})


def laboratory(**columns: Any) -> LaboratoryStep:
    one = seizure_line()
    usual = {"state": "pending", "laboratory": "Lab", "number": "5", "on": timezone.localdate()}
    return LaboratoryStep.objects.create(line=one, recorded_by=one.recorded_by, **{**usual, **columns})


def arrests(persons: int = 1) -> ArrestReport:
    one = seizure_line()
    return ArrestReport.objects.create(
        examination=one.examination, consignment=one.consignment, persons=persons, recorded_by=one.recorded_by
    )


def photo(of: SeizureLine | None = None) -> EvidencePhoto:
    one = of or seizure_line()
    file = StoredFile.objects.keep(picture("JPEG"))
    return EvidencePhoto.objects.create(line=one, file=file, added_by=one.recorded_by)


def act(of=None, **columns: Any) -> InspectionAct:
    of = of or closed()
    usual = {"number": 1, "content_sha256": "0" * 64, "code": "A" * 16}
    return InspectionAct.objects.create(examination=of, issued_by=of.examiner, **{**usual, **columns})


def twice(make_one, of) -> None:
    make_one(of)
    make_one(of)


def same_act_number_twice():
    of = closed()
    act(of)
    act(of, code="B" * 16)


def same_step_twice():
    of = seizure_line()
    step(line=of)
    step(line=of)


def change(row) -> None:
    type(row).objects.filter(pk=row.pk).update(id=row.pk)


def empty(row) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "SET CONSTRAINTS ALL IMMEDIATE; SET LOCAL pcu.allow_truncate = 'off';"
            f" TRUNCATE {type(row)._meta.db_table} CASCADE"
        )


KEPT = {
    "arrestreport": arrests,
    "custodystep": step,
    "evidencephoto": photo,
    "inspectionact": act,
    "laboratorystep": laboratory,
}

ATTACKERS = {
    "a_hand_over_lies_in_the_past": lambda: step(at=timezone.now() + timedelta(days=1)),
    "a_hand_over_says_who_and_where": lambda: step(signed_by=""),
    "a_laboratory_step_says_which_and_its_number": lambda: laboratory(number=""),
    "a_number_is_of_one_seizure": lambda: line(),
    "a_picture_is_evidence_of_a_seizure_once": lambda: twice(photo, seizure_line()),
    "a_seizure_has_a_number": lambda: line(reference=""),
    "acts_count_from_one": lambda: act(number=0),
    "acts_of_an_examination_are_numbered": same_act_number_twice,
    "an_act_has_a_code_and_a_hash": lambda: act(code="a-code"),
    "an_agency_takes_over_by_an_act": lambda: step(destination="agency", agency="police"),
    "arrests_are_few": lambda: arrests(201),
    "concealment_method_is_known": lambda: line(concealment_method="magic", reference="SZ-X"),
    "custody_destination_is_named": lambda: step(destination="shop"),
    "custody_steps_count_from_one": lambda: step(number=0),
    "custody_steps_follow_one_another": same_step_twice,
    "laboratory_state_is_named": lambda: laboratory(state="maybe"),
    "seizures_inspectionact_code_key": lambda: [act(), act()],
    **{f"{table}_is_append_only": lambda made=made: change(made()) for table, made in KEPT.items()},
    **{f"{table}_is_not_emptied": lambda made=made: empty(made()) for table, made in KEPT.items()},
}
