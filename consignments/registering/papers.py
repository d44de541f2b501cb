"""Attaches the paper that a document was confirmed from to the consignments it registered."""

from consignments.models import (
    Attachment,
    AttachmentKind,
    Consignment,
    DocumentDraft,
    DraftState,
    StoredFile,
    Submission,
)
from consignments.refusing import Refused


def attach_papers(submission: Submission) -> None:
    """Attach the files of the drafts that became this submission to the consignments it registered."""
    drafts = DocumentDraft.objects.filter(submission=submission, state=DraftState.SENT, file__isnull=False)
    for draft in drafts:
        raw = bytes(StoredFile.objects.get(pk=draft.file_id).content)
        registered = Consignment.objects.filter(revisions__submission=submission).distinct()
        # Read again, a paper stays attached as it is, and one that somebody has removed stays away.
        for consignment in registered.exclude(attachments__file=draft.file_id):
            try:
                Attachment.objects.attach(consignment, raw, name=draft.file_name, kind=AttachmentKind.DOCUMENT, by=None)
            except Refused:  # it has too many already; the submission keeps the paper as it came
                continue
