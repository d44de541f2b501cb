"""Who moves a consignment: the keys by which a driver and a customs broker are found again."""

from consignments.keys.identifiers import inn_key
from consignments.keys.names import fold, name_key
from profiling.facts.known import KnownConsignment, KnownParty
from profiling.facts.parties import is_placeholder

LONGEST_KEY = 60


def driver_key(known: KnownConsignment) -> str:
    """Return the driver's number, else the words of the name in order; "" for none, or a name of a single word."""
    party = known.party("driver")
    return _number(party) or (_name(party) if " " in _name(party) else "")


def broker_key(known: KnownConsignment) -> str:
    """Return the tax number of the declarant, else the words of the name in order; "" for none."""
    party = known.party("declarant")
    return _number(party) or _name(party)


def _number(party: KnownParty | None) -> str:
    return inn_key(party.identifier)[:LONGEST_KEY] if party and party.identifier else ""


def _name(party: KnownParty | None) -> str:
    if party is None or not party.name or is_placeholder(party.name):
        return ""
    return " ".join(sorted(fold(name_key(party.name)).split()))[:LONGEST_KEY]
