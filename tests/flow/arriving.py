"""Documents handed in as a client does, with the workers' part done at once."""

import copy
import itertools
import json
from datetime import timedelta
from typing import Any

from django.utils import timezone

from consignments.models import Submission
from consignments.receiving import Delivery, receive
from consignments.registering import register_submission
from profiling.assessing import assess_due
from profiling.models import Assessment

_count = itertools.count(1)


def tomorrow_at(hour: int, minute: int) -> str:
    """A time that is still to come, whenever the tests run: what arrives was announced in time."""
    return (timezone.localtime() + timedelta(days=1)).replace(hour=hour, minute=minute).isoformat(timespec="minutes")


def days_ago(count: int) -> str:
    return (timezone.localdate() - timedelta(days=count)).isoformat()


TRUCK: dict[str, Any] = {
    "document_reference": "TRIP-1",
    "mode": "road",
    "conveyance": {"id": "2211 AB 02", "nationality": "TJ", "trailers": ["10 1234 TA"]},
    "entry_post": "KYZYL_BEL",
    "arrival_at": tomorrow_at(2, 40),
    "composed_at": (timezone.localtime() - timedelta(hours=1)).isoformat(),
    "carrier": {"name": "ҶДММ «Роҳи Абрешим»"},
    "driver": {"name": "Раҳимов Ҷамшед"},
    "consignments": [],
}

CONSIGNMENT: dict[str, Any] = {
    "document_number": "CMR-TJ-5501",
    "transport_document_kind": "cmr",
    "procedure": "transit",
    "issued_on": days_ago(1),
    "taken_over_on": days_ago(1),
    "place_of_loading": "Хуҷанд",
    "place_of_delivery": "Алматы",
    "dispatch_country": "TJ",
    "destination_country": "KZ",
    "itinerary": ["TJ", "KG", "KZ"],
    "consignor": {
        "name": "ҶДММ «Суғд Нах»",
        "address": {"street": "кӯчаи Сомонӣ 12", "city": "Хуҷанд", "country": "TJ"},
    },
    "consignee": {
        "name": "ТОО «Тараз Тоқыма»",
        "identifier": "990140001234",
        "address": {"street": "Абай даңғылы 7", "city": "Тараз", "country": "KZ"},
    },
    "goods": [
        {
            "number": 1,
            "commodity_code": "5205120000",
            "description": "Cotton yarn, single, carded",
            "packages": 400,
            "package_kind": "BG",
            "gross_mass_kg": 20150,
            "net_mass_kg": 20000,
            "value": 54000,
            "currency": "USD",
            "origin_country": "TJ",
        }
    ],
    "equipment": [{"kind": "trailer", "number": "10 1234 TA", "fullness": "full", "seals": ["TJ 009812"]}],
    "documents": [{"kind": "invoice", "number": "INV-77", "issued_on": days_ago(2)}],
    "freight_payment_method": "account",
}


def document(consignment: dict[str, Any] | None = None, **truck: Any) -> dict[str, Any]:
    """Return a truck's manifest with one consignment; keywords replace fields of the truck."""
    made = copy.deepcopy(TRUCK) | truck
    made["consignments"] = [copy.deepcopy(CONSIGNMENT) | (consignment or {})]
    return made


def hand_in(stated: dict[str, Any], client) -> Submission:
    """Receive, register and assess; return the submission as it then stands."""
    delivery = Delivery(json.dumps(stated).encode(), "application/json", idempotency_key=f"key-{next(_count)}")
    received = receive(delivery, source=client.source, by=client)
    register_submission(received.pk)
    while assess_due():
        pass
    return Submission.objects.get(pk=received.pk)


def assessment_of(submission: Submission) -> Assessment | None:
    """The assessment of its only consignment; None when that was rejected."""
    return Assessment.objects.filter(revision__submission=submission).order_by("-created_at").first()
