"""How pictures taken by officers are answered: shown without what the camera wrote into them, whole only to save."""

from uuid import UUID

from django.http import Http404, HttpResponse

from consignments.attaching import as_answer, thumbnail_of
from consignments.models import StoredFile
from consignments.picturing import picture_of

SHOWN_PX = 1600


def shown(file: StoredFile) -> HttpResponse:
    """The picture without metadata, neither the place nor the phone. 404 for what cannot be drawn."""
    picture = picture_of(bytes(file.content), file.media_type, width_px=SHOWN_PX)
    if picture is None:
        raise Http404
    return as_answer(picture, "image/webp", "photo.webp", to_save=False)


def small(file_id: str) -> HttpResponse:
    thumbnail = thumbnail_of(file_id)
    if not thumbnail:
        raise Http404
    return as_answer(thumbnail, "image/webp", "thumbnail.webp", to_save=False)


def original(file: StoredFile, photo_id: UUID) -> HttpResponse:
    """The bytes as they were taken; whoever gives them out writes it into the log."""
    return as_answer(bytes(file.content), file.media_type, f"photo-{photo_id}", to_save=True)
