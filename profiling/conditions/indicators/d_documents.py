"""Group D: the papers themselves."""

from django.utils.translation import gettext_lazy as _

from .indicator import Indicator, holds

DOCUMENTS = (
    Indicator(
        "D03",
        _("Key field amended"),
        _("Consignee, goods, mass or seal was amended after lodging."),
        holds("amended_key_field"),
        (
            _("Changed: %(fields)s; before “%(before)s”, now “%(after)s”."),
            _("Changed: %(fields)s."),
            _("Amendments so far: %(amendments)s."),
        ),
    ),
    Indicator(
        "D04",
        _("Document number reused"),
        _("The transport document's number was used before, or by another source."),
        holds("document_number_reused"),
        (_("The number stands on %(count)s other consignments, last in %(month)s."),),
    ),
    Indicator(
        "D07",
        _("Impossible dates"),
        _("Dates of the documents cannot follow each other so."),
        holds("dates_impossible"),
        (_("%(first)s, but %(second)s."),),
    ),
)
