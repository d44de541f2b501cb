"""`./pcu manage import_watch_list FILE… --list NAME`: a published list, the difference shown, applied with --apply."""

from contextlib import ExitStack
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from consignments.refusing import Refused
from profiling.models import ListImport, WatchList
from profiling.watching.importing import apply, read_published
from profiling.watching.published.layouts import ListFileGiven

SHOWN = 20


class Command(BaseCommand):
    help = "Reads a published list (OpenSanctions, OFAC) and shows how it differs; --apply makes the list so."

    def add_arguments(self, parser):
        parser.add_argument("files", nargs="+", type=Path, help="one file, or sdn.csv with alt.csv and add.csv")
        parser.add_argument("--list", required=True, dest="name", help="the list, by its name")
        parser.add_argument("--unit", default=None, help="code of the unit whose list it is; left out: of all units")
        parser.add_argument("--apply", action="store_true", help="apply the difference at once")

    def handle(self, *args, files: list[Path], name: str, unit: str | None, **options):
        try:
            the_list = WatchList.objects.get(name=name, unit__code=unit)
        except WatchList.DoesNotExist:
            raise CommandError(f"there is no list “{name}” of {unit or 'all units'}") from None
        try:
            with ExitStack() as opened:
                given = [ListFileGiven(path.name, opened.enter_context(path.open("rb"))) for path in files]
                made = read_published(the_list, None, given)
            self._show(made)
            if options["apply"]:
                rounds = apply(made, None)
                self.stdout.write("applied; " + ("being compared" if rounds is None else f"{rounds} rounds opened"))
            else:
                self.stdout.write("not applied yet: see the page of the list, or say --apply")
        except OSError as fault:
            raise CommandError(f"cannot read {fault.filename}: {fault.strerror}") from None
        except Refused as refused:
            raise CommandError(str(refused.message)) from None

    def _show(self, made: ListImport) -> None:
        for file in made.files:
            self.stdout.write(f"{file['name']}  {file['bytes']} bytes  sha256 {file['sha256']}")
        self.stdout.write(
            f"{made.entry_count} entries: {made.new_count} new, {made.changed_count} changed, {made.gone_count} gone; "
            f"{made.other_kind_count} of other kinds; {made.problem_count} cannot be read"
        )
        for problem in made.problems[:SHOWN]:
            self.stdout.write(f"  {problem['record']}: {problem['problem']}")
        for staged in made.staged.order_by("change", "value")[:SHOWN]:
            self.stdout.write(f"  {staged.change:8} {staged.value} {staged.source_id}")
