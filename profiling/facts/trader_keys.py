"""Under what traders are found again: phone, whole address (hashed), and the name with its spellings folded."""

import hashlib
from collections.abc import Mapping
from functools import lru_cache
from uuid import UUID

from consignments.keys.addresses import address_is_incomplete, address_key
from consignments.keys.identifiers import phone_key
from consignments.keys.names import folded_key
from profiling.facts.known import KnownConsignment, KnownParty
from profiling.facts.parties import TRADERS

TraderKey = tuple[str, str, str]  # kind, key, id of the party

KEY_AT_MOST = 60
# A name of so few letters is shared by chance.
SHORTEST_NAME = 6

cached_phone_key = lru_cache(maxsize=16_384)(phone_key)


def trader_keys(known: KnownConsignment, parties: Mapping[str, UUID]) -> set[TraderKey]:
    """Return the keys of consignor and consignee; parties: role -> party, those that are nobody left out."""
    keys = set()
    for role in TRADERS:
        party = known.party(role)
        if party is None or role not in parties:
            continue
        party_id = str(parties[role])
        keys |= {(kind, key, party_id) for kind, key in keys_of(party) if key}
    return keys


def keys_of(party: KnownParty) -> list[tuple[str, str]]:
    """Return kind and key of each way to find the party again; "" for a key that is not stated."""
    return [
        ("phone", cached_phone_key(party.phone)[:KEY_AT_MOST] if party.phone else ""),
        ("address", whole_address_key(party.address, party.street, party.city, party.postcode)),
        ("name", folded_name(party.name) if party.name else ""),
    ]


@lru_cache(maxsize=16_384)
def whole_address_key(text: str | None, street: str | None, city: str | None, postcode: str | None) -> str:
    """Return the hashed key of an address that says where somebody is; "" for a city or a box alone."""
    if address_is_incomplete(text=text, street=street, city=city, postcode=postcode) is not False:
        return ""
    return hashed(address_key(" ".join(filter(None, (text, street, city)))))


def hashed(key: str) -> str:
    return hashlib.blake2b(key.encode(), digest_size=16).hexdigest() if key else ""


@lru_cache(maxsize=16_384)
def folded_name(name: str) -> str:
    """Return the name with its spellings folded, words sorted and joined; "" for one too short to tell."""
    joined = "".join(sorted(folded_key(name).split()))
    return joined[:KEY_AT_MOST] if len(joined) >= SHORTEST_NAME else ""
