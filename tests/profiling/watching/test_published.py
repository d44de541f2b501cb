"""Published lists in four layouts tell of the same person, firm and vessel; bad records are named."""

import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consignments.refusing import Refused
from profiling.models import Layout, ListKind
from profiling.watching.published.entry import Published, country_code, iso_day
from profiling.watching.published.layouts import ListFileGiven, layout_of, read_files, refuse_unknown

SAMPLES = Path(__file__).parents[2] / "samples" / "published_lists"
FILES = {
    Layout.FTM: ["entities.ftm.json"],
    Layout.TARGETS: ["targets.simple.csv"],
    Layout.SDN_CSV: ["add.csv", "alt.csv", "sdn.csv"],
    Layout.SDN_XML: ["sdn.xml"],
}


def given_files(names: list[str]) -> list[ListFileGiven]:
    return [ListFileGiven(name, io.BytesIO((SAMPLES / name).read_bytes())) for name in names]


def read(layout: Layout) -> tuple[list[Published], list[str]]:
    records = list(read_files(layout, given_files(FILES[layout])))
    good = [each for each in records if isinstance(each, Published)]
    return good, [each.record for each in records if not isinstance(each, Published)]


@pytest.mark.parametrize("layout", FILES)
def test_the_layout_is_told_by_the_bytes(layout):
    assert layout_of(given_files(FILES[layout])) == layout


UNREAD = {Layout.FTM: ["6"], Layout.TARGETS: ["5"], Layout.SDN_CSV: ["4"], Layout.SDN_XML: ["4"]}


@pytest.mark.parametrize("layout", FILES)
def test_every_layout_tells_of_the_same_three(layout):
    good, unread = read(layout)
    person, firm, vessel = good[:3]
    assert [each.kind for each in (person, firm, vessel)] == [ListKind.PARTY, ListKind.PARTY, ListKind.VESSEL]
    assert "AKMATOV" in " ".join(person.names).upper() and len(person.names) >= 2
    assert "1975-03-14" in person.birth_dates
    assert set(person.identifiers) == {"AN7654321", "21403197510388"}
    assert person.countries == ("KG",) and len(person.addresses) == 1
    assert firm.names[0].upper() == "LAKE SAREZ MINERALS FZE" and "AE" in firm.countries
    assert firm.identifiers == ("77001",)
    assert "9074729" in vessel.imo
    assert unread == UNREAD[layout]


def test_the_tables_of_ofac_also_come_alone():
    (alone,) = given_files(["sdn.csv"])
    assert layout_of([alone]) == Layout.SDN_CSV
    person = next(iter(read_files(Layout.SDN_CSV, [alone])))
    assert (person.names, person.addresses, person.birth_dates) == (
        ("AKMATOV, Tursunbek",), (), ("1975-03-14", "1976"),
    )  # fmt: skip


def test_the_digest_tells_a_changed_record_and_does_not_mind_its_place():
    good, _unread = read(Layout.FTM)
    moved = Published(**{f: getattr(good[0], f) for f in Published.__slots__} | {"record": "77"})
    other = Published(**{f: getattr(good[0], f) for f in Published.__slots__} | {"birth_dates": ("1975",)})
    assert good[0].digest() == moved.digest() != other.digest()


NO_LAYOUT = [
    ("our own table", [b"value,identifier\nNur,1\n"]),
    ("nothing", [b""]),
    ("two files that do not belong together", [b'{"id": 1, "schema": "Person"}', b"<sdnList/>"]),
    ("names without the list they belong to", [b'1,2,"aka","X",-0-\n']),
]


@pytest.mark.parametrize("contents", [row[1] for row in NO_LAYOUT], ids=[row[0] for row in NO_LAYOUT])
def test_what_is_of_no_layout_is_refused(contents):
    with pytest.raises(Refused):
        refuse_unknown(layout_of([ListFileGiven("x", io.BytesIO(raw)) for raw in contents]))


DAYS = [
    ("1975-03-14", "1975-03-14"), ("1975-03", "1975-03"), ("1975", "1975"), ("14 Mar 1975", "1975-03-14"),
    ("Mar 1975", "1975-03"), ("circa 1975", "1975"), ("1970 to 1975", "1970"), ("unknown", ""), ("", ""),
]  # fmt: skip


@pytest.mark.parametrize(("text", "day"), DAYS)
def test_days_of_birth(text, day):
    assert iso_day(text) == day


@pytest.mark.parametrize(("text", "code"), [("kg", "KG"), ("Kyrgyzstan", "KG"), ("Iran", "IR"), ("Nowhere", "")])
def test_countries(text, code):
    assert country_code(text) == code


def test_an_entity_of_a_document_type_is_not_expanded():
    declared = b'<!DOCTYPE s [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>'
    bomb = declared + b"<sdnList><sdnEntry><uid>1</uid><lastName>&b;</lastName></sdnEntry></sdnList>"
    records = list(read_files(Layout.SDN_XML, [ListFileGiven("sdn.xml", io.BytesIO(bomb))]))
    assert not any("aaaa" in "".join(getattr(each, "names", ())) for each in records)


@given(st.binary(max_size=300), st.sampled_from(list(FILES)))
def test_no_bytes_make_it_fall_over(raw, layout):
    heads = {
        Layout.FTM: b'{"id": "1", "schema": "Person", "properties": {"name": ["N"]}}\n',
        Layout.TARGETS: b"id,schema,name,aliases\n",
        Layout.SDN_CSV: b'1,"A","individual","P",-0-,-0-,-0-,-0-,-0-,-0-,-0-,"DOB 1975."\n',
        Layout.SDN_XML: b"<sdnList><sdnEntry><uid>1</uid><lastName>A</lastName></sdnEntry>",
    }
    list(read_files(layout, [ListFileGiven("x", io.BytesIO(heads[layout] + raw))]))
