"""Pictures of an examination: once by id and by bytes, shown without what the camera wrote, marked, removed."""

import io
from datetime import timedelta
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from PIL import Image

from consignments.models import CaseEvent
from consignments.refusing import Refused
from seizures.models import ExaminationPhoto, PictureMark
from tests import factories as make
from tests.seizures.browsing import as_officer, text
from tests.seizures.making import begun, closed

pytestmark = pytest.mark.django_db
GPS, MODEL, ORIENTATION = 0x8825, 0x0110, 0x0112


def jpeg(colour="red", *, size=(60, 40), exif=None) -> bytes:
    raw = io.BytesIO()
    Image.new("RGB", size, colour).save(raw, "JPEG", exif=exif or Image.Exif())
    return raw.getvalue()


def with_position() -> bytes:
    exif = Image.Exif()
    exif[MODEL] = "Telltale phone"
    exif[ORIENTATION] = 6  # taken with the phone held upright
    exif.get_ifd(GPS)[1] = "N"
    exif.get_ifd(GPS)[2] = (39.0, 57.0, 11.0)
    return jpeg(exif=exif)


def added(examination=None, raw=None, **told) -> ExaminationPhoto:
    examination = examination or begun()
    return ExaminationPhoto.objects.add(examination.examiner, examination, raw or jpeg(), **told)


def sent(raw=None, **fields):
    return {"photo": SimpleUploadedFile("x.jpg", raw or jpeg(), "image/jpeg"), **fields}


def test_the_same_id_and_the_same_bytes_are_one_photo():
    examination, pk = begun(), uuid4()
    first = added(examination, pk=pk, point="floor")
    assert added(examination, jpeg("blue"), pk=pk) == first
    assert added(examination, pk=uuid4()) == first
    assert added(examination, jpeg("blue")) != first
    assert CaseEvent.objects.filter(verb="photo_added").count() == 2


def test_an_id_of_another_examination_or_officer_is_refused():
    photo, other = added(), begun(officer=make.officer("examiner"))
    with pytest.raises(Refused) as refused:
        added(other, jpeg("blue"), pk=photo.pk)
    assert refused.value.code == "id_taken"


@pytest.mark.parametrize(
    ("raw", "told", "code"),
    [
        (b"%PDF-1.4 paper", {}, "no_picture"),
        (b"MZ\x90\x00" + bytes(50), {}, "file_type_not_kept"),
        (None, {"point": "moon"}, "point_unknown"),
        (None, {"kind": "film"}, "kind_unknown"),
    ],
)
def test_it_refuses_what_is_no_picture_of_a_point(raw, told, code):
    with pytest.raises(Refused) as refused:
        added(begun(), raw, **told)
    assert refused.value.code == code
    assert not ExaminationPhoto.objects.exists()


def test_a_closed_examination_takes_only_what_was_taken_before_and_came_late():
    examination = closed()
    added(examination, taken_at=examination.closed_at - timedelta(minutes=1))
    for taken_at in (None, examination.closed_at + timedelta(minutes=1)):
        with pytest.raises(Refused) as refused:
            added(examination, jpeg("blue"), taken_at=taken_at)
        assert refused.value.code == "already_closed"


def test_both_clocks_are_kept():
    taken_at = timezone.now() - timedelta(hours=3)
    photo = added(taken_at=taken_at)
    assert photo.taken_at == taken_at
    assert abs(photo.received_at - timezone.now()) < timedelta(minutes=1)


def test_a_removed_photo_stays_with_its_reason_and_the_bytes_may_come_again():
    photo = added()
    with pytest.raises(Refused):
        photo.remove(photo.added_by, " ")
    photo.remove(photo.added_by, "Of another truck")
    assert photo.removal_reason == "Of another truck" and not ExaminationPhoto.objects.in_place().exists()
    with pytest.raises(Refused):
        photo.remove(photo.added_by, "Again")
    assert added(photo.examination) != photo


def test_nothing_is_removed_of_a_closed_examination():
    examination = closed()
    photo = added(examination, taken_at=examination.begun_at)
    with pytest.raises(Refused) as refused:
        photo.remove(photo.added_by, "Blurred")
    assert refused.value.code == "already_closed"


def test_the_page_takes_pictures_without_a_script():
    examination = begun()
    two = [SimpleUploadedFile(f"{colour}.jpg", jpeg(colour), "image/jpeg") for colour in ("red", "blue")]
    paper = SimpleUploadedFile("paper.pdf", b"%PDF-1.4 paper", "application/pdf")
    path = f"/examinations/{examination.pk}/photos/"
    answer = as_officer(examination.examiner).post(path, {"photos": [*two, paper], "point": "floor"}, follow=True)
    assert "paper.pdf: Only pictures" in text(answer)
    assert ExaminationPhoto.objects.filter(point="floor").count() == 2
    for photo in ExaminationPhoto.objects.all():
        assert f"/photos/{photo.pk}/thumbnail/" in text(answer)


