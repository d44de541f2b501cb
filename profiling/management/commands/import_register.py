"""Feed a register from a CSV file: companies, licences or protected brands."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from consignments.refusing import Refused
from profiling.models import Register
from profiling.registers.feeding import feed_register
from profiling.registers.layouts import LAYOUTS
from profiling.registers.rows import rows_of_file


class Command(BaseCommand):
    help = "Feed a register from a CSV file. The file is the whole register unless --additions is said."

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path)
        parser.add_argument("--register", choices=sorted(LAYOUTS), default=Register.COMPANIES.value)
        parser.add_argument("--additions", action="store_true", help="add and update rows, take none out")
        parser.add_argument("--may-shrink", action="store_true", help="the register may lose half of its rows or more")

    def handle(self, *args, **options):
        try:
            raw = options["file"].read_bytes()
        except OSError as error:
            raise CommandError(f"{options['file']}: {error.strerror}") from None
        rows = rows_of_file(raw, options["register"])
        for refused in rows.refused:
            self.stderr.write(f"line {refused.line}: {refused.problem}")
        try:
            fed = feed_register(
                options["register"],
                rows,
                raw,
                is_whole=not options["additions"],
                may_shrink=options["may_shrink"],
                file_name=options["file"].name,
            )
        except Refused as refused:
            raise CommandError(refused.message) from None
        self.stdout.write(f"{fed.register}: {fed.rows_taken} rows in, {fed.rows_refused} refused, {fed.rows_gone} gone")
