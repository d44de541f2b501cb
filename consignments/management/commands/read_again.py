"""`manage.py read_again`: read finished documents once more after a parser was mended, with a line for each."""

from uuid import UUID

from django.core.management.base import BaseCommand, CommandError
from django.utils.dateparse import parse_date

from consignments.models import Status, Submission
from consignments.refusing import Refused
from consignments.registering import register_submission

FINISHED = sorted({status.value for status in Status} - {"received"})


class Command(BaseCommand):
    help = "Read documents again. What is registered stays, or becomes a revision where its content differs now."

    def add_arguments(self, parser):
        parser.add_argument("submissions", nargs="*", type=UUID, help="their ids; none: those that the options choose")
        parser.add_argument("--status", action="append", choices=FINISHED, help="such as rejected; may be repeated")
        parser.add_argument("--kind", help="only documents of this kind, such as cuscar")
        parser.add_argument("--since", help="only documents received since this day (2026-11-24)")

    def handle(self, *, submissions: list[UUID], status: list[str] | None, kind: str | None, since: str | None, **_):
        chosen = self._chosen(submissions, status, kind, since)
        counts = {"read": 0, "refused": 0}
        for one in chosen:
            before = (one.registered_count, one.rejected_count)
            try:
                one.read_again()
            except Refused as refused:
                counts["refused"] += 1
                self.stdout.write(f"{one.pk} left as it is: {refused.message}")
                continue
            counts["read"] += 1
            register_submission(one.pk)
            one.refresh_from_db(fields=["status", "registered_count", "rejected_count"])
            self.stdout.write(
                f"{one.pk} {one.status}: {before[0]} registered, {before[1]} rejected before; "
                f"now {one.registered_count} and {one.rejected_count}"
            )
        self.stdout.write(f"{counts['read']} documents read again, {counts['refused']} left as they are.")

    def _chosen(self, ids: list[UUID], status: list[str] | None, kind: str | None, since: str | None):
        if not ids and not status:
            raise CommandError("Name submissions, or choose them with --status.")
        chosen = Submission.objects.without_raw().order_by("received_at")
        if ids:
            chosen = chosen.filter(pk__in=ids)
        if status:
            chosen = chosen.filter(status__in=status)
        if kind:
            chosen = chosen.filter(document_kind=kind)
        if since:
            day = parse_date(since)
            if day is None:
                raise CommandError("--since: write a day such as 2026-11-24")
            chosen = chosen.filter(received_at__date__gte=day)
        found = list(chosen)
        if missing := set(ids) - {one.pk for one in found}:
            raise CommandError(f"No such submissions: {', '.join(map(str, sorted(missing)))}")
        return found
