"""A flagged document with any one field deleted never ends green: silence must not pay."""

import copy
from collections.abc import Iterator
from typing import Any

import pytest
from django.core.management import call_command

from pcu_platform.models import Officer
from tests.flow.arriving import assessment_of, document, hand_in, tomorrow_at

pytestmark = pytest.mark.django_db

FLAGGED = {
    # Yarn from Tajikistan to Kazakhstan by night, to nobody in particular.
    "the northern route": document({"consignee": {"name": "не указан", "address": {"country": "KZ"}}}),
    "a precursor towards the south": document(
        {
            "procedure": "transit",
            "dispatch_country": "CN",
            "destination_country": "TJ",
            "itinerary": ["CN", "KG", "TJ"],
            "goods": [
                {
                    "number": 1,
                    "commodity_code": "2915240000",
                    "description": "Acetic anhydride",
                    "packages": 40,
                    "package_kind": "DR",
                    "gross_mass_kg": 8800,
                    "net_mass_kg": 8400,
                    "value": 12000,
                    "currency": "USD",
                    "origin_country": "CN",
                }
            ],
        },
        exit_post="KYZYL_BEL",
        entry_post="IRKESHTAM",
    ),
    "a wrong check digit": document(
        {
            "equipment": [{"kind": "container", "number": "MSKU1234560", "fullness": "full", "seals": ["A1"]}],
            "dispatch_country": "CN",
            "itinerary": ["CN", "KG"],
        },
        arrival_at=tomorrow_at(12, 40),
    ),
}


@pytest.fixture
def client():
    call_command("load_reference", verbosity=0)
    return Officer.objects.get(username="client")


def paths(value: Any, path: tuple = ()) -> Iterator[tuple]:
    """Every field and element of a document, the inner ones too; not the only element of a list, for an empty list
    says that there is none."""
    pairs = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, inner in pairs:
        if isinstance(value, dict) or len(value) > 1:
            yield (*path, key)
        yield from paths(inner, (*path, key))


def without(stated: dict[str, Any], path: tuple) -> dict[str, Any]:
    shorter = copy.deepcopy(stated)
    holder: Any = shorter
    for key in path[:-1]:
        holder = holder[key]
    del holder[path[-1]]
    return shorter


@pytest.mark.parametrize("name", FLAGGED)
def test_no_deletion_makes_a_flagged_document_green(name, client, settings):
    settings.RANDOM_DRAW_PERCENT = 0
    flagged = FLAGGED[name]
    whole = assessment_of(hand_in(flagged, client))
    assert whole is not None and whole.lane in {"red", "yellow"}, name
    green, tried = [], 0
    for position, path in enumerate(paths(flagged)):
        shorter = without(flagged, path)
        if not shorter.get("consignments"):
            continue  # nothing was stated, so nothing passes
        shorter["consignments"][0]["document_number"] = f"{name}-{position}" if path[-1] != "document_number" else ""
        submission = hand_in(shorter, client)
        assessed = assessment_of(submission)
        # A consignment that cannot be registered is rejected, which is not green either.
        assert assessed is not None or submission.status == "rejected", path
        tried += 1
        if assessed is not None and not (assessed.lane in {"red", "yellow"} and assessed.state == "waiting"):
            green.append((path, assessed.lane))
    assert not green
    assert tried > 30
