"""What can be wrong with the XML documents of the Eurasian Economic Union."""

from django.utils.translation import gettext_lazy as _

from .problem_text import SEND_AS_EXPORTED, ProblemText

EAEU_PROBLEMS: dict[str, ProblemText] = {
    "eaeu_document_code_differs": ProblemText(
        _("The document code is “%(value)s” where %(expected)s is due; it was read as %(expected)s."), SEND_AS_EXPORTED
    ),
    "eaeu_equal_to_nobody": ProblemText(
        _("The %(role)s is stated to be the same as a party that is not stated."), _("Give the party by name.")
    ),
    "eaeu_transport_document_missing": ProblemText(
        _("No transport document is named; the number of the declaration itself, %(value)s, was taken."),
        _("Name the CMR note or other transport document among the presented documents."),
    ),
}
