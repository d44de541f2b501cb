"""I05: what makes two consignments alike: heading, origin, route and packing of a line of goods."""

from profiling.facts.known import KnownConsignment

DIGITS_OF_A_HEADING = 4
PATTERNS_AT_MOST = 20


def pattern_keys(known: KnownConsignment) -> set[str]:
    """Return the patterns of the goods as "6109|CN|CN-KG|CT", of those lines that state all four; 20 at most."""
    if not known.dispatch_country or not known.destination_country:
        return set()
    lane = f"{known.dispatch_country}-{known.destination_country}"
    found = {
        f"{code[:DIGITS_OF_A_HEADING]}|{item.origin_country}|{lane}|{item.package_kind.upper()}"
        for item in known.goods
        if (code := item.commodity_code or "")[:DIGITS_OF_A_HEADING].isdigit()
        if len(code) >= DIGITS_OF_A_HEADING and item.origin_country and item.package_kind
    }
    return set(sorted(found)[:PATTERNS_AT_MOST])
