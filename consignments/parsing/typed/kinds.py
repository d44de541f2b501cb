"""The documents that are typed by hand; only our own forms send them."""

from ..kind import Kind
from ..values import DocumentKind
from . import cmr_note
from .cmr_carrying import CMR_NOTE_CANNOT, CMR_NOTE_MUST

KINDS: tuple[Kind, ...] = (
    Kind(
        DocumentKind.CMR_NOTE,
        frozenset({cmr_note.CONTENT_TYPE}),
        lambda sent: sent.content_type == cmr_note.CONTENT_TYPE or cmr_note.recognises(sent.raw),
        lambda sent: cmr_note.parse(sent.raw, local_zone=sent.local_zone),
        CMR_NOTE_MUST,
        CMR_NOTE_CANNOT,
    ),
)
