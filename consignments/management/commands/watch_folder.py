"""`manage.py watch_folder PATH --source NAME`: takes in what is dropped into a folder until it is told to end."""

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import Error, connection

from consignments.drop_folder import DropFolder, FolderInUse
from consignments.management.units import unit_of
from consignments.models import Source
from consignments.refusing import Refused
from consignments.watching import take_all

_A_LITTLE_S = 0.1  # beyond the time a file must stay unchanged


class Command(BaseCommand):
    help = "Take in the files dropped into a folder; finished ones go to done, failed ones to failed with a report."

    def add_arguments(self, parser):
        parser.add_argument("folder", type=Path)
        parser.add_argument("--source", required=True, help="name of the source; only the same source amends")
        parser.add_argument("--unit", help="code of the unit to which documents fall that name no post of ours")
        parser.add_argument("--once", action="store_true", help="take in what is there and end, as for cron")
        parser.add_argument("--every", type=float, default=5, help="seconds between two looks (5)")
        parser.add_argument("--settle", type=float, default=3, help="seconds a file must stay unchanged (3)")
        parser.add_argument("--language", default=settings.LANGUAGE_CODE, choices=dict(settings.LANGUAGES))

    def handle(self, *, folder: Path, source: str, unit: str | None, once: bool, every: float, **options):
        if not folder.is_dir():
            raise CommandError(f"{folder} is no folder")
        try:
            sent_by = Source.objects.named(source[:80], unit_of(unit, self.stderr).pk)
        except Refused as refused:
            raise CommandError(str(refused.message)) from None
        self._said: dict[str, str] = {}
        failed = 0
        pause = options["settle"] + _A_LITTLE_S if once else every
        try:
            with _told_to_end() as ending, DropFolder(folder, options["settle"]) as drop:
                self.stdout.write(f"Watching {folder} as “{sent_by.name}”.")
                drop.whole_files()
                while not ending.wait(pause):
                    failed = self._look(drop, sent_by, options["language"], ending)
                    if once:
                        break
        except FolderInUse:
            raise CommandError(f"Another watcher has {folder}.") from None
        except OSError as fault:
            raise CommandError(f"{folder}: {fault.strerror} ({fault.filename})") from None
        if once and failed:
            raise CommandError(f"Failed: {failed}.")

    def _look(self, drop: DropFolder, source: Source, language: str, ending: threading.Event) -> int:
        """Take in what is whole; return how many failed. Without the database it is tried again at the next look."""
        failed = 0
        try:
            for one in take_all(drop, source, language):
                failed += one.shelf == "failed"
                line = f"{one.name!r}: {one.shelf or 'left'}, {one.said}"
                if one.shelf or self._said.get(one.name) != line:  # what is left again is said once
                    self._said[one.name] = line
                    self.stdout.write(line)
                    self.stdout.flush()
                if ending.is_set():
                    break
        except Error as fault:
            self.stderr.write(f"The database cannot be reached ({type(fault).__name__}); trying again.")
            connection.close()
        return failed


@contextmanager
def _told_to_end() -> Iterator[threading.Event]:
    """Yield what SIGTERM and SIGINT set; the file in hand is finished first."""
    ending = threading.Event()
    before = {number: signal.signal(number, lambda *_: ending.set()) for number in (signal.SIGTERM, signal.SIGINT)}
    try:
        yield ending
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
