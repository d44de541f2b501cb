"""`reconstruct_facts`: fill facts that are younger than the rounds, as of their moment, for backtests that ask."""

from django.core.management.base import BaseCommand, CommandError

from profiling.reconstructing import NotReconstructable, check_columns, reconstruct_all
from profiling.tasks import reconstruct_facts


class Command(BaseCommand):
    help = "Reckon facts for rounds that are older than them, into a table of their own; frozen facts stay."

    def add_arguments(self, parser):
        parser.add_argument("columns", nargs="+", metavar="FACT", help="a name of docs/profiles.md")
        parser.add_argument("--in-background", action="store_true", help="let a worker do it")

    def handle(self, *args, columns, in_background, **options):
        try:
            check_columns(columns)
            if in_background:
                reconstruct_facts.delay(columns)
                self.stdout.write("a worker does it")
                return
            self.stdout.write(f"{reconstruct_all(columns)} rounds reckoned")
        except NotReconstructable as refused:
            raise CommandError(str(refused)) from None
