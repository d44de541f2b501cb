"""The makers of test records keep the rules of the database."""

import pytest

from tests import factories as make

pytestmark = pytest.mark.django_db


def test_a_consignment_stands_at_revision_one_with_all_its_rows():
    made = make.consignment()
    revision = make.revision_of(made)
    assert (revision.number, revision.parties.count(), revision.goods.count(), revision.equipment.count()) == (
        1,
        2,
        1,
        1,
    )


def test_a_revision_replaces_the_one_before():
    made = make.consignment()
    second = make.revise(made, goods=[])
    first = made.revisions.get(number=1)
    assert (made.latest_revision, first.replaced_at, second.goods.count()) == (2, second.known_at, 0)


def test_a_client_has_its_own_source():
    client = make.client()
    assert client.source.unit == client.unit
