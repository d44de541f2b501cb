"""The named states, outcomes and reasons of selection of an assessment (one meaning each)."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class State(models.TextChoices):
    WAITING = "waiting", _("Waiting")  # somebody must decide
    NOT_SELECTED = "not_selected", _("Not selected")  # nobody need decide
    RELEASED = "released", _("Released")
    SELECTED = "selected", _("Selected")
    INFORMATION_REQUESTED = "information_requested", _("Information requested")
    RELEASE_PROPOSED = "release_proposed", _("Release proposed")  # a red needs a second officer
    SUPERSEDED = "superseded", _("Superseded")
    WITHDRAWN = "withdrawn", _("Withdrawn")
    LAPSED = "lapsed", _("Lapsed")  # never arrived
    LEFT_UNEXAMINED = "left_unexamined", _("Left without examination")  # passed the post, and somebody said why


OPEN = [State.WAITING, State.NOT_SELECTED, State.INFORMATION_REQUESTED, State.RELEASE_PROPOSED]
DECIDED = [
    State.RELEASED,
    State.SELECTED,
    State.INFORMATION_REQUESTED,
    State.RELEASE_PROPOSED,
    State.LEFT_UNEXAMINED,
]
NEEDS_DECISION = [State.WAITING, State.INFORMATION_REQUESTED, State.RELEASE_PROPOSED]


class SelectedBy(models.TextChoices):
    PROFILE = "profile", _("Profile")
    WATCH_LIST = "watch_list", _("Watch list")
    RANDOM = "random", _("Random draw")
    TOP_UP = "top_up", _("Top-up")
    MESSAGE = "message", _("Message")
    OFFICER = "officer", _("Officer")
    RANKER = "ranker", _("Second opinion")  # asked to look; sets no lane


class Outcome(models.TextChoices):
    NOT_RECORDED = "not_recorded", _("Not recorded")
    NIL = "nil", _("Nothing found")
    DOCUMENTARY = "documentary", _("Documents irregular")
    REVENUE = "revenue", _("Revenue irregular")
    SEIZURE = "seizure", _("Seizure")
    INCONCLUSIVE = "inconclusive", _("Could not be finished")


POSITIVE = [Outcome.DOCUMENTARY, Outcome.REVENUE, Outcome.SEIZURE]
WITH_RESULT = [Outcome.NIL, *POSITIVE]  # what counts as examined in a hit rate

# Somebody must decide it, or the post must stop it.
FLAGGED = Q(state__in=NEEDS_DECISION) | Q(state=State.SELECTED, outcome=Outcome.NOT_RECORDED)
