"""The formula of every number shown, in the reader's language."""

from django.utils.translation import gettext_lazy as _

FORMULAS = {
    "selections": _(
        "Consignments assessed in the period that the profile hit and that were put up for selection for that reason. "
        "Each counts once, whatever its rounds."
    ),
    "hit_rate": _(
        "Positive / examined with a recorded result, among the selections of the profile. "
        "Consignments that only the random draw or an officer chose do not count. Interval: Wilson, 95 %."
    ),
    "baseline": _(
        "Positive / examined with a recorded result, among all consignments drawn at random, "
        "whatever else selected them. Interval: Wilson, 95 %."
    ),
    "lift": _(
        "Hit rate of the profile / hit rate of the random draw. "
        "Where the intervals touch, neither is shown to be better."
    ),
    "missed": _(
        "Positive / examined with a recorded result, among the drawn consignments that nothing else selected: "
        "an estimate of what profiles and lists miss. Interval: Wilson, 95 %."
    ),
    "origin": _(
        "Positive / examined with a recorded result, among consignments this reason put up for selection. "
        "One that two reasons chose stands in both rows. Interval: Wilson, 95 %."
    ),
    "last_hit": _("The last hit that put a consignment up for selection, in the period."),
    "seized": _(
        "What was seized on the selections of the profile: lines in force, added up by category and unit of quantity. "
        "Quantities of different units are never added."
    ),
    "trend": _(
        "The hit rate of the later half of the period beside the earlier half. "
        "Where the intervals touch, no change is shown."
    ),
    "indicator_hits": _(
        "Consignments that profiles put up for selection in the period and on which the indicator hit. "
        "Each counts once, whatever its rounds and profiles."
    ),
    "alone": _("Of these, those on which no other indicator hit."),
    "indicator_rate": _(
        "Positive / examined with a recorded result, among the selected consignments on which it hit. "
        "Interval: Wilson, 95 %."
    ),
    "let_go": _(
        "Released / decided, among consignments that a profile, list or message had put up; decided means released or "
        "selected. What was found later is known only of those that a later round had examined after all."
    ),
    "taken_up": _(
        "Selected by an officer although nothing had put it up / all selected. Found later: positive / examined with a "
        "recorded result. Interval: Wilson, 95 %."
    ),
    "received": _("Consignments first known in the period."),
    "assessed": _("Of these, with at least one round of assessment."),
    "selected": _("Of these, selected by an officer's decision."),
    "examined": _("Of these, examined with a recorded result; what could not be finished does not count."),
    "positive": _("Of these, with irregular documents, irregular revenue or a seizure."),
    "below_baseline": _(
        "The hit rate is below that of the random draw, and at least 30 of its selections were examined."
    ),
    "no_hit": _("The active version hit nothing in the last 60 days."),
    "expires_soon": _("The active version ends within 14 days."),
}
