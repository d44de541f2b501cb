"""Excuses profiles that could not be evaluated only because our memory is too short: thin history is not silence.

"Silence must not pay" is about data that the document kind could have carried. A first-seen count, a value norm or a
register that is not filled yet is missing through nobody's silence; it may not put all traffic of a new post into the
yellow lane. What was missing for that reason is frozen with the facts (`evidence["thin"]`).
"""

from collections.abc import Iterable, Sequence
from typing import Any

from profiling.conditions.catalogue import FACTS, Level
from profiling.conditions.definition import ProfileDefinition
from profiling.conditions.explaining import NOT_EVALUABLE, Reason
from profiling.conditions.tree import Condition, fact_names

THIN = "thin"

# What each history or register fact needs of the document; with that stated, only our memory can be too short.
NEEDS = {
    "consignee_seen_365d": "consignee",
    "consignor_seen_365d": "consignor",
    "pair_seen_365d": "pair",
    "same_mass_streak": "pair_and_mass",
    "consignee_night_share": "consignee",
    "trader_hit_rate_ratio": "consignee",
    "trader_is_trusted": "consignee",
    "open_warning": "",
    "seizure_hops": "",
    "consignee_idle_days": "consignee",
    "chapter_habit_share": "consignee",
    "entry_post_share": "consignee",
    "carrier_entry_post_share": "carrier",
    "detour_against_lane": "",
    "resembles_known_trader": "consignee",
    "address_shared_by": "consignee",
    "phone_shared_by": "consignee",
    # A register that nobody feeds, or that does not know the trader.
    "consignee_registered_days": "",
    "activity_does_not_fit": "",
    "tobacco_licence_missing": "",
    "transit_open_days": "",
    "carrier_registered_days": "",
    "carrier_licence_missing": "",
    "odd_intermediaries": "",
    "owner_prefix_unknown": "",
    "box_is_shippers_own": "",
    # What is usual between two countries, in a pair, for a carrier.
    "transit_deviations": "transit_days",
    "freight_deviations": "freight_per_kg_usd",
    "lane_cash_share": "",
    "currency_habit_share": "pair",
    "incoterm_habit_share": "",
    "pair_seen_14d": "pair",
    "mass_against_pair": "pair_and_mass",
    "volume_against_year": "consignee",
    "clean_run": "consignee",
    "carrier_vehicles": "carrier",
    "owner_new_to_carrier": "",
    "plates_new_together": "",
    "similar_seizures": "",
    # What only some documents are about.
    "carnet_faulty": "",
    "house_data_missing": "",
    "successive_carriers_stated": "",
    # What no device has read yet is missing through nobody's silence.
    "seen_in_two_places": "",
    "seal_differs_on_arrival": "",
    "seal_changed_en_route": "",
    "weighed_deviation_percent": "",
    "scan_shows_anomaly": "",
    "unclaimed_days": "",
    "empty_entries_90d": "",
    "moved_with_another": "",
}


def thin_facts(values: dict[str, Any], items: Iterable[dict[str, Any]], roles: Iterable[str]) -> list[str]:
    """Return the facts that are not known although the document states all they need.

    values and items: the columns of the facts rows. roles: those of the parties that have a name.
    """
    items = list(items)
    stated = set(roles) | {""}
    if {"consignee", "consignor"} <= stated:
        stated.add("pair")
        if values.get("gross_mass_kg") is not None:
            stated.add("pair_and_mass")
    stated |= {name for name in ("transit_days", "freight_per_kg_usd") if values.get(name) is not None}
    thin = [name for name, needed in NEEDS.items() if values.get(name) is None and needed in stated]
    unmeasured = [item for item in items if item.get("value_deviations") is None]
    if unmeasured and all(_has_value(item) for item in unmeasured):
        thin += ["value_deviations", "value_deviations_lowest"]
    if any(item.get("description") and item.get("brand_named") is None for item in items):
        thin += ["brand_named", "brand_origin_unusual"]
    if any(_has_value(item) and item.get("mirror_value_ratio") is None for item in items):
        thin.append("mirror_value_ratio")
    return thin


def excused(
    definitions: Sequence[ProfileDefinition],
    answers: Sequence[int | None],
    points_low: Sequence[int | None],
    reasons: Sequence[Reason],
    thin: Iterable[str],
) -> set[int]:
    """Return the positions of the not evaluable versions that would not reach their threshold by what the document
    leaves out: without the points of indicators that only thin history keeps from an answer."""
    thin = set(thin)
    if not thin or not reasons:
        return set()
    found = {(reason.code, reason.when): reason for reason in reasons}
    seen = reasons[0].seen
    positions = set()
    for position, (definition, answer, low) in enumerate(zip(definitions, answers, points_low, strict=True)):
        if answer is not None or low is None or _unknown(definition.gate, seen) - thin:
            continue
        possible = sum(
            indicator.points
            for indicator in definition.indicators
            if indicator.points > 0
            and (reason := found.get((indicator.code, indicator.when))) is not None
            and reason.answer == NOT_EVALUABLE
            and _unknown(indicator.when, seen) - thin
        )
        if low + possible < definition.threshold:
            positions.add(position)
    return positions


def _has_value(item: dict[str, Any]) -> bool:
    return all(item.get(name) is not None for name in ("item_value_per_kg_usd", "hs6", "origin_country"))


def _unknown(condition: Condition | None, seen) -> set[str]:
    """The facts of a condition that are not known, in whole or in an element."""
    if condition is None:
        return set()
    unknown = set()
    for name in fact_names(condition):
        fact = FACTS[name]
        values = seen.values_of(fact)
        if not values and fact.level is Level.ITEM:
            unknown.add(name)  # no goods line at all
        for value in values:
            if value is None or (isinstance(value, list | tuple) and None in value):
                unknown.add(name)
    return unknown
