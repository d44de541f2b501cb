"""Which facts the benchmark has, and between which ends their values lie."""

COUNT = 20_000
COUNTRIES = ["AF", "CN", "IR", "KZ", "RU", "TJ", "TR", "UZ"]

# fact: upper end of its values, or the share that is true
NUMBERS = {
    "gross_mass_kg": 30_000,
    "value_usd": 100_000,
    "value_per_kg_usd": 20,
    "hours_before_arrival": 48,
    "party_list_score": 100,
    "trader_hit_rate_ratio": 3,
}
COUNTS = {"packages": 1000, "consignee_seen_365d": 20, "consignor_seen_365d": 20, "pair_seen_365d": 5}
SHARES = {
    "gross_mass_is_round": 0.2,
    "dates_impossible": 0.1,
    "seal_missing": 0.1,
    "arrival_at_night": 0.3,
    "container_number_invalid": 0.05,
}
SINGLE_COUNTRIES = ["dispatch_country", "destination_country"]
SEVERAL_COUNTRIES = ["route_countries"]
ITEM_NUMBERS = {"value_deviations": (-6, 6), "kg_per_package": (0, 100)}
ITEM_COUNTRIES = ["origin_country"]
