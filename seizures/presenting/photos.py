"""The pictures of an examination as a page shows them: at which point, when, and the marks on them."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from consignments.media_types import HEIC
from seizures.checklists import Text, every_point_of
from seizures.models import Examination, ExaminationPhoto, PhotoKind, PictureMark
from seizures.models.photo import SEAL

SEAL_TITLE = _("Seal")
ELSEWHERE = pgettext_lazy("of a photo", "The whole, or something else")


@dataclass(frozen=True)
class PhotoRow:
    """`taken_at` is by the clock of the phone (None: it told none), `received_at` by ours."""

    pk: UUID
    point: str
    title: Text
    kind: str
    taken_at: datetime | None
    received_at: datetime
    by: str
    has_picture: bool
    marks: int


@dataclass(frozen=True)
class MarkRow:
    """Numbered on the picture; places in per cent of it, as SVG reads them in any language."""

    pk: UUID
    number: int
    note: str
    by: str
    is_point: bool
    x: str
    y: str
    width: str
    height: str


def photo_rows(examination: Examination) -> list[PhotoRow]:
    """Return those in place, as they were taken or else came."""
    photos = examination.photos.in_place().without_content().with_mark_counts()
    rows = [photo_row(photo, examination) for photo in photos]
    return sorted(rows, key=lambda row: (row.taken_at or row.received_at, row.pk))


def photo_row(photo: ExaminationPhoto, examination: Examination) -> PhotoRow:
    return PhotoRow(
        pk=photo.pk,
        point=photo.point,
        title=title_of(photo.point, examination.equipment_kind),
        kind=str(PhotoKind(photo.kind).label),
        taken_at=photo.taken_at,
        received_at=photo.received_at,
        by=photo.added_by.short_name,
        has_picture=photo.file.media_type != HEIC,
        marks=getattr(photo, "mark_count", 0),
    )


def mark_rows(photo: ExaminationPhoto) -> list[MarkRow]:
    marks = photo.marks.in_place().select_related("made_by")
    return [_mark_row(mark, number) for number, mark in enumerate(marks, start=1)]


def title_of(point: str, equipment_kind: str) -> Text:
    """Return what a picture is of, in words."""
    known = every_point_of(equipment_kind).get(point)
    return known.title if known else SEAL_TITLE if point == SEAL else ELSEWHERE


def places_of(equipment_kind: str) -> list[tuple[str, Text]]:
    """Return what a picture may be of: code and words, the whole first."""
    points = [(point.code, point.title) for point in every_point_of(equipment_kind).values()]
    return [("", ELSEWHERE), (SEAL, SEAL_TITLE), *points]


def _mark_row(mark: PictureMark, number: int) -> MarkRow:
    x, y, width, height = (f"{share * 100:.2f}%" for share in (mark.x, mark.y, mark.width, mark.height))
    return MarkRow(mark.pk, number, mark.note, mark.made_by.short_name, mark.is_point, x, y, width, height)
