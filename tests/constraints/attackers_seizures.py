"""For every constraint and trigger of the seizures tables: something that tries to break it."""

from datetime import timedelta
from decimal import Decimal

from django.db import connection
from django.utils import timezone

from seizures.models import Examination, ExaminationPhoto, SeizureLine
from tests.consignments.files import picture
from tests.seizures.making import begun, closed, seizure_line


def examination(**columns):
    """Give an open examination these columns."""
    Examination.objects.filter(pk=begun().pk).update(**columns)


def closing(**columns):
    """Close an open examination by hand, with these columns."""
    one = begun()
    usual = {"state": "closed", "kind": "scan", "closed_at": timezone.now(), "closed_by": one.examiner}
    Examination.objects.filter(pk=one.pk).update(**{**usual, **columns})


def line(**columns):
    """Copy a seizure line with these columns."""
    one = seizure_line()
    kept = [field.attname for field in SeizureLine._meta.concrete_fields if not field.primary_key]
    SeizureLine.objects.create(**{**{name: getattr(one, name) for name in kept}, **columns})


def same_reference_twice():
    Examination.objects.filter(pk=begun().pk).update(reference=begun().reference)


def examined_twice():
    row = begun().examined.get()
    row.examination.examined.create(assessment=row.assessment)


def corrected_twice():
    one = seizure_line()
    one.correct(one.recorded_by, "Counted again", quantity=Decimal(5))
    line(corrects_id=one.pk, correction_reason="And again")


def corrects_itself():
    one = seizure_line()
    twin = SeizureLine(**{f.attname: getattr(one, f.attname) for f in SeizureLine._meta.concrete_fields})
    twin.pk = SeizureLine._meta.pk.get_default()
    twin.corrects_id, twin.correction_reason = twin.pk, "Because"
    twin.save(force_insert=True)


def run(sql: str):
    with connection.cursor() as cursor:
        cursor.execute(sql)


def empty_the_lines():
    seizure_line()
    run("SET CONSTRAINTS ALL IMMEDIATE; SET LOCAL pcu.allow_truncate = 'off'; TRUNCATE seizures_seizureline CASCADE")


def photo(**columns):
    """Give a photo of an open examination these columns."""
    one = begun()
    kept = ExaminationPhoto.objects.add(one.examiner, one, picture())
    ExaminationPhoto.objects.filter(pk=kept.pk).update(**columns)
    return kept


def the_same_picture_twice():
    one = photo()
    ExaminationPhoto.objects.create(examination=one.examination, file=one.file, added_by=one.added_by)


def mark(**columns):
    one = photo()
    usual = {"x": 0.5, "y": 0.5, "width": 0.2, "height": 0.2, "note": "Dense", "made_by": one.added_by}
    one.marks.create(**{**usual, **columns})


ATTACKERS = {
    "a_mark_lies_within_the_picture": lambda: mark(x=0.9),
    "a_mark_says_what_is_seen": lambda: mark(note=""),
    "a_picture_is_in_an_examination_once": the_same_picture_twice,
    "a_removed_mark_says_by_whom": lambda: mark(removed_at=timezone.now()),
    "a_removed_photo_says_why": lambda: photo(removed_at=timezone.now()),
    "photo_kind_is_named": lambda: photo(kind="film"),
    "weighbridge_mass_is_positive": lambda: examination(weighbridge_kg=0),
    "a_closed_examination_has_a_kind": lambda: closing(kind=""),
    "a_closed_examination_never_changes": lambda: Examination.objects.filter(pk=closed().pk).update(remarks="Changed"),
    "a_closed_examination_says_when_and_by_whom": lambda: closing(closed_by=None),
    "a_consignment_is_examined_once_per_examination": examined_twice,
    "a_correction_has_a_reason": lambda: line(corrects_id=seizure_line().pk, correction_reason=""),
    "a_line_does_not_correct_itself": corrects_itself,
    "a_seized_value_has_a_currency": lambda: line(value=Decimal(100), currency=""),
    "a_seizure_is_of_something": lambda: line(commodity=""),
    "concealment_is_known": lambda: line(concealment="pocket"),
    "examination_closes_after_it_begins": lambda: closing(closed_at=timezone.now() - timedelta(days=1)),
    "examination_is_of_something": lambda: examination(equipment_number=""),
    "examination_state_is_named": lambda: examination(state="paused"),
    "examined_outcome_is_named": lambda: begun().examined.update(outcome="clean"),
    "examined_piece_is_of_a_kind": lambda: examination(equipment_kind="barge"),
    "seal_state_is_named": lambda: examination(seal_state="fine"),
    "seized_quantity_is_positive": lambda: line(quantity=Decimal(0)),
    "seizure_category_is_known": lambda: line(category="other"),
    "seizure_line_is_append_only": lambda: SeizureLine.objects.filter(pk=seizure_line().pk).update(quantity=1),
    "seizure_lines_are_not_emptied": empty_the_lines,
    "seizure_unit_is_known": lambda: line(quantity_unit="box"),
    "seizures_examination_reference_key": same_reference_twice,
    "seizures_seizureline_corrects_id_key": corrected_twice,
}
