"""The same bytes again from the same source: they register nothing, and the earlier submission answers for them."""

from django.db import connection

from consignments.models import Status, Submission, SubmissionProblem


def repeated_by(submission: Submission) -> Submission | None:
    """Return the earlier submission of these bytes if it registered something, else None: then they are tried again."""
    earlier = submission.same_bytes_as
    if earlier is None or earlier.registered_count == 0:
        return None
    return earlier


def mirror(earlier: Submission, submission: Submission) -> None:
    """Give the submission the status, counts and problems of the earlier one."""
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO consignments_submissionproblem"
            " (submission_id, position, severity, code, path, params, document_number)"
            " SELECT %s, position, severity, code, path, params, document_number"
            " FROM consignments_submissionproblem WHERE submission_id = %s",
            [submission.id, earlier.id],
        )
    submission.document_kind = earlier.document_kind
    submission.finish(Status(earlier.status), registered=earlier.registered_count, rejected=earlier.rejected_count)


def mirror_to_repeats(submission: Submission) -> None:
    """Give the new answer of a submission that was read again to those for which it answers."""
    if submission.registered_count == 0:
        return
    answered = submission.repeats.without_raw().exclude(status=Status.RECEIVED).filter(revisions__isnull=True)
    for repeat in answered:
        SubmissionProblem.objects.filter(submission=repeat).delete()
        mirror(submission, repeat)
