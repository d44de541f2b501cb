"""`issue_token --user NAME`: a new API token; the token alone goes to standard output, it is not shown again."""

from django.core.management.base import BaseCommand, CommandError
from knox.models import get_token_model

from pcu_platform.models import Officer


class Command(BaseCommand):
    help = "Issue an API token for an account (header: Authorization: Token …)."

    def add_arguments(self, parser):
        parser.add_argument("--user", required=True, help="user name of the account")

    def handle(self, *args, user: str, **options):
        officer = Officer.objects.filter(username=user, is_active=True).first()
        if officer is None:
            raise CommandError(f"there is no active account {user!r}")
        _record, token = get_token_model().objects.create(user=officer)
        self.stdout.write(token)
