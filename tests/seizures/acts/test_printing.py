"""The act on paper: in each language its words and letters, everything examined, nothing of why it was chosen."""

import re

import pytest
from django.utils import translation

from consignments.models import ConsignmentParty
from profiling.models import Outcome
from seizures.acts.issuing import in_groups, issue
from seizures.acts.printing import pdf_of
from seizures.models import ExaminationPhoto
from tests import factories as make
from tests.consignments.files import picture
from tests.consignments.printing.reading import text_of
from tests.profiling import making
from tests.seizures.making import answered, begun, closed, goods, selected

pytestmark = pytest.mark.django_db
ADDRESS = "https://pcu.example/verify/"
NASTY = 'Сары-Таш #read("x") *b* ] Ңүө'


def printed(examination, language="en") -> str:
    return text_of(pdf_of(issue(examination.examiner, examination), language, ADDRESS))


@pytest.mark.parametrize("language", ["en", "ru", "ky"])
def test_it_states_what_was_examined_in_each_language(language):
    case = selected()
    examination = closed(case, "seizure", goods(case, commodity="Сигареты «Үч-Коргон»"))
    said = printed(examination, language)
    act = examination.acts.get()
    with translation.override(language):
        outcome = str(Outcome.SEIZURE.label)
    line = examination.seizure_lines.get()
    for expected in (
        f"{examination.reference}/1",
        in_groups(act.code),
        ADDRESS,
        examination.equipment_number,
        case.consignment.reference,
        outcome,
        line.reference,
        "Сигареты «Үч-Коргон»",
    ):
        assert expected in said
    thousands = {"en": "18\u202f600", "ru": "18\u202f600", "ky": "18\u202f600"}[language]
    assert thousands.replace("\u202f", " ") in said.replace("\u202f", " ")


def test_it_tells_nothing_of_why_it_was_chosen():
    case = selected(score=87)
    version = making.version(instruction="Open the third pallet")
    making.hit(case, version)
    said = printed(closed(case))
    for secret in (version.profile.code, "third pallet", "red", "Red", "profile"):
        assert secret not in said
    assert not re.search(r"\b87\b", said), "the score"


def test_what_people_wrote_is_no_markup():
    case = selected()
    examination = answered(begun(case), answer="problem")
    examination.close(examination.examiner, "full", {case: "nil"}, new_seal="KG 1", remarks=NASTY)
    said = printed(examination)
    assert NASTY in said
    assert "Fresh paint" in said


def test_parties_stand_there_by_their_names_alone():
    case = selected()
    ConsignmentParty.objects.filter(revision=case.revision, role="consignee").delete()
    ConsignmentParty.objects.create(
        revision=case.revision, role="consignee", name="Нур Импорт", address="Lenin 5", phone="+996700112233"
    )
    said = printed(closed(case))
    assert "Нур Импорт" in said
    assert "Lenin 5" not in said
    assert "996700112233" not in said


@pytest.mark.parametrize(
    ("kind", "title"),
    [
        ("documents", "Act of a document check"),
        ("scan", "Act of customs inspection without opening"),
        ("full", "Act of customs examination with opening"),
    ],
)
def test_an_inspection_is_not_called_an_examination(kind, title):
    case = selected()
    examination = answered(begun(case))
    examination.close(examination.examiner, kind, {case: "nil"}, new_seal="KG 5")
    assert title in printed(examination)


def test_a_correction_stands_on_the_next_act():
    case = selected()
    examination = closed(case)
    examination.correct_result(make.officer("supervisor"), case, Outcome.DOCUMENTARY, "The invoice was missing")
    assert "The invoice was missing" in printed(examination)


def test_the_same_act_is_the_same_file_and_photos_are_in_it():
    case = selected()
    examination = begun(case)
    ExaminationPhoto.objects.add(examination.examiner, examination, picture("JPEG", (400, 300)), point="seal")
    examination.close(examination.examiner, "documents", {case: "nil"}, ())
    act = issue(examination.examiner, examination)
    made = pdf_of(act, "ru", ADDRESS)
    assert made == pdf_of(act, "ru", ADDRESS)
    assert b"/Subtype/Image" in made.replace(b" ", b"")
    assert len(made) < 200_000
