"""`load_reference`: units, posts, rates, accounts, starter profiles and small lists; a second run changes nothing."""

from django.core.management.base import BaseCommand
from django.db import transaction

from pcu_platform.reference.accounts import load_accounts
from pcu_platform.reference.lists import load_lists
from pcu_platform.reference.places import load_units_and_posts
from pcu_platform.reference.profiles import load_starter_profiles
from pcu_platform.reference.rates import load_rates


class Command(BaseCommand):
    help = "Load the reference data and accounts that every installation starts with."

    @transaction.atomic
    def handle(self, *args, **options):
        posts, rates = load_units_and_posts(), load_rates()
        password = load_accounts()
        profiles, lists = load_starter_profiles(), load_lists()
        self.stdout.write(f"  {posts} posts, {rates} exchange rates, {profiles} active profiles, {lists} watch lists")
        if password:
            self.stdout.write(f"  password of the accounts made: {password}")
