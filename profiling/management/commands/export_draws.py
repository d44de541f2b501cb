"""`export_draws`: the draws of ended periods as CSV, for anyone to recompute (docs/draws.md)."""

import csv

from django.core.management.base import BaseCommand

from profiling.draw_export import COLUMNS, draw_rows


class Command(BaseCommand):
    help = "Write the draws of the periods whose seed is published as CSV to standard output."

    def handle(self, *args, **options):
        writer = csv.writer(self.stdout)
        writer.writerow(COLUMNS)
        writer.writerows(draw_rows())
