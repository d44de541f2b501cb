"""A17: tax numbers that break the rule of their country."""

from datetime import date
from functools import lru_cache

from consignments.keys.identifier_checks import inn_is_plausible
from profiling.facts.answers import any_of
from profiling.facts.known import Circumstances, KnownConsignment, KnownParty, Noted
from profiling.facts.parties import TRADERS

TAX_NUMBER = "INN"


def tax_number_facts(known: KnownConsignment, circumstances: Circumstances) -> Noted:
    """A17 "The tax number of consignor or consignee fails the check of its country." """
    noted = Noted()
    column = "tax_number_faulty"
    today = known.known_at.astimezone(circumstances.local_zone).date()
    answers = []
    for role in TRADERS:
        party = known.party(role)
        number = tax_number_of(party) if party else None
        if party and number:
            is_plausible = _is_plausible(number, party.country, today)
            answers.append(None if is_plausible is None else not is_plausible)
            if is_plausible is False:
                seen_in = {"role": role, "number": number, "country": party.country, "why": "tax_number_form"}
                noted.evidence.setdefault(column, seen_in)
    # Where the rule of one country is not known, the other trader's number still answers.
    noted.note(column, any_of(answer for answer in answers if answer is not None))
    return noted


def tax_number_of(party: KnownParty) -> str | None:
    """Return the tax number that a party states; a sender's own code is none."""
    return party.identifier if party.identifier and party.identifier_kind == TAX_NUMBER else None


@lru_cache(maxsize=16_384)
def _is_plausible(number: str, country: str | None, today: date) -> bool | None:
    return inn_is_plausible(number, country, today=today)
