"""The problems of PDFs and photographed papers: for each code what is wrong and how to mend it."""

from django.utils.translation import gettext_lazy as _

from .problem_text import ProblemText

_TYPE_IT = _("Type the boxes from the picture of the page.")

PAPER_PROBLEMS: dict[str, ProblemText] = {
    "pdf_broken": ProblemText(
        _("The PDF is broken and cannot be opened."), _("Open it in a PDF reader and print it as a new PDF.")
    ),
    "pdf_locked": ProblemText(
        _("The PDF is locked with a password."), _("Save it without a password, or send the document itself.")
    ),
    "pdf_too_large": ProblemText(
        _("The PDF is too large, or takes too much memory or time to be read."),
        _("Send only the pages of the document, scanned with fewer dots per inch."),
    ),
    "pdf_pages_left": ProblemText(
        _("The first %(read)s of %(count)s pages were read."), _("Look through the others, or send them apart.")
    ),
    "pdf_without_text": ProblemText(_("The PDF is a scan: no text could be read from it."), _TYPE_IT),
    "picture_not_read": ProblemText(_("No text is read from a picture."), _TYPE_IT),
    "pdf_kind_unknown": ProblemText(
        _("No heading says what kind of document this is."), _("Choose the kind, then type the boxes.")
    ),
    "pdf_kind_only": ProblemText(_("Of this kind of document nothing is read from a PDF yet."), _TYPE_IT),
    "pdf_nothing_found": ProblemText(_("The names of no boxes were found on the pages."), _TYPE_IT),
    "paper_set_aside": ProblemText(
        _("An officer set this paper aside: it is registered as nothing."), _("Ask the unit if this is a mistake.")
    ),
}
