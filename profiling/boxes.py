"""What travels in the same box: consignments held with one that is on hold."""

from collections import defaultdict
from collections.abc import Sequence
from uuid import UUID

from consignments.models import TransportEquipment
from profiling.models import Assessment


def held_together(held: Sequence[Assessment]) -> dict[UUID, list[str]]:
    """Return, by assessment, the references of other consignments of the same manifest in the same equipment."""
    manifests = {assessment.revision.manifest_id for assessment in held}
    pieces = TransportEquipment.objects.filter(
        revision__manifest__in=manifests, revision__replaced_at__isnull=True
    ).values_list("revision__manifest", "number_key", "revision__consignment", "revision__consignment__reference")
    in_box: dict[tuple[UUID, str], dict[UUID, str]] = defaultdict(dict)
    boxes_of: dict[UUID, set[tuple[UUID, str]]] = defaultdict(set)
    for manifest_id, number, consignment_id, reference in pieces:
        in_box[manifest_id, number][consignment_id] = reference
        boxes_of[consignment_id].add((manifest_id, number))
    together = {}
    for assessment in held:
        others: dict[UUID, str] = {}
        for box in boxes_of[assessment.consignment_id]:
            others |= in_box[box]
        others.pop(assessment.consignment_id, None)
        together[assessment.pk] = sorted(others.values())
    return together
