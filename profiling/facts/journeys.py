"""What tells that two documents speak of the same journey of the same goods: a number the one names, and what moves."""

from consignments.keys.identifiers import document_key, number_key
from profiling.facts.known import KnownConsignment

# Papers of the sale and of authorities: their numbers are no transport document's and no declaration's.
NO_JOURNEY = frozenset(["invoice", "packing_list", "contract", "certificate_of_origin", "permit"])
SHORTEST_KEY = 4  # "1" and "б/н" stand on too many papers


def named_journeys(known: KnownConsignment) -> set[str]:
    """Return the canonical numbers of transport documents and declarations that a consignment names."""
    numbers = [paper.number for paper in known.documents if paper.number and paper.kind not in NO_JOURNEY]
    numbers += filter(None, [known.master_document_number, known.tir_carnet_number])
    return {key for number in numbers if len(key := document_key(number)) >= SHORTEST_KEY}


def moving_keys(known: KnownConsignment) -> set[str]:
    """Return the canonical numbers of boxes, wagons and vehicles: documents on one journey share one of them."""
    plates = {number_key(plate) for plate in [known.conveyance_id, *known.trailer_ids] if plate}
    return {key for key in plates | {box.number_key for box in known.equipment} if key}


def are_one_journey(one: KnownConsignment, other: KnownConsignment) -> bool:
    """Whether one names the other's number, or both bear the same, and a box or vehicle is the same."""
    if not moving_keys(one) & moving_keys(other):
        return False
    own, others = (document_key(each.document_number or "") for each in (one, other))
    if min(len(own), len(others)) >= SHORTEST_KEY and own == others:
        return True
    return own in named_journeys(other) or others in named_journeys(one)
