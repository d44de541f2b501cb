"""Every paper that can be typed: its description is whole, what is typed comes back, any bytes are answered."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consignments.parsing.carries import Carry, carries
from consignments.parsing.documents import parse
from consignments.parsing.fields import FIELDS
from consignments.parsing.typed import typed_document
from consignments.parsing.typed.box_readers import READERS
from consignments.parsing.typed.paper import Holds
from consignments.parsing.typed.papers import CONTENT_TYPES, PAPERS
from consignments.parsing.values import DocumentKind, Severity

from .samples import BISHKEK

EACH = pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper.slug)
WORDS = st.text(st.characters(categories=["Lu", "Ll", "Nd"]), min_size=1, max_size=12)
FIGURES = st.integers(1, 99_999).map(str)


def read(paper, form):
    document = typed_document.parse(paper, typed_document.encode(paper, form), local_zone=BISHKEK)
    return document, next(document.consignments)


@EACH
def test_each_box_has_its_own_name_and_place_and_fills_a_field_that_there_is(paper):
    boxes = list(paper.all_boxes())
    assert len({box.name for box in boxes}) == len(boxes) == len({box.path for box in boxes})
    # The last has a box on a CMR note only, so no table says which other kinds must or cannot carry it.
    following = {"documents", "freight_currency", "total_currency", "parties.successive_carrier"}
    assert {box.fills for box in boxes} <= {*FIELDS, *following, ""}
    assert all(box.label for box in boxes)


def test_the_papers_are_told_apart():
    assert len({paper.slug for paper in PAPERS}) == len(CONTENT_TYPES) == len(PAPERS)
    assert len({paper.source for paper in PAPERS}) == len(PAPERS)
    assert set(READERS) == set(Holds)


@EACH
def test_an_expected_box_must_be_carried_and_is_asked_for(paper):
    _, consignment = read(paper, {"number": "1"})
    asked = {p.path for p in consignment.problems if p.code == "field_expected"}
    assert asked == {box.path for box in paper.boxes.values() if box.expected and box.name != "number"}
    for box in paper.all_boxes():
        if box.expected and box.fills in FIELDS:
            assert carries(paper.kind, box.fills) is Carry.MUST


@EACH
def test_a_paper_without_its_number_is_rejected(paper):
    _, consignment = read(paper, {})
    wrong = [p for p in consignment.problems if p.severity is Severity.ERROR]
    assert [(p.code, p.path) for p in wrong] == [("document_number_missing", paper.number_box.path)]


@EACH
@pytest.mark.parametrize("raw", ["{}", '{"KIND": []}', '{"KIND": 1}', "[", ""])
def test_bytes_that_hold_no_paper_have_an_error(paper, raw):
    document = typed_document.parse(paper, raw.replace("KIND", paper.kind).encode(), local_zone=BISHKEK)
    assert document.problems[0].severity is Severity.ERROR and list(document.consignments) == []


@EACH
@given(raw=st.binary(max_size=60))
def test_any_bytes_are_answered(paper, raw):
    for found in (raw, b'{"%s": ' % paper.kind.encode() + raw):
        assert typed_document.parse(paper, found, local_zone=BISHKEK).kind is paper.kind


@EACH
@given(data=st.data())
def test_any_form_is_answered(paper, data):
    names = [*paper.boxes, *(lines.name for lines in paper.lines), "moon"]
    lines = [box.name for part in paper.lines for box in part.boxes]
    anything = st.none() | st.text(max_size=30) | st.integers() | st.floats() | st.booleans()
    line = st.dictionaries(st.sampled_from(lines), anything, max_size=6)
    form = data.draw(st.dictionaries(st.sampled_from(names), anything | st.lists(line | anything, max_size=3)))
    assert len(list(read(paper, form)[0].problems)) == 0
    assert read(paper, form)[1].path == paper.number_box.path


@EACH
@given(data=st.data())
def test_what_is_typed_comes_back(paper, data):
    """Names, numbers and figures that are written into the boxes stand in the values, each where its box says."""
    form = {}
    for box in paper.boxes.values():
        if box.holds in (Holds.TEXT, Holds.IDENTIFIER, Holds.PARTY, Holds.PLACE, Holds.STATION, Holds.AMOUNT):
            made = st.decimals("0", "99999", places=2).map(str) if box.holds is Holds.AMOUNT else WORDS
            form[box.name] = data.draw(made)
    figures = [box.name for box in paper.goods.boxes if box.holds in (Holds.COUNT, Holds.MASS, Holds.MASS_KG_OR_LB)]
    goods = data.draw(st.lists(st.fixed_dictionaries(dict.fromkeys(figures, FIGURES)), min_size=1, max_size=3))
    form |= {"goods": goods, paper.number_box.name: data.draw(WORDS)}
    document, consignment = read(paper, form)
    assert typed_document.boxes_of(paper, typed_document.encode(paper, form)) == form
    parties = {party.role: party for party in consignment.parties}
    last_of_field = {box.fills: box for box in paper.boxes.values() if form.get(box.name)}
    for fills, box in last_of_field.items():
        if box.holds is Holds.PARTY:
            assert parties[fills.removeprefix("parties.")].name == form[box.name]
        elif fills.endswith(".identifier"):
            assert parties[fills.split(".")[1]].identifier == form[box.name]
        elif fills.startswith("manifest.") and box.holds is Holds.IDENTIFIER:
            assert getattr(document.manifest, fills.removeprefix("manifest.")) == form[box.name]
        elif fills and "." not in fills and box.holds is not Holds.AMOUNT:
            assert getattr(consignment, fills) == form[box.name]
        elif fills == "freight_amount":
            assert consignment.freight_amount == Decimal(form[box.name])
    stated = [(str(item.packages), str(item.gross_mass_kg)) for item in consignment.goods]
    assert stated == [(line["packages"], line["gross_mass_kg"]) for line in goods]


@EACH
def test_one_registry_entry_a_paper_recognised_by_its_bytes_alone(paper):
    document = parse(typed_document.encode(paper, {"number": "1"}), "", local_zone=BISHKEK)
    assert document.kind is DocumentKind(paper.kind)
