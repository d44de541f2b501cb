"""Loads all reference data and accounts, in the order in which they need one another."""

from datetime import date

from django.db import transaction

from pcu_platform.reference.accounts import load_accounts
from pcu_platform.reference.lists import load_lists
from pcu_platform.reference.places import load_units_and_posts
from pcu_platform.reference.profiles import load_starter_profiles
from pcu_platform.reference.rates import load_rates


@transaction.atomic
def load_all(profiles_from: date | None = None) -> list[str]:
    """Load what is missing and return lines about it; among them the password, where one was made up.

    profiles_from: the day from which the starter profiles are valid; today if not given.
    """
    posts, rates = load_units_and_posts(), load_rates()
    password = load_accounts()
    profiles, lists = load_starter_profiles(profiles_from), load_lists()
    lines = [f"{posts} posts, {rates} exchange rates, {profiles} active profiles, {lists} watch lists"]
    return [*lines, f"password of the accounts made: {password}"] if password else lines
