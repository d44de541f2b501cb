"""`verify_draws [FILE]`: recompute the draws of the database, or of an export, and end with 1 on any difference."""

import csv
import sys
from collections.abc import Iterable
from itertools import chain
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from profiling import verifying

MOST_SHOWN = 50


class Command(BaseCommand):
    help = "Recompute drawn and undrawn, and look for consignments that were assessed but not drawn."

    def add_arguments(self, parser):
        parser.add_argument("file", nargs="?", help="an export of draws (- for standard input); without: the database")

    def handle(self, *, file: str | None, **_):
        try:
            done, more = self._of_file(file) if file else self._of_database()
        except verifying.Unreadable as error:
            raise CommandError(str(error)) from error
        differences = [*done.differences, *more]
        for sentence in differences[:MOST_SHOWN]:
            self.stdout.write(sentence)
        if len(differences) > MOST_SHOWN:
            self.stdout.write(f"… and {len(differences) - MOST_SHOWN} more")
        self.stdout.write(f"{done.rows} consignments, {done.drawn} drawn, {len(differences)} differences")
        if differences:
            raise CommandError("The draws are not what they should be.")

    def _of_database(self) -> tuple[verifying.Verification, Iterable[str]]:
        done = verifying.verify(verifying.rows_of_database())
        return done, chain(verifying.stored_otherwise(), verifying.never_drawn())

    def _of_file(self, file: str) -> tuple[verifying.Verification, Iterable[str]]:
        if file == "-":
            done = verifying.verify(csv.DictReader(sys.stdin))
        else:
            try:
                with Path(file).open(encoding="utf-8", newline="") as lines:
                    done = verifying.verify(csv.DictReader(lines))
            except OSError as error:
                raise CommandError(f"cannot read {file}: {error.strerror}") from error
        return done, verifying.missing_from(done)
