"""What a consignment knows of its journey, and the verb that tells it more."""

from django.db import models, transaction
from django.utils.translation import gettext_lazy as _

from consignments.refusing import Refused

from .case_event import record


class Movement(models.TextChoices):
    EXPECTED = "expected", _("Expected")
    ARRIVED = "arrived", _("Arrived")
    LEFT = "left", _("Left")
    NEVER_CAME = "never_came", _("Never came")


_AFTER: dict[str, set[str]] = {
    Movement.EXPECTED: {Movement.ARRIVED, Movement.LEFT, Movement.NEVER_CAME},
    Movement.ARRIVED: {Movement.LEFT},
    Movement.LEFT: set(),
    Movement.NEVER_CAME: {Movement.ARRIVED, Movement.LEFT},  # it came after all
}


class Moving(models.Model):
    """The part of a consignment that knows where it is."""

    movement = models.CharField(max_length=12, choices=Movement, default=Movement.EXPECTED)

    class Meta:
        abstract = True

    @transaction.atomic
    def record_movement(self, movement: str, officer) -> None:
        """Note that it arrived, left or never came. Saying the same again changes nothing; what cannot follow is
        Refused("movement_cannot_follow")."""
        now = type(self)._default_manager.select_for_update().get(pk=self.pk)
        if movement == now.movement:
            return
        if movement not in _AFTER[Movement(now.movement)]:
            before, after = Movement(now.movement).label, Movement(movement).label
            raise Refused(
                "movement_cannot_follow",
                _("“%(after)s” cannot follow “%(before)s”.") % {"after": after, "before": before},
            )
        type(self)._default_manager.filter(pk=self.pk).update(movement=movement)
        record(
            "consignment",
            self.pk,
            movement,
            actor=officer,
            consignment_id=self.pk,
            before={"movement": now.movement},
            after={"movement": movement},
        )
        self.movement = movement
