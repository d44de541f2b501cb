"""For every constraint of published lists and of links: something that tries to break it."""

from typing import Any

from django.utils import timezone

from profiling.models import History, LinkEdge, LinkNode, ListImport, SeizureTrace, StagedEntry
from tests import factories as make
from tests.profiling import making

NOW = timezone.now()


def node(key: str = "01KG111AAA", **columns: Any) -> LinkNode:
    return LinkNode.objects.create(
        **{"kind": "plate", "key": key, "first_seen_at": NOW, "last_seen_at": NOW, **columns}
    )


def edge(low: LinkNode, high: LinkNode, **columns: Any) -> LinkEdge:
    usual = {"consignment_count": 1, "first_seen_at": NOW, "last_seen_at": NOW}
    return LinkEdge.objects.create(low=low, high=high, **{**usual, **columns})


def edge_twice():
    low, high = node("A1"), node("B2")
    edge(low, high)
    edge(low, high)


def edge_the_other_way():
    low, high = node("A1"), node("B2")
    edge(high, low)


def trace(of: LinkNode | None = None, seizure: History | None = None, hops: int = 0) -> SeizureTrace:
    of = of or node()
    return SeizureTrace.objects.create(node=of, history=seizure or remembered(), hops=hops, path=[of.pk], known_at=NOW)


def remembered() -> History:
    made = make.consignment()
    revision = make.revision_of(made)
    return History.objects.create(
        revision=revision, consignment=made, manifest_id=revision.manifest_id, source_id=made.source_id,
        unit_id=made.unit_id, known_at=revision.known_at, document_number_key="CMR1",
    )  # fmt: skip


def traced_twice():
    one = trace()
    trace(one.node, one.history)


def reading(**columns: Any) -> ListImport:
    usual = {"layout": "ftm", "files": [], "list_stamp": NOW}
    the_list = columns.pop("watch_list", None) or making.watch_list()
    return ListImport.objects.create(watch_list=the_list, **{**usual, **columns})


def two_waiting_imports():
    one = reading()
    reading(watch_list=one.watch_list)


def staged(**columns: Any) -> StagedEntry:
    usual = {"change": "new", "value": "Nur", "value_key": "nur"}
    return StagedEntry.objects.create(list_import=reading(), **{**usual, **columns})


def two_entries_of_a_source():
    the_list = making.watch_list()
    making.entry(the_list, "Nur", source_id="1")
    making.entry(the_list, "Ala", source_id="1")


ATTACKERS = {
    "a_node_has_a_key": lambda: node(""),
    "a_settled_import_says_when": lambda: reading(state="applied"),
    "a_trace_ends_after_two_hops": lambda: trace(hops=3),
    "an_edge_is_written_once": edge_the_other_way,
    "an_edge_was_seen": lambda: edge(node("A1"), node("B2"), consignment_count=0),
    "import_layout_is_named": lambda: reading(layout="pdf"),
    "import_state_is_named": lambda: reading(state="lost", settled_at=NOW),
    "node_kind_is_known": lambda: node(kind="cousin"),
    "one_edge_between_two_nodes": edge_twice,
    "one_import_of_a_list_waits": two_waiting_imports,
    "one_live_entry_of_a_source_id": two_entries_of_a_source,
    "one_node_of_a_key": lambda: [node(), node()],
    "one_trace_from_a_seizure_to_a_node": traced_twice,
    "only_a_new_entry_has_none_before": lambda: staged(change="gone"),
    "staged_change_is_named": lambda: staged(change="moved", entry=making.entry(making.watch_list(), "Nur")),
}
