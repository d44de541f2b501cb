"""Facts of group A from what traders share: a contact of an offender, many at one address, a name borrowed."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from consignments.keys.identifiers import inn_key
from profiling.facts.answers import any_of
from profiling.facts.known import Noted
from profiling.facts.parties import looks_like_person

OTHERS_AT_MOST = 20
# Seen so often within a year, a trader is known.
KNOWN_FROM = 5
CONTACTS = {"address": "address_shared_by", "phone": "phone_shared_by"}


@dataclass(frozen=True, slots=True)
class SharedKey:
    """One way to find a trader, and who else is found by it. seized: another of them and the month, or None."""

    kind: str
    party: str
    others: tuple[str, ...]
    seized: tuple[str, str] | None


@dataclass(frozen=True, slots=True)
class Trader:
    """A party by its first statement. seen: consignments in the year before, counted no further than needed."""

    id: str
    name: str
    name_key: str
    identifier: str
    country: str
    seen: int


def shared_facts(
    keys: Sequence[SharedKey],
    traders: Mapping[str, Trader],
    is_listed: Callable[[Trader], bool],
    history_is_long: bool,
) -> Noted:
    """Answer the columns. keys: those of one consignment; traders: who bears them; is_listed: on a list of risk."""
    noted = Noted()
    for kind, column in CONTACTS.items():
        _note_shared_by(noted, column, [key for key in keys if key.kind == kind], traders, history_is_long)
    _note_offender(noted, [key for key in keys if key.kind in CONTACTS], traders, is_listed)
    _note_resembling(noted, keys, traders, history_is_long)
    return noted


def _note_shared_by(
    noted: Noted, column: str, keys: Sequence[SharedKey], traders: Mapping[str, Trader], history_is_long: bool
) -> None:
    """A10 "Many companies at one address, or behind one phone." """
    most = max((len(key.others) for key in keys), default=None)
    if most is None or (most == 0 and not history_is_long):
        noted.note(column, None)
        return
    noted.note(column, min(most, OTHERS_AT_MOST))
    widest = max(keys, key=lambda key: len(key.others))
    names = [traders[other].name for other in widest.others[:3] if other in traders]
    if names:
        noted.evidence[column] = {"shared_with": ", ".join(names)}


def _note_offender(
    noted: Noted,
    contacts: Sequence[SharedKey],
    traders: Mapping[str, Trader],
    is_listed: Callable[[Trader], bool],
) -> None:
    """A04 "Address or phone of a party that is listed, or was in a seizure." """
    column = "contact_of_offender"
    noted.note(column, False if contacts else None)
    for key in contacts:
        if key.seized:
            other, month = key.seized
            name = traders[other].name if other in traders else ""
            noted.note(column, True, why=f"same_{key.kind}", other=name, month=month)
            return
        listed = next((traders[other] for other in key.others if other in traders and is_listed(traders[other])), None)
        if listed:
            noted.note(column, True, why=f"same_{key.kind}", listed=listed.name)
            return


def _note_resembling(
    noted: Noted, keys: Sequence[SharedKey], traders: Mapping[str, Trader], history_is_long: bool
) -> None:
    """A16 "A newcomer bears the name of a known trader under another tax number or address."

    Persons are left out: namesakes among them are no theft.
    """
    column = "resembles_known_trader"
    answers: list[bool | None] = []
    for key in keys:
        if key.kind != "name":
            continue
        own = traders.get(key.party)
        if own is None:
            answers.append(False if history_is_long else None)
        elif not looks_like_person(own.name):
            at_address = [each for each in keys if each.kind == "address" and each.party == key.party]
            answer, known = _borrowed_from(own, (traders[o] for o in key.others if o in traders), at_address)
            answers.append(answer if answer or history_is_long else None)
            if answer and known:
                noted.evidence.setdefault(
                    column,
                    {
                        "stated": own.name,
                        "number": own.identifier or "–",
                        "known": known.name,
                        "known_number": known.identifier or "–",
                    },
                )
    noted.note(column, any_of(answers))


def _borrowed_from(
    own: Trader, namesakes: Iterable[Trader], at_address: Sequence[SharedKey]
) -> tuple[bool | None, Trader | None]:
    answers: list[bool | None] = [False]
    for other in namesakes:
        if other.seen < KNOWN_FROM or own.seen >= KNOWN_FROM or _are_abroad(own, other):
            continue
        answer = _is_another(own, other, at_address)
        if answer:
            return True, other
        answers.append(answer)
    return any_of(answers), None


def _is_another(own: Trader, other: Trader, at_address: Sequence[SharedKey]) -> bool | None:
    if own.identifier and other.identifier:
        return inn_key(own.identifier) != inn_key(other.identifier)
    if not at_address:
        return None
    return all(other.id not in key.others for key in at_address)


def _are_abroad(own: Trader, other: Trader) -> bool:
    """A firm of the same name in another country may well be the parent."""
    return bool(own.country and other.country) and own.country != other.country
