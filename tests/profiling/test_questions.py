"""The wording of questions: in three languages, and silent about profiles and lists."""

import pytest
from django.utils import translation

from profiling.questions import TEMPLATES, composed, named_in

SECRET = ["PR-001", "Northern route", "Sanctions"]
TEXTS = [
    ("Why does profile PR-001 hit?", ["PR-001"]),
    ("pr-001", ["PR-001"]),
    ("The northern  route is watched", ["Northern route"]),
    ("SANCTIONS list?", ["Sanctions"]),
    ("Invoice PR-0012 of 3 November", []),
    ("Please send the invoice.", []),
    ("", []),
]


@pytest.mark.parametrize(("text", "named"), TEXTS)
def test_what_a_text_gives_away_is_found(text, named):
    assert named_in(text, SECRET) == named


def test_templates_come_in_their_order_and_the_words_last():
    assert composed(["packing_list", "invoice"], " And the seal? ", "en").splitlines() == [
        "Please send the invoice of this consignment.",
        "Please send the packing list of this consignment.",
        "And the seal?",
    ]


def test_no_template_names_what_is_confidential():
    with translation.override("en"):
        said = " ".join(map(str, TEMPLATES.values())).lower()
    assert not [word for word in ("risk", "profile", "lane", "score", "watch", "suspic", "examin") if word in said]
