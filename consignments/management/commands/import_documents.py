"""`manage.py import_documents FOLDER`: every document of a folder, with a line for each file and a summary."""

from datetime import datetime
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone
from django.utils.dateparse import parse_date, parse_datetime

from consignments.importing import Imported, files_in, import_files
from consignments.management.units import unit_of
from consignments.models import Source


class Command(BaseCommand):
    help = "Receive and register all documents of a folder. Ends with status 1 when something was rejected."

    def add_arguments(self, parser):
        parser.add_argument("folder", type=Path)
        parser.add_argument("--unit", help="code of the unit to which documents fall that name no post of ours")
        parser.add_argument("--source", default="Import", help="name of the source; only the same source amends")
        parser.add_argument("--known-at", help="when the documents became known, for a retrospective import (ISO 8601)")

    def handle(self, *, folder: Path, unit: str | None, source: str, known_at: str | None, **_):
        if not folder.is_dir():
            raise CommandError(f"{folder} is no folder")
        moment = _moment(known_at)
        files = files_in(folder)
        sent_by = Source.objects.named(source[:80], unit_of(unit, self.stderr).pk)
        done: list[Imported] = []
        for number, one in enumerate(import_files(files, sent_by, moment), start=1):
            done.append(one)
            self.stdout.write(f"[{number}/{len(files)}] {one.path.relative_to(folder)}: {_said_of(one)}")
        self._summarise(done)

    def _summarise(self, done: list[Imported]) -> None:
        taken = [one.submission for one in done if one.submission]
        registered = sum(submission.registered_count for submission in taken)
        rejected = sum(submission.rejected_count for submission in taken)
        incomplete = [one for one in done if not one.is_complete]
        self.stdout.write(
            f"{len(taken)} of {len(done)} files taken, {sum(one.was_here for one in done)} of them here already; "
            f"consignments: {registered} registered, {rejected} rejected."
        )
        if incomplete:
            raise CommandError(f"{len(incomplete)} documents were rejected in whole or in part.")


def _said_of(one: Imported) -> str:
    if one.submission is None:
        return f"left out, {one.why_not}"
    counts = f"{one.submission.registered_count} registered, {one.submission.rejected_count} rejected"
    here = "here already, " if one.was_here else ""
    return f"{here}{one.submission.status}, {counts} (submission {one.submission.pk})"


def _moment(text: str | None) -> datetime | None:
    """Return the moment meant, local time where no zone is stated; a day is its beginning."""
    if text is None:
        return None
    try:
        day = parse_date(text)
        moment = parse_datetime(text) or (datetime(day.year, day.month, day.day) if day else None)
    except ValueError:
        moment = None
    if moment is None:
        raise CommandError("--known-at: write 2026-05-31 or 2026-05-31T14:00:00+06:00")
    return moment if timezone.is_aware(moment) else timezone.make_aware(moment)
