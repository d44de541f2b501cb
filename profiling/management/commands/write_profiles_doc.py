"""Write the generated parts of docs/profiles.md anew, from the catalogue and from what the database answers."""

from django.conf import settings
from django.core.management.base import BaseCommand
from django.db import connection

from profiling.conditions.documenting import with_generated_parts


class Command(BaseCommand):
    help = "Write the tables of docs/profiles.md anew."

    def handle(self, *args, **options):
        page = settings.BASE_DIR / "docs" / "profiles.md"
        with connection.cursor() as cursor:
            page.write_text(with_generated_parts(page.read_text(), cursor))
        self.stderr.write(f"{page} written")
