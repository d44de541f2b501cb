"""Problems of manifests and declarations that come from ASYCUDA, in the WCO data model, or as X12."""

from django.utils.translation import gettext_lazy as _

from .problem_text import CHECK_NUMBERS, COUNT_IS_NOTED, SEND_AS_EXPORTED, ProblemText

MANIFEST_PROBLEMS: dict[str, ProblemText] = {
    "code_unknown": ProblemText(
        _("The code “%(value)s” is not known here and was left out."), _("Use a code from the list of the format.")
    ),
    "container_count_differs": ProblemText(
        _("The document states %(stated)s containers and holds %(found)s different ones."), CHECK_NUMBERS
    ),
    # X12
    "x12_no_manifest": ProblemText(
        _("The interchange holds no customs manifest 309."), _("Send the manifest as transaction set 309.")
    ),
    "x12_set_not_read": ProblemText(
        _("A transaction set %(value)s was not read."), _("Send manifests as transaction set 309.")
    ),
    "x12_set_not_closed": ProblemText(
        _("The transaction set %(value)s has no SE segment; it may have been cut short."),
        _("Compare the number of bills with your own, and send the file again if some are missing."),
    ),
    "x12_segment_count_differs": ProblemText(
        _("SE states %(stated)s segments, the transaction set has %(found)s."), COUNT_IS_NOTED
    ),
    "x12_segment_too_long": ProblemText(
        _("A segment of more than %(limit)s bytes was passed over."), SEND_AS_EXPORTED
    ),
    "x12_group_too_long": ProblemText(
        _("The bill has more than %(limit)s segments."), _("Send it as several bills.")
    ),
}  # fmt: skip
