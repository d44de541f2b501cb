"""Problems of tables whose layout is somebody's own."""

from django.utils.translation import gettext_lazy as _

from .problem_text import ProblemText

SHEET_PROBLEMS: dict[str, ProblemText] = {
    "column_told_by_content": ProblemText(
        _("The column %(value)s has no heading; by its cells it was read as %(field)s."),
        _("If it holds something else, say what the columns mean."),
    ),
    "carried_down": ProblemText(
        _("Rows leave blank what an earlier row states of the truck or the sheet; it was taken for them as well."),
        _("Nothing, if they travelled together; otherwise fill in the cells."),
    ),
    "number_shortened": ProblemText(
        _("“%(value)s” was shortened by a spreadsheet program; its last digits are lost."),
        _("Format the column as text and write the whole number."),
    ),
}
