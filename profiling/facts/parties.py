"""Facts of group A: what the document shows of the parties."""

from functools import lru_cache

from consignments.keys.addresses import address_is_incomplete
from consignments.keys.names import name_key
from profiling.facts.answers import any_of, cannot_carry, must_carry
from profiling.facts.known import KnownConsignment, KnownParty, Noted
from profiling.facts.order_clauses import is_bank, is_same_as_consignee, is_to_order
from profiling.screening import kinds_of_name

# Roles whose names a document of any kind is expected to give; a placeholder elsewhere counts where one is stated.
TRADERS = ("consignor", "consignee")
NAMED = (*TRADERS, "notify_party", "seller", "buyer")

is_placeholder = lru_cache(maxsize=16_384)(kinds_of_name.is_placeholder)
is_freight_forwarder = lru_cache(maxsize=16_384)(kinds_of_name.is_freight_forwarder)
looks_like_person = lru_cache(maxsize=16_384)(kinds_of_name.looks_like_person)
cached_name_key = lru_cache(maxsize=16_384)(name_key)


def party_facts(known: KnownConsignment) -> Noted:
    """Answer the columns of group A that the document alone decides."""
    noted = Noted()
    consignee, notify = known.party("consignee"), known.party("notify_party")
    noted.note("consignor_country", _country(known.party("consignor")))
    noted.note("consignee_country", _country(consignee))
    _note_to_order(noted, known, consignee, notify)
    _note_notify_abroad(noted, known, consignee, notify)
    _note_forwarder(noted, consignee)
    _note_placeholder(noted, known)
    _note_address(noted, known)
    _note_person(noted, consignee)
    return noted


def _note_to_order(
    noted: Noted, known: KnownConsignment, consignee: KnownParty | None, notify: KnownParty | None
) -> None:
    """A05 "Consignee is 'to order' or a bank, with no real notify party."

    Whoever takes a bill to order is told of its arrival through the notify party, so a document that has a place for
    one and leaves it open states none; a document that has no such place says nothing.
    """
    if consignee is None or not consignee.name:
        noted.note("consignee_to_order", None)
    elif not (is_to_order(consignee.name) or _is_bank_of_credit(known, consignee.name)):
        noted.note("consignee_to_order", False)
    elif notify is None or not notify.name:
        answer = None if cannot_carry(known.document_kind, "parties.notify_party") else True
        noted.note("consignee_to_order", answer, consignee=consignee.name, notify_party="")
    else:
        real = not (is_placeholder(notify.name) or is_same_as_consignee(notify.name) or is_to_order(notify.name))
        noted.note("consignee_to_order", not real, consignee=consignee.name, notify_party=notify.name)


def _note_notify_abroad(
    noted: Noted, known: KnownConsignment, consignee: KnownParty | None, notify: KnownParty | None
) -> None:
    """A06 "Notify party differs from the consignee and is in another country." """
    column = "notify_differs_abroad"
    if notify is None or not notify.name:
        noted.note(column, False if must_carry(known.document_kind, "parties.notify_party") else None)
    elif is_same_as_consignee(notify.name) or (consignee and _are_same(consignee, notify)):
        noted.note(column, False)
    elif consignee is None or not consignee.country or not notify.country:
        noted.note(column, None)
    else:
        noted.note(
            column, consignee.country != notify.country, notify_party=notify.name, notify_country=notify.country,
            consignee_country=consignee.country,
        )  # fmt: skip


def _note_forwarder(noted: Noted, consignee: KnownParty | None) -> None:
    """A07 "Consignee or final receiver is a freight forwarder or carrier." """
    if consignee is None or not consignee.name:
        noted.note("consignee_is_forwarder", None)
    else:
        noted.note("consignee_is_forwarder", is_freight_forwarder(consignee.name), consignee=consignee.name)


def _note_placeholder(noted: Noted, known: KnownConsignment) -> None:
    """A08 "A party is a placeholder: 'private', 'unknown', 'N/A', dots, one character over and over." """
    answers: list[bool | None] = []
    for party in known.parties:
        if party.role in NAMED and party.name:
            answers.append(is_placeholder(party.name) and not _refers_to_consignee(party))
            if answers[-1]:
                noted.evidence.setdefault("party_is_placeholder", {"role": party.role, "text": party.name})
    stated = {party.role for party in known.parties if party.name}
    answers += [None for role in TRADERS if role not in stated]
    noted.note("party_is_placeholder", any_of(answers))


def _note_address(noted: Noted, known: KnownConsignment) -> None:
    """A09 "Consignor's or consignee's address is incomplete: no street, a box or a city only." """
    answers: list[bool | None] = []
    for role in TRADERS:
        party = known.party(role)
        answer = _address_answer(party) if party else None
        if answer is None and must_carry(known.document_kind, f"parties.{role}.address"):
            answer = True
        answers.append(answer)
        if answer:
            text = _whole_address(party) if party else ""
            noted.evidence.setdefault("party_address_incomplete", {"role": role, "address": text})
    noted.note("party_address_incomplete", any_of(answers))


def _note_person(noted: Noted, consignee: KnownParty | None) -> None:
    """A15 "An individual is the consignee" (of a commercial quantity, which the profile adds)."""
    if consignee is None:
        noted.note("consignee_is_person", None)
    elif consignee.is_natural_person is not None:
        noted.note("consignee_is_person", consignee.is_natural_person, consignee=consignee.name or "", stated="yes")
    elif not consignee.name or is_to_order(consignee.name):
        noted.note("consignee_is_person", None)
    else:
        noted.note("consignee_is_person", looks_like_person(consignee.name), consignee=consignee.name)


def _refers_to_consignee(party: KnownParty) -> bool:
    return party.role == "notify_party" and is_same_as_consignee(party.name or "")


def _is_bank_of_credit(known: KnownConsignment, name: str) -> bool:
    """A bank takes a bill of lading as security; under a CMR note, which is no title, it only buys."""
    return known.transport_document_kind == "bill_of_lading" and is_bank(name)


def _are_same(one: KnownParty, other: KnownParty) -> bool:
    if one.identifier and other.identifier:
        return one.identifier == other.identifier
    return bool(one.name and other.name) and cached_name_key(one.name or "") == cached_name_key(other.name or "")


def _address_answer(party: KnownParty) -> bool | None:
    return _address_is_incomplete(party.address, party.street, party.city, party.postcode)


@lru_cache(maxsize=16_384)
def _address_is_incomplete(text: str | None, street: str | None, city: str | None, postcode: str | None) -> bool | None:
    if street and not city and not text:
        return address_is_incomplete(text=street, postcode=postcode)  # many documents put all of it in the street
    return address_is_incomplete(text=text, street=street, city=city, postcode=postcode)


def _whole_address(party: KnownParty) -> str:
    return party.address or ", ".join(filter(None, (party.street, party.city, party.postcode)))


def _country(party: KnownParty | None) -> str | None:
    return party.country if party else None
