"""`load_demo`: a synthetic year of Osh and Batken that ends now, through the platform's own intake and verbs."""

import json
import time
from datetime import datetime
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from pcu_platform.demo.clock import Clock, running_at
from pcu_platform.demo.processes import LoadingFailed, load_in_this_process, load_side_by_side
from pcu_platform.demo.year import Plan
from pcu_platform.health import READY
from pcu_platform.models import PlatformState
from pcu_platform.reference.loading import load_all

DEMO = "demo"


class Command(BaseCommand):
    help = "Load the synthetic demo (docs/demo.md). A second run goes on where an interrupted one ended."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--consignments", type=int, default=20_000)
        parser.add_argument("--seed", type=int, default=7)
        parser.add_argument("--months", type=int, default=12)
        parser.add_argument(
            "--until", type=datetime.fromisoformat, help="the hour at which the year ends; default: now"
        )
        parser.add_argument("--in-one-process", action="store_true", help="one unit after the other")
        parser.add_argument("--truth", type=Path, help="write what was planted, by document number, as JSON")

    def handle(
        self, *, consignments: int, seed: int, months: int, until, truth: Path | None, in_one_process: bool, **_options
    ) -> None:
        began = time.monotonic()
        ends_at = until or timezone.now().replace(microsecond=0)
        plan = _plan(Plan(consignments, seed, months, ends_at if ends_at.tzinfo else timezone.make_aware(ends_at)))
        if plan is None:
            self.stdout.write("  the demo is in already")
            return
        with running_at(Clock(plan.profiles_from)):
            for line in load_all(profiles_from=plan.profiles_from.date()):
                self.stdout.write(f"  {line}")
        self.stdout.write(f"  synthetic year of Osh and Batken: {plan.consignments:,} consignments")
        try:
            planted = (load_in_this_process if in_one_process else load_side_by_side)(plan, self._tell)
        except LoadingFailed:
            raise CommandError("The demo was not loaded to its end. Run load_demo again: it goes on.") from None
        if truth:
            truth.write_text(json.dumps(planted, ensure_ascii=False, indent=1))
        _keep(plan, is_loaded=True)
        PlatformState.objects.update_or_create(key=READY, defaults={"value": {"loaded_by": "load_demo"}})
        self.stdout.write(f"  loaded in {time.monotonic() - began:.0f} s")

    def _tell(self, line: str) -> None:
        self.stdout.write(line)
        self.stdout.flush()


def _plan(wanted: Plan) -> Plan | None:
    """Return the plan of an interrupted loading, else the wanted one; None when a demo is in."""
    kept = PlatformState.objects.filter(key=DEMO).first()
    if kept is None:
        _keep(wanted, is_loaded=False)
        return wanted
    if kept.value["is_loaded"]:
        return None
    until = datetime.fromisoformat(kept.value["until"])
    return Plan(kept.value["consignments"], kept.value["seed"], kept.value["months"], until)


def _keep(plan: Plan, *, is_loaded: bool) -> None:
    value = {
        "consignments": plan.consignments,
        "seed": plan.seed,
        "months": plan.months,
        "until": plan.until.isoformat(),
        "is_loaded": is_loaded,
    }
    PlatformState.objects.update_or_create(key=DEMO, defaults={"value": value})
