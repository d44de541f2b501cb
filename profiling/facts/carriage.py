"""Facts of the carriage itself: its time, its price, who stands between the traders, and who drives."""

from functools import lru_cache

from consignments.keys.names import fold
from consignments.parsing.values import DocumentKind
from profiling.facts.known import HOME_COUNTRY, Circumstances, KnownConsignment, KnownParty, Noted
from profiling.facts.parties import cached_name_key, is_placeholder
from profiling.facts.routing import conveyance_nationality, route_countries
from profiling.facts.totals import gross_mass_kg, in_usd

BETWEEN = (
    *("carrier", "successive_carrier", "freight_forwarder", "notify_party", "freight_payer", "declarant"),
    *("buyer", "seller"),
)
SUCCESSIVE = "successive_carrier"


def carriage_facts(known: KnownConsignment, circumstances: Circumstances) -> Noted:
    """Answer the columns of carriage that the document alone decides."""
    noted = Noted()
    noted.note("transit_days", transit_days(known, circumstances))
    noted.note("freight_per_kg_usd", _freight_per_kg(known, circumstances))
    between = intermediaries(known)
    noted.note("intermediaries", None if between is None else len(between))
    _note_successive(noted, known)
    _note_driver(noted, known)
    return noted


def transit_days(known: KnownConsignment, circumstances: Circumstances) -> float | None:
    """Return the days from taking over to arrival; None where one is not stated, or the second lies before the first.

    Impossible dates are told by D07.
    """
    if known.taken_over_on is None or known.arrival_at is None:
        return None
    days = (known.arrival_at.astimezone(circumstances.local_zone).date() - known.taken_over_on).days
    return float(days) if days >= 0 else None


def intermediaries(known: KnownConsignment) -> list[KnownParty] | None:
    """Return the parties that are neither consignor nor consignee, each once; None where neither of them is named."""
    ends = {_key(party) for party in known.parties if party.role in ("consignor", "consignee")} - {""}
    if not ends:
        return None
    found: dict[str, KnownParty] = {}
    for party in known.parties:
        key = _key(party)
        if party.role in BETWEEN and key and key not in ends:
            found.setdefault(key, party)
    return list(found.values())


def _key(party: KnownParty) -> str:
    return _folded(party.name) if party.name and not is_placeholder(party.name) else ""


@lru_cache(maxsize=16_384)
def _folded(name: str) -> str:
    return fold(cached_name_key(name))


def _freight_per_kg(known: KnownConsignment, circumstances: Circumstances) -> float | None:
    usd = in_usd(known.freight_amount, known.freight_currency, circumstances)
    mass_kg = gross_mass_kg(known)
    return None if usd is None or not mass_kg else usd / float(mass_kg)


def _note_successive(noted: Noted, known: KnownConsignment) -> None:
    """H08 "The document names a successive carrier": only a CMR note has a box for it, number 17."""
    is_stated = known.party(SUCCESSIVE) is not None
    is_silent = not is_stated and known.document_kind != DocumentKind.CMR_NOTE
    noted.note("successive_carriers_stated", None if is_silent else is_stated)


def _note_driver(noted: Noted, known: KnownConsignment) -> None:
    """H03 "The driver's country is neither the vehicle's nor one of the route." """
    column = "driver_off_route"
    driver, route = known.party("driver"), route_countries(known)
    country = driver.country if driver else None
    if country is None:
        noted.note(column, None)
        return
    vehicle = conveyance_nationality(known)
    if country in {HOME_COUNTRY, vehicle, *(route or ())}:
        noted.note(column, False)
    elif vehicle is None or route is None or None in route:
        noted.note(column, None)
    else:
        told = ", ".join(each for each in route if each)
        noted.note(column, True, driver_country=country, vehicle_country=vehicle, route=told)