def test_a_phone_sends_one_under_its_own_id_twice():
    examination, pk = begun(), uuid4()
    officer, path = as_officer(examination.examiner), f"/examinations/{examination.pk}/photos/{pk}/"
    told = {"officer": str(examination.examiner.pk), "point": "seal", "taken_at": "2026-11-24T08:00:00+06:00"}
    answers = [officer.post(path, sent(**told)) for _twice in range(2)]
    assert [answer.status_code for answer in answers] == [201, 201]
    photo = ExaminationPhoto.objects.get()
    assert photo.pk == pk and photo.taken_at.isoformat() == "2026-11-24T02:00:00+00:00"


def test_what_another_officer_photographed_is_not_sent_in_my_name():
    examination = begun()
    path = f"/examinations/{examination.pk}/photos/{uuid4()}/"
    answer = as_officer(make.officer("examiner")).post(path, sent(officer=str(examination.examiner.pk)))
    assert answer.status_code == 409 and answer.json()["code"] == "other_officer"
    assert not ExaminationPhoto.objects.exists()


@pytest.mark.parametrize("which", ["picture", "thumbnail"])
def test_what_is_shown_says_neither_where_nor_with_which_phone(which):
    photo = added(raw=with_position())
    answer = as_officer(photo.added_by).get(f"/photos/{photo.pk}/{which}/")
    shown = Image.open(io.BytesIO(answer.content))
    assert shown.size == (40, 60)  # upright
    assert not shown.getexif() and b"Telltale" not in answer.content
    assert "no-store" in answer["Cache-Control"] and "sandbox" in answer["Content-Security-Policy"]


def test_the_original_is_whole_for_who_corrects_records_and_leaves_a_line_in_the_log():
    photo = added(raw=with_position())
    path = f"/photos/{photo.pk}/original/"
    assert as_officer(photo.added_by).post(path).status_code == 403
    answer = as_officer(make.officer("supervisor")).post(path)
    assert b"Telltale" in answer.content
    assert CaseEvent.objects.get(verb="original_taken").after["photo"] == str(photo.pk)


def test_a_mark_is_put_by_numbers_and_taken_off():
    photo = added(kind="scan")
    officer, page = as_officer(photo.added_by), f"/photos/{photo.pk}/"
    place = {"note": "Dense block", "x": "12.5", "y": "30", "width": "20", "height": "90"}
    assert officer.post(f"{page}marks/", place).status_code == 302
    mark = PictureMark.objects.get()
    assert (mark.x, mark.y, mark.width) == (0.125, 0.3, 0.2) and mark.height == pytest.approx(0.7)
    russian = as_officer(make.officer("examiner", language="ru"))
    assert '<rect x="12.50%" y="30.00%" width="20.00%" height="70.00%"/>' in text(russian.get(page))
    officer.post(f"{page}marks/{mark.pk}/remove/")
    assert "Dense block" not in text(officer.get(page))
    assert set(CaseEvent.objects.values_list("verb", flat=True)) >= {"marked", "mark_removed"}


@pytest.mark.parametrize("wrong", [{"note": " "}, {"x": "101"}, {"y": "nan"}, {"width": "-1"}, {"x": "many"}])
def test_a_mark_that_cannot_be_is_told_at_its_field(wrong):
    photo = added()
    place = {"note": "Dense block", "x": "10", "y": "10", "width": "", "height": ""}
    answer = as_officer(photo.added_by).post(f"/photos/{photo.pk}/marks/", place | wrong)
    assert answer.status_code == 422 and 'class="error"' in text(answer)
    assert not PictureMark.objects.exists()


def everything(photo) -> list[tuple[str, str]]:
    mark = PictureMark.objects.put(photo.added_by, photo, "Dense", x=0.1, y=0.1, width=0, height=0)
    page = f"/photos/{photo.pk}/"
    posts = [f"{page}{verb}/" for verb in ("original", "remove", "marks", f"marks/{mark.pk}/remove")]
    posts += [
        f"/examinations/{photo.examination_id}/photos/",
        f"/examinations/{photo.examination_id}/photos/{uuid4()}/",
    ]
    gets = [page, f"{page}picture/", f"{page}thumbnail/"]
    return [("get", path) for path in gets] + [("post", path) for path in posts]


@pytest.mark.parametrize(
    ("role", "unit", "status"), [("client", None, 403), ("administrator", None, 403), ("unit_head", "OSH", 404)]
)
def test_nobody_else_sees_or_touches_a_photo(role, unit, status):
    photo = added()
    stranger = as_officer(make.officer(role, **({"unit": make.unit(unit)} if unit else {})))
    assert {getattr(stranger, method)(path).status_code for method, path in everything(photo)} == {status}


def test_an_analyst_looks_and_does_not_touch():
    photo = added()
    analyst = as_officer(make.officer("analyst"))
    paths = everything(photo)
    assert {analyst.get(path).status_code for method, path in paths if method == "get"} == {200}
    assert {analyst.post(path).status_code for method, path in paths if method == "post"} == {403}
