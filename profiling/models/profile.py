"""Risk profiles and their versions. A version is frozen by a trigger once it has been active."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from .lifecycle import Lifecycle
from .version_querysets import VersionQuerySet
from .version_record import VersionState


class Lane(models.TextChoices):
    RED = "red", _("Red")
    YELLOW = "yellow", _("Yellow")
    BLUE = "blue", _("Blue")
    GREEN = "green", _("Green")


STRICTEST_FIRST = [Lane.RED, Lane.YELLOW, Lane.BLUE, Lane.GREEN]


class WhenNotEvaluable(models.TextChoices):
    IGNORE = "ignore", _("Ignore")
    ASK = "ask", _("Ask for information")
    YELLOW = "yellow", _("Yellow lane")


class ProfileVersion(Lifecycle):
    """One definition of a profile. `definition` is the JSON of docs/profiles.md, complete in itself."""

    objects = VersionQuerySet.as_manager()

    class Meta(Lifecycle.Meta):
        abstract = False
        ordering = ["profile", "-number"]
        constraints = [
            models.UniqueConstraint(fields=["profile", "number"], name="one_version_of_a_number"),
            models.UniqueConstraint(
                fields=["profile"], condition=Q(state="active"), name="one_active_version_per_profile"
            ),
            models.CheckConstraint(condition=Q(state__in=VersionState.values), name="version_state_is_named"),
            models.CheckConstraint(
                condition=Q(approver__isnull=True) | ~Q(approver=F("author")), name="author_is_not_approver"
            ),
            models.CheckConstraint(
                condition=Q(state__in=["draft", "submitted", "withdrawn"]) | Q(approver__isnull=False),
                name="active_versions_were_approved",
            ),
            models.CheckConstraint(
                # What was active is frozen by its date: without one it could be rewritten.
                condition=Q(state__in=["draft", "submitted", "approved", "withdrawn"]) | Q(activated_at__isnull=False),
                name="an_active_version_says_since_when",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=["submitted", "approved"])
                | Q(submitted_backtest__isnull=False)
                | ~Q(no_backtest_because=""),
                name="a_submission_has_a_backtest_or_says_why",
            ),
            models.CheckConstraint(condition=Q(valid_until__gte=F("valid_from")), name="validity_ends_after_it_begins"),
            models.CheckConstraint(
                condition=Q(valid_until__lte=F("valid_from") + models.Value(366)), name="validity_is_at_most_a_year"
            ),
        ]

    def __str__(self):
        return f"{self.profile.code} v{self.number}"


class ProfileSet(models.Model):
    """The versions that were evaluated together, in the order of the points arrays of an assessment."""

    key = models.CharField(max_length=64, unique=True)  # sha256 of the ordered ids
    version_ids = ArrayField(models.UUIDField())
    created_at = models.DateTimeField(auto_now_add=True)

    def __str__(self):
        return self.key[:12]
