"""Facts of group F: who pays the carriage, and how."""

from consignments.keys.identifiers import inn_key
from profiling.facts.known import KnownConsignment, KnownParty, Noted
from profiling.facts.parties import cached_name_key

# Who may be expected to pay; anyone else is a third party.
EXPECTED = ("consignor", "consignee", "notify_party", "seller", "buyer")


def freight_facts(known: KnownConsignment) -> Noted:
    """Answer the columns of group F."""
    noted = Noted()
    method = known.freight_payment_method
    noted.note("freight_payment_method", method)
    noted.note("freight_in_cash", None if method is None else method == "cash", method=method or "")
    _note_payer(noted, known)
    return noted


def _note_payer(noted: Noted, known: KnownConsignment) -> None:
    """F01 "Freight is paid by somebody who is neither consignor, consignee nor notify party." """
    column = "freight_payer_is_third_party"
    payer = known.party("freight_payer")
    expected = [party for party in known.parties if party.role in EXPECTED and party.name]
    if payer is None or not payer.name or not expected:
        noted.note(column, None)
        return
    is_third = not any(_are_same(payer, party) for party in expected)
    noted.note(column, is_third)
    if is_third:
        noted.evidence[column] = {"payer": payer.name}


def _are_same(payer: KnownParty, party: KnownParty) -> bool:
    if payer.identifier and party.identifier and inn_key(payer.identifier) == inn_key(party.identifier):
        return True
    return cached_name_key(payer.name or "") == cached_name_key(party.name or "")
