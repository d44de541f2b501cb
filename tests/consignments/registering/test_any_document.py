"""Whatever a document states, it is registered or rejected; nothing in it can stop the registering."""

import json
from datetime import date, datetime

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from consignments.parsing.json_schema import OBJECTS
from tests import factories as make
from tests.consignments.arriving import register_bytes

STRANGE = ["x" * 5000, "\x00", "\ud800", "\u202eABC", "=1+1", "00000000000000", "\t\n\\N", '{"a"}']
TEXT = st.text(max_size=60) | st.sampled_from(STRANGE)
NUMBER = st.decimals(0, 10**12, places=3).map(float) | st.integers(0, 10**12) | st.sampled_from([0, 1, 7, 32_000, -1])
WORDS = {
    "day": st.dates(date(1995, 1, 1), date(2028, 1, 1)).map(str),
    "moment": st.datetimes(datetime(1995, 1, 1), datetime(2028, 1, 1)).map(datetime.isoformat),
    "country": st.sampled_from(["KG", "CN", "AF"]),
    "currency": st.sampled_from(["USD", "KGS"]),
    "unlocode": st.sampled_from(["KGOSS", "CNKHG"]),
    "un_number": st.sampled_from(["1203", "UN 1203"]),
    "commodity_code": st.from_regex(r"[0-9]{0,12}", fullmatch=True),
    "boolean": st.booleans(),
}


def stated(name):
    """Return a strategy for an object of the manifest: fields of the right type, texts and numbers of any kind."""
    fields = {key: _field(field) for key, field in OBJECTS[name].items()}
    required = {key for key, field in OBJECTS[name].items() if field.required}
    optional = {key: field for key, field in fields.items() if key not in required}
    return st.fixed_dictionaries({key: fields[key] for key in required}, optional=optional)


def _field(field):
    if field.type == "object":
        return stated(field.of)
    if field.type == "list":
        return st.lists(stated(field.of) if field.of in OBJECTS else TEXT, max_size=3)
    if field.type == "choice":
        return st.sampled_from(field.choices)
    if field.type in WORDS:
        return WORDS[field.type]
    return NUMBER if field.type in ("mass_kg", "amount", "count", "small_count", "volume_m3") else TEXT


class AnyDocument(TestCase):
    registered = 0

    def setUp(self):
        self.source = make.client().source

    @settings(max_examples=80, suppress_health_check=list(HealthCheck), deadline=None)
    @given(st.lists(stated("consignment"), min_size=1, max_size=4), st.just({}) | stated("manifest"))
    def test_it_is_registered_or_rejected(self, consignments, head):
        raw = json.dumps({**head, "consignments": consignments}).encode()
        submission = register_bytes(raw, self.source)
        type(self).registered += submission.registered_count
        assert submission.status in ("registered", "partly_registered", "rejected"), submission.attempts

    @classmethod
    def tearDownClass(cls):
        super().tearDownClass()
        assert cls.registered >= 10, "too little was registered to show anything"
