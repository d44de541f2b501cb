"""The views in the bar of the queue: those everybody has, and the saved ones the officer is offered."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from profiling.models import SavedView, State
from profiling.queue_filters import QueueFilters


@dataclass(frozen=True, slots=True)
class QueueView:
    """saved: the record behind it; None for one that everybody has. may_change: whether this officer may."""

    name: str
    label: str | Promise
    filters: QueueFilters
    saved: SavedView | None = None
    may_change: bool = False


FOR_EVERYBODY = (
    QueueView("to_decide", _("To decide"), QueueFilters()),
    QueueView("mine", _("Mine"), QueueFilters(assigned="me")),
    QueueView("next_two_hours", _("Next 2 hours"), QueueFilters(arrives="2h")),
    QueueView("overdue", _("Overdue"), QueueFilters(overdue=True)),
    QueueView("unassigned", _("Unassigned"), QueueFilters(assigned="nobody")),
    QueueView("asked_for", _("Documents asked for"), QueueFilters(states=(str(State.INFORMATION_REQUESTED),))),
    QueueView("drawn", _("Random draw"), QueueFilters(drawn=True)),
    QueueView("proposed", _("Release proposed"), QueueFilters(states=(str(State.RELEASE_PROPOSED),))),
)


def views_of(officer) -> list[QueueView]:
    """All that stand in the officer's bar, the saved ones last."""
    governs = officer.may("share_views")
    saved = [
        QueueView(
            name=f"saved-{view.pk}",
            label=view.name,
            filters=QueueFilters.from_address(view.address),
            saved=view,
            may_change=view.owner_id == officer.pk or (governs and view.is_shared),
        )
        for view in SavedView.objects.offered_to(officer)
    ]
    return [*FOR_EVERYBODY, *saved]
