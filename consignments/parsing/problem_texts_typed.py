"""The problems of documents typed by hand: for each code what is wrong and how to mend it."""

from django.utils.translation import gettext_lazy as _

from .problem_text import NOTHING_NEEDED, ProblemText

TYPED_PROBLEMS: dict[str, ProblemText] = {
    "typed_form_missing": ProblemText(
        _("The document holds nothing that was typed by hand."), _("Enter the document in its form.")
    ),
    "typed_box_unknown": ProblemText(_("The box “%(field)s” is not known and was not read."), NOTHING_NEEDED),
    "wagon_check_digit": ProblemText(
        _("The check digit of the wagon number %(value)s is wrong."), _("Compare it with the wagon and with the paper.")
    ),
    "air_waybill_check_digit": ProblemText(
        _("The check digit of the air waybill number %(value)s is wrong."), _("Compare it with the paper.")
    ),
    "airport_code_malformed": ProblemText(
        _("“%(value)s” is not an airport code of three letters."), _("Enter the code as IATA lists it, such as FRU.")
    ),
}
