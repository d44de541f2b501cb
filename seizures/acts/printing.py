"""The printed inspection act: a PDF in one of the three languages, the same bytes for the same act."""

from pathlib import Path

from django.utils import translation
from django.utils.translation import gettext as _

from consignments.attaching import thumbnail_of
from consignments.printing.typesetting import typeset
from seizures.checklists import every_point_of
from seizures.models import Examination, ExaminationPhoto, InspectionAct
from seizures.models.photo import SEAL, PhotoKind

from .sheet import sheet_of

TEMPLATE = Path(__file__).with_name("inspection_act.typ")
MOST_PHOTOS = 24


def pdf_of(act: InspectionAct, language: str, address: str) -> bytes:
    """Return the PDF. address: of the page where the code can be checked."""
    with translation.override(language):
        photos, pictures = _photos(act.examination)
        return typeset(TEMPLATE, sheet_of(act, language, address) | photos, pictures)


def _photos(examination: Examination) -> tuple[dict, dict[str, bytes]]:
    """The pictures that can be drawn, with what each shows; how many more there are is said."""
    in_place = list(examination.photos.in_place().without_content())
    pictures: dict[str, bytes] = {}
    told: list[list[str]] = []
    for photo in in_place[:MOST_PHOTOS]:
        if content := thumbnail_of(photo.file_id):
            name = f"photo-{len(pictures) + 1}.webp"
            pictures[name] = content
            told.append([name, _shows(photo, examination), photo.file_id[:12]])
    more = len(in_place) - len(told)
    note = _("Photos kept and not printed: %(count)s.") % {"count": more} if more else ""
    return {"photos": told, "more_photos": note}, pictures


def _shows(photo: ExaminationPhoto, examination: Examination) -> str:
    if photo.point == SEAL:
        return _("Seal")
    point = every_point_of(examination.equipment_kind).get(photo.point)
    if point is not None:
        return str(point.title)
    return _("Scan picture") if photo.kind == PhotoKind.SCAN else _("Photo")
