"""The problems of reports and readings of equipment: for each code what is wrong and how to mend it."""

from django.utils.translation import gettext_lazy as _

from .problem_text import CHECK_NUMBERS, NOTHING_NEEDED, ProblemText

OBSERVATION_PROBLEMS: dict[str, ProblemText] = {
    "edifact_no_message": ProblemText(
        _("The interchange holds no message %(value)s."), _("Send the message whole, from UNH to UNT.")
    ),
    "no_observations": ProblemText(_("The document tells of no equipment."), NOTHING_NEEDED),
    "too_many_observations": ProblemText(
        _("The document has more than %(limit)s readings."), _("Send them in several documents.")
    ),
    "observation_truncated": ProblemText(
        _("The file breaks off inside this reading."), _("Send this reading again, whole.")
    ),
    "observation_count_differs": ProblemText(
        _("The message states %(stated)s pieces of equipment and names %(found)s."), CHECK_NUMBERS
    ),
    "observation_names_nothing": ProblemText(
        _("The reading names no container, wagon or plate."), _("Give the number that was read.")
    ),
    "observation_time_missing": ProblemText(
        _("The reading does not say when it was taken."), _("Give date and time, such as 2026-11-24T20:30:00+06:00.")
    ),
    "observation_in_the_future": ProblemText(
        _("The reading says %(value)s, which is still to come."), _("Check the clock of the device and its time zone.")
    ),
    "observations_repeated": ProblemText(
        _("%(count)s readings are here already and were not entered again."), NOTHING_NEEDED
    ),
    "equipment_without_number": ProblemText(
        _("A piece of equipment without a number was passed over."), _("Give the number of every box.")
    ),
    "seal_without_number": ProblemText(
        _("“%(value)s” is no seal number; only that there is a seal is known."), _("Give the number of the seal.")
    ),
    "status_names_no_equipment": ProblemText(
        _("A status that names no box was passed over."), _("Name the box in EQD or RFF+EQ.")
    ),
}  # fmt: skip
