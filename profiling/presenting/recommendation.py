"""What the platform recommends, as a sentence: never a preselected answer."""

from django.utils.translation import gettext as _

from profiling.models import Assessment, Lane, SelectedBy


def recommendation(assessment: Assessment) -> tuple[str, str]:
    """Return (recommendation, what to know of deciding otherwise); the second may be ""."""
    if assessment.lane == Lane.RED:
        return _("Recommended: select"), _("A red release needs a second officer.")
    if SelectedBy.RANDOM in assessment.selected_by:
        return _("Recommended: examine, drawn at random"), _("The draw measures what profiles miss.")
    if assessment.ask_first:
        return _("Recommended: ask for information"), _("A profile could not be evaluated.")
    if assessment.lane == Lane.YELLOW:
        return _("Recommended: check the documents"), ""
    return _("Recommended: no hold"), ""
