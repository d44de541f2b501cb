"""A view of the queue under a name: its address, kept by an officer and perhaps shown to the whole unit."""

import uuid
from typing import Any

from django.conf import settings
from django.db import IntegrityError, models, transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from consignments.models import PortControlUnit
from consignments.refusing import Refused

MOST_OF_ONE = 12  # of one officer; as many may be shared with a unit


class SavedViewQuerySet(models.QuerySet):
    def offered_to(self, officer) -> "SavedViewQuerySet":
        """The officer's own, and those shared with the unit."""
        return self.filter(Q(owner=officer.pk) | Q(unit=officer.unit_id, is_shared=True)).order_by("created_at", "pk")

    def governed_by(self, officer) -> "SavedViewQuerySet":
        """Those the officer may change: the own ones and, for who shares views, the unit's shared ones."""
        shared = Q(unit=officer.unit_id, is_shared=True) if officer.may("share_views") else Q(pk__in=[])
        return self.filter(Q(owner=officer.pk) | shared)

    def keep(self, officer, name: str, address: str) -> "SavedView":
        """Keep an address of the queue under a name of the officer's own; refused where there is no room or no name."""
        if self.filter(owner=officer.pk).count() >= MOST_OF_ONE:
            raise Refused("too_many_views", _("You have %(n)d views; remove one first.") % {"n": MOST_OF_ONE})
        view: Any = self.model(owner_id=officer.pk, unit_id=officer.unit_id, address=address)
        return view._named(name)


class SavedView(models.Model):
    """`address` is the query string of `QueueFilters.address`, so it holds what the filters know and nothing else."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    unit = models.ForeignKey(PortControlUnit, models.PROTECT, related_name="+")
    name = models.CharField(max_length=40)
    address = models.CharField(max_length=1000, blank=True, default="")
    is_shared = models.BooleanField(default=False)
    created_at = models.DateTimeField(default=timezone.now)

    objects = SavedViewQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["owner", "name"], name="an_officer_names_a_view_once"),
            models.CheckConstraint(condition=~Q(name=""), name="a_view_has_a_name"),
        ]
        indexes = [models.Index(fields=["unit"], name="views_shared_in_a_unit", condition=Q(is_shared=True))]

    def __str__(self):
        return self.name

    def rename(self, name: str) -> None:
        self._named(name)

    def share(self, is_shared: bool) -> None:
        """Show it to the whole unit, or to its owner alone again."""
        if is_shared and type(self).objects.filter(unit=self.unit_id, is_shared=True).count() >= MOST_OF_ONE:
            raise Refused("too_many_views", _("The unit has %(n)d views; remove one first.") % {"n": MOST_OF_ONE})
        self.is_shared = is_shared
        self.save(update_fields=["is_shared"])

    def _named(self, name: str) -> "SavedView":
        self.name = " ".join(name.split())[:40]
        if not self.name:
            raise Refused("view_has_no_name", _("Give the view a name."))
        try:
            with transaction.atomic():
                self.save()
        except IntegrityError:
            raise Refused("view_name_taken", _("You have a view of that name.")) from None
        return self
