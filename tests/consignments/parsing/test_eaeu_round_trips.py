"""What is written as a transit declaration or as rail preliminary information is read back as it was meant."""

from dataclasses import replace
from datetime import UTC, date, datetime

from hypothesis import given, settings
from hypothesis import strategies as st

from consignments.parsing.eaeu import rail, transit
from consignments.parsing.values import (
    StatedAddress,
    StatedConsignment,
    StatedDocument,
    StatedEquipment,
    StatedGoodsItem,
    StatedManifest,
    StatedParty,
)

from . import eaeu_writing as writing
from .samples import BISHKEK

TEXT = st.text("АБЖҢөabcXYZ09&<>\"'.-/", min_size=1, max_size=12)
PLATE = st.from_regex(r"[0-9]{2}KG[0-9]{3}[A-Z]{3}", fullmatch=True)
WAGON = st.from_regex(r"[0-9]{8}", fullmatch=True)
DAYS = st.dates(date(2020, 1, 1), date(2026, 12, 31))
COUNTRIES = st.none() | st.sampled_from(["KG", "CN", "UZ", "TJ", "RU"])
KILOGRAMS = st.none() | st.decimals(0, 10**6, places=3)
AMOUNTS = st.none() | st.decimals(0, 10**9, places=2)
COUNTS = st.none() | st.integers(0, 10**6)


def parties(role):
    return st.builds(
        StatedParty,
        role=st.just(role),
        name=TEXT,
        identifier=st.just("02811201910018"),
        identifier_kind=st.just("INN"),
        address=st.builds(StatedAddress, city=TEXT, country=st.sampled_from(["KG", "CN"])),
    )


def goods(number, origins):
    return st.builds(
        StatedGoodsItem,
        number=st.just(number),
        commodity_code=st.none() | st.from_regex(r"[0-9]{4,10}", fullmatch=True),
        description=st.none() | TEXT,
        packages=COUNTS,
        package_kind=st.none() | st.sampled_from(["CT", "BG"]),
        gross_mass_kg=KILOGRAMS,
        net_mass_kg=KILOGRAMS,
        value=AMOUNTS,
        origin_country=COUNTRIES if origins else st.none(),
    ).map(lambda item: replace(item, currency="USD") if item.value is not None else item)


PAPERS = st.lists(
    st.builds(
        StatedDocument, kind=st.sampled_from(["invoice", "contract", "permit"]), number=TEXT, issued_on=st.none() | DAYS
    ),
    max_size=3,
    unique_by=lambda paper: (paper.kind, paper.number),
).map(tuple)


@st.composite
def consignments(draw, kind, *, origins):
    numbers = range(1, draw(st.integers(1, 3)) + 1)
    issued_on = draw(DAYS)
    stated = StatedConsignment(
        path="",
        document_number=draw(TEXT),
        identity_date=issued_on,
        transport_document_kind=kind,
        issued_on=issued_on,
        dispatch_country=draw(COUNTRIES),
        destination_country=draw(COUNTRIES),
        parties=(draw(parties("consignor")), draw(parties("consignee"))),
        goods=tuple(draw(goods(number, origins)) for number in numbers),
        documents=draw(PAPERS),
        total_packages=draw(COUNTS),
        total_gross_mass_kg=draw(KILOGRAMS),
        total_value=draw(AMOUNTS),
    )
    return replace(stated, total_currency="USD") if stated.total_value is not None else stated


@st.composite
def manifests(draw, mode, **fields):
    return StatedManifest(
        document_reference=draw(TEXT),
        function=draw(st.sampled_from(["original", "change"])),
        mode=mode,
        declarant=draw(parties("declarant")),
        composed_at=draw(st.datetimes(datetime(2020, 1, 1), datetime(2026, 12, 31))).replace(tzinfo=UTC),
        **fields,
    )


SEALS = st.none() | st.lists(st.from_regex(r"[A-Z]{2}[0-9]{4}", fullmatch=True), max_size=3, unique=True).map(tuple)


def as_meant(found):
    """Return a consignment without what only the reading adds: paths and warnings of totals that disagree."""
    papers = tuple(replace(paper, path=None) for paper in found.documents)
    return replace(found, path="", problems=(), documents=papers)


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_a_transit_declaration_is_read_as_it_was_written(data):
    plates = data.draw(st.lists(PLATE, min_size=1, max_size=3, unique=True))
    seals = data.draw(SEALS)
    manifest = data.draw(manifests("road", conveyance_id=plates[0], trailer_ids=tuple(plates[1:])))
    manifest = replace(manifest, conveyance_nationality=data.draw(COUNTRIES), carrier=data.draw(parties("carrier")))
    stated = data.draw(st.lists(consignments("cmr", origins=False), min_size=1, max_size=3))
    bodies = [StatedEquipment("trailer", plate) for plate in plates[1:] or plates]
    bodies[0] = replace(bodies[0], seals=seals, seals_stated_count=None if seals is None else len(seals))
    document = transit.parse(writing.transit_declaration(manifest, stated, seals), local_zone=BISHKEK)
    assert document.manifest == manifest
    assert [as_meant(one) for one in document.consignments] == [
        replace(
            one,
            procedure="transit",
            function=manifest.function,
            equipment=tuple(bodies),
            parties=(*one.parties, manifest.carrier, manifest.declarant),
        )
        for one in stated
    ]


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_rail_preliminary_information_is_read_as_it_was_written(data):
    wagons = tuple(data.draw(st.lists(WAGON, min_size=1, max_size=4, unique=True)))
    manifest = data.draw(manifests("rail", entry_post="748404"))
    manifest = replace(manifest, conveyance_id=wagons[0] if len(wagons) == 1 else None)
    stated = []
    for one in data.draw(st.lists(consignments("smgs", origins=True), min_size=1, max_size=3)):
        seals = data.draw(SEALS)
        first = StatedEquipment(
            "wagon", wagons[0], seals=seals, seals_stated_count=None if seals is None else len(seals)
        )
        pieces = (first, *(StatedEquipment("wagon", number) for number in wagons[1:]))
        stated.append(replace(one, equipment=pieces, place_of_loading=data.draw(st.none() | TEXT)))
    document = rail.parse(writing.rail_preliminary(manifest, stated, wagons), local_zone=BISHKEK)
    assert document.manifest == manifest
    assert [as_meant(one) for one in document.consignments] == [
        replace(one, function=manifest.function, parties=(*one.parties, manifest.declarant)) for one in stated
    ]
