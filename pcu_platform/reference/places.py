"""Units and posts."""

from dataclasses import asdict

from consignments.models import CustomsPost, PortControlUnit
from consignments.reference_posts import POSTS, UNITS


def load_units_and_posts() -> int:
    """Make the units and posts that are missing; what officers corrected stays. Return how many posts there are."""
    units = {}
    for unit in UNITS:
        names = {"name": unit.name, "name_ru": unit.name_ru, "name_ky": unit.name_ky}
        units[unit.code], _made = PortControlUnit.objects.get_or_create(code=unit.code, defaults=names)
    for post in POSTS:
        fields = asdict(post) | {"unit": units[post.unit], "aliases": list(post.aliases)}
        CustomsPost.objects.get_or_create(code=fields.pop("code"), defaults=fields)
    return CustomsPost.objects.count()
