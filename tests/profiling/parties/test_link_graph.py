"""The links around a party and a consignment: two steps, forty nodes, what another unit knows told by its kind only."""

import pytest

from consignments.models import Party
from profiling.presenting.graph_drawing import drawn_graph
from profiling.reading import link_graph
from profiling.reading.link_graph import graph_of_party, graph_of_revision
from tests import factories as make
from tests.profiling.linking.test_linking import moved, seize

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def no_draw(settings):
    settings.RANDOM_DRAW_PERCENT = 0


def party(name: str) -> Party:
    return Party.objects.get(name=name)


def texts(graph, hops: int) -> set[str]:
    return {node.text for node in graph.nodes if node.hops == hops}


def test_a_party_reaches_what_moved_with_what_moved_with_it():
    moved(9, plate="01KG111AAA", consignee="Nur-Kiyim Import")
    moved(8, plate="01KG111AAA", consignee="Dordoi Plast")
    moved(7, plate="02KG222BBB", consignee="Dordoi Plast")
    moved(6, plate="02KG222BBB", consignee="Ala-Too Tamak")
    graph = graph_of_party(party("Nur-Kiyim Import").pk, None)
    assert [texts(graph, hops) for hops in (0, 1, 2)] == [{"Nur-Kiyim Import"}, {"01KG111AAA"}, {"Dordoi Plast"}]
    assert len(graph.edges) == 2 and not graph.is_cut


def test_what_was_in_a_seizure_is_marked():
    seize(moved(9, plate="01KG111AAA", consignee="Dordoi Plast"))
    moved(8, plate="01KG111AAA", consignee="Nur-Kiyim Import")
    graph = graph_of_party(party("Nur-Kiyim Import").pk, None)
    assert {node.text for node in graph.nodes if node.was_seized} == {"01KG111AAA", "Dordoi Plast"}


def test_a_consignment_begins_with_everything_it_names():
    made = moved(9, plate="01KG111AAA", consignee="Nur-Kiyim Import")
    moved(8, plate="01KG111AAA", consignee="Dordoi Plast")
    graph = graph_of_revision(make.revision_of(made).pk, None)
    assert texts(graph, 0) == {"Nur-Kiyim Import", "01KG111AAA"} and texts(graph, 1) == {"Dordoi Plast"}


def test_what_only_another_unit_knows_is_told_by_its_kind():
    osh = make.unit("OSH")
    made = moved(9, plate="01KG111AAA", consignee="Nur-Kiyim Import")
    moved(8, plate="01KG111AAA", consignee="Dordoi Plast", unit=osh)
    batken = graph_of_revision(make.revision_of(made).pk, made.unit_id)
    assert [(node.kind, node.key, node.text) for node in batken.nodes if node.hops == 1] == [("party", "", "")]
    assert "Dordoi" not in str(drawn_graph(batken))
    assert texts(graph_of_revision(make.revision_of(made).pk, None), 1) == {"Dordoi Plast"}


def test_a_hub_is_shown_and_joins_nothing(settings):
    for number in range(4):
        moved(9 - number, plate="01KG111AAA", consignee=f"Trader {number}")
    settings.LINK_HUB_EDGES = 2
    graph = graph_of_party(party("Trader 0").pk, None)
    assert texts(graph, 1) == {"01KG111AAA"} and not texts(graph, 2)
    assert [node.is_hub for node in graph.nodes if node.hops == 1] == [True]


def test_forty_nodes_are_the_most(monkeypatch):
    for number in range(6):
        moved(9 - number, plate=f"01KG{number}11AAA", consignee="Dordoi Plast")
    monkeypatch.setattr(link_graph, "FIRST_HOP_AT_MOST", 3)
    graph = graph_of_party(party("Dordoi Plast").pk, None)
    assert texts(graph, 1) == {"01KG511AAA", "01KG411AAA", "01KG311AAA"} and graph.is_cut
    most = link_graph.ROOTS_AT_MOST + 14 + link_graph.SECOND_HOP_AT_MOST
    assert most == 40


def test_nothing_linked_is_not_drawn():
    made = make.consignment()
    assert drawn_graph(graph_of_revision(make.revision_of(made).pk, None)) is None


def test_the_table_says_what_the_picture_shows():
    moved(9, plate="01KG111AAA", consignee="Nur-Kiyim Import")
    moved(8, plate="01KG111AAA", consignee="Dordoi Plast")
    drawn = drawn_graph(graph_of_party(party("Nur-Kiyim Import").pk, None))
    assert {row.text for row in drawn.rows} == {node.text for node in drawn.nodes}
    plate = next(row for row in drawn.rows if row.kind == "Plate")
    assert plate.page == "/equipment/01KG111AAA/"
    assert {text for _anchor, text, _sentence in plate.others} == {"Nur-Kiyim Import", "Dordoi Plast"}
    assert len(drawn.edges) == 2 and all(edge.path.startswith("M") for edge in drawn.edges)
