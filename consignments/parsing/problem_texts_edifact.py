"""The problems of UN/EDIFACT interchanges: for each code what is wrong and how to mend it."""

from django.utils.translation import gettext_lazy as _

from .problem_text import COUNT_IS_NOTED, NOTHING_NEEDED, SEND_AS_EXPORTED, ProblemText

EDIFACT_PROBLEMS: dict[str, ProblemText] = {
    "edifact_type_not_read": ProblemText(
        _("The interchange holds no message that can be read here; its first is of the type “%(value)s”."),
        _("Send cargo reports as CUSCAR, transport documents as IFTMIN, IFTMCS or IFCSUM."),
    ),
    "edifact_message_not_read": ProblemText(
        _("%(count)s messages of the type “%(value)s” were not read, only those of the type %(found)s."),
        _("Send the messages of each type in an interchange of their own."),
    ),
    "edifact_release_unknown": ProblemText(
        _("The release “%(value)s” is not known here; the message was read as %(found)s."), NOTHING_NEEDED
    ),
    "edifact_head_missing": ProblemText(
        _("A message begins without UNH; its type was taken from what it holds."), SEND_AS_EXPORTED
    ),
    "edifact_un_number_in_text": ProblemText(
        _("The UN number %(value)s was found in the text of the goods."),
        _("State dangerous goods in a segment DGS of their goods line."),
    ),
    "edifact_una_unusable": ProblemText(
        _("The service string UNA “%(value)s” cannot be used; the usual separators were taken."), SEND_AS_EXPORTED
    ),
    "edifact_empty_segment": ProblemText(_("An empty segment was passed over."), NOTHING_NEEDED),
    "edifact_segment_too_long": ProblemText(
        _("A segment of %(bytes)s bytes was passed over; %(limit)s are allowed."),
        _("Check that the segment terminators are in place."),
    ),
    "edifact_segment_outside": ProblemText(
        _("A segment %(value)s stands outside of any message."), SEND_AS_EXPORTED
    ),
    "edifact_part_left_out": ProblemText(
        _("A segment %(value)s of this consignment was too long to be read."),
        _("Check that the segment terminators are in place, then send this consignment again."),
    ),
    "edifact_group_too_long": ProblemText(
        _("The consignment has more than %(limit)s segments."), _("Send it as several consignments.")
    ),
    "edifact_truncated": ProblemText(
        _("The file breaks off inside a segment, at byte %(offset)s."), _("Send the whole file again.")
    ),
    "edifact_consignment_truncated": ProblemText(
        _("The file breaks off inside this consignment."), _("Send this consignment again, whole.")
    ),
    "edifact_message_not_closed": ProblemText(
        _("The message %(value)s has no UNT segment; it may have been cut short."),
        _("Compare the number of consignments with your own, and send the file again if some are missing."),
    ),
    "edifact_interchange_not_closed": ProblemText(
        _("The interchange has no UNZ segment; it may have been cut short."),
        _("Compare the number of messages with your own, and send the file again if some are missing."),
    ),
    "edifact_segment_count_differs": ProblemText(
        _("UNT states %(stated)s segments, the message has %(found)s."), COUNT_IS_NOTED
    ),
    "edifact_group_count_differs": ProblemText(
        _("UNE states %(stated)s messages, the group has %(found)s."), COUNT_IS_NOTED
    ),
    "edifact_interchange_count_differs": ProblemText(
        _("UNZ states %(stated)s, the interchange has %(found)s."), COUNT_IS_NOTED
    ),
    "edifact_reference_differs": ProblemText(
        _("UNT names the message %(stated)s, UNH names %(found)s."), SEND_AS_EXPORTED
    ),
    "edifact_date_format_unknown": ProblemText(
        _("The date format “%(value)s” is not known."), _("Use the format 102 or 203.")
    ),
    "edifact_name_and_street_swapped": ProblemText(
        _("Name and street stand in each other's place; they were read the other way round."),
        _("Send the name in C080 and the street in C059."),
    ),
    "equipment_not_linked": ProblemText(
        _("%(count)s pieces of equipment belong to no consignment: %(value)s."),
        _("Link each one to its goods, in CUSCAR by SGP."),
    ),
}  # fmt: skip
