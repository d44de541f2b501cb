"""`export_draws`: the draws of ended periods as CSV, for anyone to recompute (docs/draws.md)."""

import csv

from django.core.management.base import BaseCommand

from profiling.models import Draw


class Command(BaseCommand):
    help = "Write the draws of the periods whose seed is published as CSV to standard output."

    def handle(self, *args, **options):
        writer = csv.writer(self.stdout)
        writer.writerow(["period_starts_at", "seed_sha256", "seed", "percent", "consignment_id", "drawn"])
        draws = Draw.objects.filter(period__published_at__isnull=False).select_related("period")
        for draw in draws.order_by("period__starts_at", "pk").iterator(chunk_size=5000):
            period = draw.period
            writer.writerow(
                [
                    period.starts_at.isoformat(),
                    period.seed_sha256,
                    period.seed,
                    period.percent,
                    draw.pk,
                    int(draw.is_drawn),
                ]
            )
