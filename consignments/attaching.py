"""What the page and the API of attachments share: the files of one sending, their pictures, and how they are served."""

from dataclasses import dataclass
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.http import HttpResponse
from django.utils.http import content_disposition_header

from consignments.locks import held
from consignments.media_types import SHOWN_IMAGES
from consignments.models import Attachment, AttachmentKind, Consignment, StoredFile
from consignments.models.stored_file import refuse_size
from consignments.picturing import picture_of
from consignments.refusing import Refused

THUMBNAIL_PX = 320
# Neither a script nor a form nor a plug-in of a stranger's file may run, wherever it is opened.
POLICY = "default-src 'none'; style-src 'none'; sandbox; frame-ancestors 'none'"


@dataclass(frozen=True, slots=True)
class Sent:
    """What became of the files of one sending. refused: (name of the file, why)."""

    attached: list[Attachment]
    refused: list[tuple[str, str]]


def attach_all(consignment: Consignment, files: list[UploadedFile], kind: str, by: Any) -> Sent:
    """Attach each file; one that cannot be taken stops no other."""
    sent = Sent([], [])
    for file in files:
        try:
            refuse_size(file.size or 0)
            sent.attached.append(attach(consignment, file.read(), name=file.name or "", kind=kind, by=by))
        except Refused as refused:
            sent.refused.append((file.name or "", refused.message))
    return sent


def attach(consignment: Consignment, raw: bytes, *, name: str, kind: str, by: Any) -> Attachment:
    """Attach one file; kind: of AttachmentKind, any other word is "other"."""
    return Attachment.objects.attach(
        consignment, raw, name=name, kind=kind if kind in AttachmentKind.values else AttachmentKind.OTHER, by=by
    )


def thumbnail_of(sha256: str) -> bytes:
    """Return the small picture of a file, made on first use; empty when it has none."""
    file = StoredFile.objects.defer("content").get(pk=sha256)
    if file.thumbnail is not None:
        return bytes(file.thumbnail)
    with held("thumbnail", sha256) as is_mine:
        if not is_mine:  # it is being made: show none this time
            return b""
        picture = picture_of(bytes(file.content), file.media_type, width_px=THUMBNAIL_PX) or b""
        StoredFile.objects.filter(pk=sha256).update(thumbnail=picture)
    return picture


def as_answer(content: bytes, media_type: str, file_name: str, *, to_save: bool) -> HttpResponse:
    """Serve bytes that a stranger sent: with the type they are of, private, and unable to do anything."""
    is_shown = media_type in SHOWN_IMAGES and not to_save
    disposition = content_disposition_header(as_attachment=not is_shown, filename=file_name) or "attachment"
    return HttpResponse(
        content,
        content_type=media_type,
        headers={
            "Content-Disposition": disposition,
            "Content-Security-Policy": POLICY,
            "Cross-Origin-Resource-Policy": "same-origin",
            "Cache-Control": "private, no-store",
            "X-Content-Type-Options": "nosniff",
        },
    )
