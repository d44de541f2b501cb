"""`load_reference`: units, posts, rates, accounts, starter profiles and small lists; a second run changes nothing."""

from django.core.management.base import BaseCommand

from pcu_platform.health import READY
from pcu_platform.models import PlatformState
from pcu_platform.reference.loading import load_all


class Command(BaseCommand):
    help = "Load the reference data and accounts that every installation starts with."
    requires_system_checks: list[str] = []

    def handle(self, *args, **options):
        for line in load_all():
            self.stdout.write(f"  {line}")
        PlatformState.objects.get_or_create(key=READY, defaults={"value": {"loaded_by": "load_reference"}})
