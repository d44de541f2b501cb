"""`retry_rounds`: assess again what failed so often that it was set aside, after the cause was mended."""

from django.conf import settings
from django.core.management.base import BaseCommand

from consignments.models import ConsignmentRevision
from consignments.waking import wake


class Command(BaseCommand):
    help = "Try again to assess the revisions in quarantine."

    def handle(self, *args, **options):
        set_aside = ConsignmentRevision.objects.filter(
            round_due__isnull=False, round_attempts__gte=settings.MAX_ATTEMPTS
        )
        count = set_aside.update(round_attempts=0)
        wake(settings.AFTER_REGISTERING_TASK)
        self.stdout.write(f"{count} to be assessed again")
