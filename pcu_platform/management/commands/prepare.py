"""`manage.py prepare`: migrations, and the first data once; running it again changes nothing."""

from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandParser

from pcu_platform.health import READY
from pcu_platform.models import PlatformState


class Command(BaseCommand):
    help = (
        "Apply migrations and, the first time, load the demo (--empty: accounts, units, posts and reference data only)."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--empty", action="store_true", help="no demo consignments")

    def handle(self, *, empty: bool, verbosity: int, **_: object) -> None:
        self.stdout.write("migrations")
        call_command("migrate", interactive=False, verbosity=0)
        if PlatformState.objects.filter(key=READY).exists():
            return
        command = "load_reference" if empty else "load_demo"
        self.stdout.write(command)
        call_command(command, verbosity=verbosity, stdout=self.stdout, stderr=self.stderr)
        PlatformState.objects.update_or_create(key=READY, defaults={"value": {"loaded_by": command}})
