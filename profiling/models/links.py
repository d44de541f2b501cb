"""Who and what moved together: nodes, the edges between them, and how near each node is to an earlier seizure."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from .history import History


class NodeKind(models.TextChoices):
    PARTY = "party", _("Party")
    PHONE = "phone", _("Phone")
    ADDRESS = "address", _("Address")
    PLATE = "plate", _("Plate")  # of a vehicle or trailer
    CONTAINER = "container", _("Container")
    DRIVER = "driver", _("Driver")


class LinkNode(models.Model):
    """A thing that joins consignments. A party is found by its id, everything else by its canonical form.

    edge_count: of how many other nodes it is a neighbour; a node with too many joins nothing (`profiling.linking`).
    """

    kind = models.CharField(max_length=10, choices=NodeKind)
    key = models.CharField(max_length=60)
    edge_count = models.PositiveIntegerField(default=0)
    first_seen_at = models.DateTimeField()
    last_seen_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["kind", "key"], name="one_node_of_a_key"),
            models.CheckConstraint(condition=Q(kind__in=NodeKind.values), name="node_kind_is_known"),
            models.CheckConstraint(condition=~Q(key=""), name="a_node_has_a_key"),
        ]

    def __str__(self):
        return f"{self.kind} {self.key}"


class LinkEdge(models.Model):
    """Two nodes that moved in one consignment, written once: `low` has the smaller id."""

    low = models.ForeignKey(LinkNode, models.CASCADE, related_name="+", db_index=False)
    high = models.ForeignKey(LinkNode, models.CASCADE, related_name="+")
    consignment_count = models.PositiveIntegerField()
    first_seen_at = models.DateTimeField()
    last_seen_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["low", "high"], name="one_edge_between_two_nodes"),
            models.CheckConstraint(condition=Q(low__lt=F("high")), name="an_edge_is_written_once"),
            models.CheckConstraint(condition=Q(consignment_count__gte=1), name="an_edge_was_seen"),
        ]

    def __str__(self):
        return f"{self.low_id} – {self.high_id}"


class SeizureTrace(models.Model):
    """How near a node is to a seizure, and by which way.

    hops: 0 for what was in the seizure itself. path: ids of the nodes from there to this one, both included. known_at:
    since when the whole way is known.
    """

    node = models.ForeignKey(LinkNode, models.CASCADE, related_name="traces", db_index=False)
    history = models.ForeignKey(History, models.PROTECT, related_name="+")  # the consignment that was seized
    hops = models.PositiveSmallIntegerField()
    path = ArrayField(models.BigIntegerField())
    known_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["node", "history"], name="one_trace_from_a_seizure_to_a_node"),
            models.CheckConstraint(condition=Q(hops__lte=2), name="a_trace_ends_after_two_hops"),
        ]
        indexes = [models.Index(fields=["node", "hops"], name="nearest_seizure_of_a_node")]

    def __str__(self):
        return f"{self.node_id} {self.hops} from {self.history_id}"


class LinkDue(models.Model):
    """What is still to be written into the links: a consignment that was remembered, or its outcome."""

    history = models.ForeignKey(History, models.CASCADE, related_name="+", db_index=False)
    is_outcome = models.BooleanField(default=False)

    class Meta:
        verbose_name_plural = "links due"

    def __str__(self):
        return f"links of {self.history_id}"
