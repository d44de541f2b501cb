"""Group F: who pays the freight, and how."""

from django.utils.translation import gettext_lazy as _

from .indicator import Indicator, compares, holds

# What is usually paid through a bank.
EXPENSIVE_USD = 50_000
# Where hardly anybody pays cash.
CASH_IS_RARE = 0.1
# As far from the usual as the value of goods may be before it is looked at.
FREIGHT_DEVIATIONS = 3.5
# Carriage is seldom dearer than half of what it carries.
FREIGHT_OF_VALUE = 0.5
# A currency or terms that one in twenty consignments of the pair has.
RARE_FOR_PAIR = 0.05
# Statistics are averages over qualities: half and double are still innocent.
MIRROR_BELOW = 0.4
MIRROR_ABOVE = 2.5
MANY_INTERMEDIARIES = 3

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
        "F02",
        _("Expensive goods, paid in cash"),
        _("Goods of high value travel for cash where payment by bank is usual."),
        {
            "all": [
                holds("freight_in_cash"),
                compares("value_usd", "ge", EXPENSIVE_USD),
                compares("lane_cash_share", "lt", CASH_IS_RARE),
            ]
        },
        (
            _("Goods of %(value_usd)s USD, freight in cash; in cash on %(lane)s: %(lane_cash_share)s of %(n)s."),
            _("Goods of %(value_usd)s USD, freight in cash; share of cash on the lane: %(lane_cash_share)s."),
        ),
    ),
    Indicator(
        "F03",
        _("Unusual freight"),
        _("The freight is far from the usual between the two countries, or high for the value of the goods."),
        {
            "any": [
                compares("freight_deviations", "gt", FREIGHT_DEVIATIONS),
                compares("freight_deviations", "lt", -FREIGHT_DEVIATIONS),
                compares("freight_value_ratio", "ge", FREIGHT_OF_VALUE),
            ]
        },
        (
            _(
                "Freight %(freight_per_kg_usd)s USD/kg, usually %(median)s on %(lane)s; %(freight_deviations)s "
                "deviations, %(n)s consignments."
            ),
            _("Freight is %(freight_value_ratio)s times the value of the goods."),
            _("%(freight_deviations)s deviations from the usual freight."),
        ),
    ),
    Indicator(
        "F04",
        _("Payment changed late"),
        _("Who pays the freight, or how, was changed shortly before arrival."),
        holds("payment_changed_late"),
        (_("Before “%(before)s”, now “%(after)s”; %(hours)s h before arrival."),),
    ),
    Indicator(
        "F05",
        _("Terms unusual for the pair"),
        _("Currency or terms of delivery are unusual between these two traders."),
        {
            "any": [
                compares("currency_habit_share", "lt", RARE_FOR_PAIR),
                compares("incoterm_habit_share", "lt", RARE_FOR_PAIR),
            ]
        },
        (
            _("Now %(currency)s, usually %(usual_currency)s; consignments of the pair: %(currency_n)s."),
            _("Now %(incoterm)s, usually %(usual_incoterm)s; invoices of the pair: %(incoterm_n)s."),
            _("Share of the currency in the pair's past: %(currency_habit_share)s."),
            _("Share of the terms in the pair's past: %(incoterm_habit_share)s."),
        ),
    ),
    Indicator(
        "F06",
        _("Value against the partner's statistics"),
        _("The value per kg is far from what the country of origin says it exports the heading for."),
        {
            "any_item": {
                "any": [
                    compares("mirror_value_ratio", "lt", MIRROR_BELOW),
                    compares("mirror_value_ratio", "gt", MIRROR_ABOVE),
                ]
            }
        },
        (
            _("Item %(item)s: %(stated)s USD/kg; %(partner)s states %(usual)s for %(heading)s in %(month)s."),
            _("Item %(item)s: %(mirror_value_ratio)s times the partner's statistics."),
        ),
    ),
    Indicator(
        "F07",
        _("Intermediaries of another trade"),
        _("Several intermediaries stand between the traders, some of a trade that has nothing to do with goods."),
        {
            "all": [
                compares("intermediaries", "ge", MANY_INTERMEDIARIES),
                compares("odd_intermediaries", "ge", 1),
            ]
        },
        (
            _("Intermediaries: %(intermediaries)s; “%(party)s” is registered for %(activities)s."),
            _("Intermediaries: %(intermediaries)s, of another trade: %(odd_intermediaries)s."),
        ),
    ),
)
