"""The units and posts to start with can be told apart and found in documents."""

from collections import Counter
from dataclasses import asdict

import pycountry
import pytest

from consignments.models import CustomsPost, PortControlUnit
from consignments.reference_posts import POSTS, UNITS
from consignments.registering.posts import Posts


def test_every_post_has_one_of_the_units():
    assert {post.unit for post in POSTS} == {unit.code for unit in UNITS} == {"BATKEN", "OSH"}


@pytest.mark.parametrize("field", ["code", "office_code", "name", "name_ru", "name_ky"])
def test_no_two_posts_share_a_name(field):
    assert max(Counter(getattr(post, field) for post in POSTS).values()) == 1


def test_office_codes_are_placeholders_of_eight_digits():
    assert all(len(post.office_code) == 8 and post.office_code.startswith("417") for post in POSTS)


def test_posts_at_the_border_name_the_neighbour():
    for post in POSTS:
        assert (post.neighbour_country == "") == (post.kind == "inland")
        assert not post.neighbour_country or pycountry.countries.get(alpha_2=post.neighbour_country)
        assert post.neighbour_country or not post.bilateral_only


@pytest.mark.parametrize("post", POSTS, ids=lambda post: post.code)
def test_each_spelling_finds_its_own_post(post):
    unit = PortControlUnit(code="ANY", name="Any")
    known = Posts(CustomsPost(**{**asdict(other), "unit": unit, "aliases": list(other.aliases)}) for other in POSTS)
    for spelling in (post.code, post.office_code, post.name, post.name_ru, post.name_ky, *post.aliases):
        found = known.find(spelling)
        assert found is not None and found.code == post.code, spelling
