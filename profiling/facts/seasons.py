"""G07: whether fresh fruit and vegetables come when their country of origin has them."""

from profiling.facts.known import Circumstances, KnownConsignment, KnownGoodsItem, Noted
from profiling.reference.seasons import IN_THE_NORTH, months_of

DIGITS_OF_A_SUBHEADING = 6
SEASONAL_CHAPTERS = ("07", "08")


def season_facts(item: KnownGoodsItem, known: KnownConsignment, circumstances: Circumstances) -> Noted:
    """G07 "Fresh fruit or vegetables come at a time when the country of origin has none.\""""
    noted = Noted()
    column = "out_of_season"
    digits = item.commodity_code or ""
    if len(digits) >= DIGITS_OF_A_SUBHEADING and digits[:DIGITS_OF_A_SUBHEADING] not in IN_THE_NORTH:
        noted.note(column, False)  # no goods of a season
        return noted
    months = months_of(digits, item.origin_country) if digits and item.origin_country else None
    if months is None or known.arrival_at is None:
        noted.note(column, False if digits[:2] and digits[:2] not in SEASONAL_CHAPTERS else None)
        return noted
    month = known.arrival_at.astimezone(circumstances.local_zone).month
    told = ", ".join(str(each) for each in sorted(months))
    noted.note(
        column, month not in months, heading=digits[:6], origin=item.origin_country, month=str(month), months=told
    )
    return noted
