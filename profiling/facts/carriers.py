"""What registers say of carriers, intermediaries and container owners: H02, H07, F07 and E02."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from consignments.keys.identifiers import container_number, inn_key
from profiling.facts.carriage import intermediaries
from profiling.facts.known import HOME_COUNTRY, KnownConsignment, KnownParty, Noted
from profiling.facts.registers import KnownCompany
from profiling.facts.tax_numbers import tax_number_of

OWNER_LETTERS = 4
# Divisions of NACE that make, trade, carry, store, hire out, pack or finance goods; all others have no business here.
DIVISIONS_OF_GOODS = frozenset(f"{n:02}" for n in (*range(1, 34), *range(45, 54), 64, 65, 66, 77, 82))


@dataclass(frozen=True, slots=True)
class Owner:
    """The owner of the boxes of four letters. kind: line, lessor, shipper, or "" where the register does not say."""

    name: str
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Licence:
    number: str
    valid_from: date | None = None
    valid_until: date | None = None

    def is_in_force(self, day: date) -> bool:
        return (self.valid_from is None or self.valid_from <= day) and (
            self.valid_until is None or day <= self.valid_until
        )


@dataclass(frozen=True, slots=True)
class CarrierRegisters:
    """What the registers hold on the parties of a batch. fed: registers of which a whole file is there."""

    fed: frozenset[str] = frozenset()
    companies: Mapping[str, KnownCompany] = field(default_factory=dict)  # by tax number
    licences: Mapping[str, Sequence[Licence]] = field(default_factory=dict)  # for carriage, by tax number
    owners: Mapping[str, Owner] = field(default_factory=dict)  # by four letters


def carrier_facts(known: KnownConsignment, day: date, registers: CarrierRegisters) -> Noted:
    """Answer the columns that registers of companies, licences and container owners decide; day: of the round."""
    noted = Noted()
    carrier = known.party("carrier")
    _note_age(noted, carrier, day, registers)
    _note_licence(noted, carrier, day, registers)
    _note_intermediaries(noted, known, registers)
    _note_owners(noted, known, registers)
    return noted


def number_of(party: KnownParty | None) -> str:
    return inn_key(tax_number_of(party) or "") if party else ""


def owner_letters(known: KnownConsignment) -> list[tuple[str, str]]:
    """Return the number and owner letters of each well-formed container."""
    stated = [(box.number, container_number(box.number)) for box in known.equipment if box.kind == "container"]
    return [(number, key[:OWNER_LETTERS]) for number, key in stated if key[:OWNER_LETTERS].isalpha() and key.isascii()]


def _note_age(noted: Noted, carrier: KnownParty | None, day: date, registers: CarrierRegisters) -> None:
    """H07 "The carrier is newly registered." """
    column = "carrier_registered_days"
    company = registers.companies.get(number_of(carrier)) if "companies" in registers.fed else None
    if company is None or company.registered_on is None:
        noted.note(column, None)
        return
    noted.note(
        column,
        float((day - company.registered_on).days),
        carrier=company.name,
        registered=company.registered_on.isoformat(),
    )


def _note_licence(noted: Noted, carrier: KnownParty | None, day: date, registers: CarrierRegisters) -> None:
    """H02 "The carrier holds no licence for carriage": only of ours, for no register of ours holds those of others."""
    column = "carrier_licence_missing"
    number = number_of(carrier)
    if "licences" not in registers.fed or carrier is None or not number or carrier.country not in (None, HOME_COUNTRY):
        noted.note(column, None)
        return
    licences = registers.licences.get(number, ())
    if any(licence.is_in_force(day) for licence in licences):
        noted.note(column, False)
        return
    noted.note(column, True, carrier=carrier.name or number)
    ended = max((x for x in licences if x.valid_until), key=lambda x: x.valid_until or day, default=None)
    if ended and ended.valid_until:
        noted.evidence[column] |= {"number": ended.number, "valid_until": ended.valid_until.isoformat()}


def _note_intermediaries(noted: Noted, known: KnownConsignment, registers: CarrierRegisters) -> None:
    """F07 "An intermediary is of a trade that has nothing to do with goods." """
    column = "odd_intermediaries"
    between = intermediaries(known) if "companies" in registers.fed else None
    firms = [(party, registers.companies.get(number_of(party))) for party in between or ()]
    registered = [(party, firm) for party, firm in firms if firm is not None and firm.activity_codes]
    if not registered:
        noted.note(column, None)
        return
    odd = [(party, firm) for party, firm in registered if not _deals_in_goods(firm)]
    noted.note(column, len(odd))
    if odd:
        party, firm = odd[0]
        noted.evidence[column] = {"party": party.name, "activities": ", ".join(firm.activity_codes[:5])}


def _deals_in_goods(firm: KnownCompany) -> bool:
    return any(code[:2] in DIVISIONS_OF_GOODS for code in firm.activity_codes)


def _note_owners(noted: Noted, known: KnownConsignment, registers: CarrierRegisters) -> None:
    """E02 "No owner is registered for the letters of a container, or the owner is a shipper." """
    boxes = owner_letters(known) if "owners" in registers.fed else []
    found = [(number, registers.owners.get(letters)) for number, letters in boxes]
    unknown = next((number for number, owner in found if owner is None), None)
    noted.note("owner_prefix_unknown", unknown is not None if boxes else None, unregistered=unknown)
    kinds = [(number, owner) for number, owner in found if owner is not None and owner.kind]
    own = next(((number, owner) for number, owner in kinds if owner.kind == "shipper"), None)
    noted.note("box_is_shippers_own", own is not None if kinds else None)
    if own:
        noted.evidence["box_is_shippers_own"] = {"box": own[0], "owner": own[1].name}
