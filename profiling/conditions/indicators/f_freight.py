"""Group F: who pays the freight, and how."""

from django.utils.translation import gettext_lazy as _

from .indicator import Indicator, holds

FREIGHT = (
    Indicator(
        "F01",
        _("Freight in cash or by a stranger"),
        _("The freight is paid in cash, or by an unrelated third party."),
        {"any": [holds("freight_in_cash"), holds("freight_payer_is_third_party")]},
        (
            _("The freight is paid by “%(payer)s”, who is no party of the consignment."),
            _("Freight payment: %(method)s."),
        ),
    ),
    Indicator(
        "F04",
        _("Payment changed late"),
        _("Who pays the freight, or how, was changed shortly before arrival."),
        holds("payment_changed_late"),
        (_("Before “%(before)s”, now “%(after)s”; %(hours)s h before arrival."),),
    ),
)
