"""`train_ranker [UNIT…]`: train the second opinion on what was found; a unit with too few outcomes is told how many."""

from django.core.management.base import BaseCommand

from consignments.models import PortControlUnit
from profiling.ranking.readiness import TooFewOutcomes
from profiling.ranking.storing import train_for


class Command(BaseCommand):
    help = "Train a scorecard and monotone trees for each unit; both stay off until two supervisors switch one on."

    def add_arguments(self, parser):
        parser.add_argument("units", nargs="*", help="codes of units; without: all")

    def handle(self, *, units: list[str], **_):
        for unit in PortControlUnit.objects.filter(code__in=units) if units else PortControlUnit.objects.all():
            try:
                for ranker in train_for(unit):
                    found = {name: ranker.metrics[name] for name in ("by_ranker", "by_profiles", "by_chance")}
                    told = ", ".join(f"{name} {positive} of {n}" for name, (positive, n) in found.items())
                    self.stdout.write(f"{unit.code}: {ranker.kind} {ranker.sha256[:12]}: {told}")
            except TooFewOutcomes as refusal:
                self.stdout.write(f"{unit.code}: {refusal}")
