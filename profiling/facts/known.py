"""What the records say of one consignment and the circumstances it is judged in: plain values, None = not known."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, tzinfo
from decimal import Decimal
from typing import Any
from uuid import UUID

HOME_COUNTRY = "KG"


@dataclass(frozen=True, slots=True)
class KnownPost:
    """One of our posts. bilateral_only: open to vehicles of `country` and `neighbour_country` only."""

    code: str
    neighbour_country: str | None = None
    bilateral_only: bool = False
    country: str = HOME_COUNTRY


@dataclass(frozen=True, slots=True)
class KnownParty:
    """A party in one role. address: the whole address where the document does not split it. party_id: its record."""

    role: str
    name: str | None = None
    identifier: str | None = None
    identifier_kind: str | None = None  # "INN" for a tax number, "code" for a sender's own
    street: str | None = None
    city: str | None = None
    postcode: str | None = None
    address: str | None = None
    country: str | None = None
    phone: str | None = None
    email: str | None = None
    is_natural_person: bool | None = None
    party_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class KnownGoodsItem:
    number: int
    commodity_code: str | None = None
    description: str | None = None
    packages: int | None = None
    package_kind: str | None = None
    gross_mass_kg: Decimal | None = None
    net_mass_kg: Decimal | None = None
    volume_m3: Decimal | None = None
    value: Decimal | None = None
    currency: str | None = None
    origin_country: str | None = None
    un_number: str | None = None


@dataclass(frozen=True, slots=True)
class KnownEquipment:
    """A container, trailer or wagon. seals: None = the document says nothing of seals, () = it states none."""

    kind: str
    number: str
    number_key: str = ""
    size_type: str | None = None
    fullness: str | None = None
    seals: tuple[str, ...] | None = None
    seals_stated_count: int | None = None
    gross_mass_kg: Decimal | None = None
    tare_mass_kg: Decimal | None = None


@dataclass(frozen=True, slots=True)
class KnownDocument:
    kind: str
    number: str | None = None
    issued_on: date | None = None


@dataclass(frozen=True, slots=True)
class KnownPaper:
    """A supporting document and what it says itself. containers, seals: None = it says nothing of them.

    sender: seller, consignor or exporter; receiver: buyer, consignee or the holder of a permit. The net mass of a
    permit is what it permits. goods: its lines; they have no currency of their own.
    """

    kind: str
    number: str
    permit_sort: str | None = None
    issued_on: date | None = None
    valid_until: date | None = None
    issuer: str | None = None
    sender_name: str | None = None
    receiver_name: str | None = None
    producer_name: str | None = None
    origin_country: str | None = None
    dispatch_country: str | None = None
    destination_country: str | None = None
    total_packages: int | None = None
    gross_mass_kg: Decimal | None = None
    net_mass_kg: Decimal | None = None
    value: Decimal | None = None
    currency: str | None = None
    incoterm: str | None = None
    containers: tuple[str, ...] | None = None
    seals: tuple[str, ...] | None = None
    goods: tuple[KnownGoodsItem, ...] = ()
    used_before_kg: Decimal | None = None  # of a permit: what earlier consignments took of it; None = not known
    other_issuer: str | None = None  # of a permit: whom another consignment names as the issuer of the same number


@dataclass(frozen=True, slots=True)
class KnownConsignment:
    """One revision of a consignment. itinerary: country codes in order, None when the document states no route."""

    document_kind: str
    known_at: datetime
    document_number: str | None = None
    mode: str | None = None
    procedure: str | None = None
    transport_document_kind: str | None = None
    document_level: str | None = None
    master_document_number: str | None = None
    arrival_at: datetime | None = None
    arrival_is_a_day: bool = False
    composed_at: datetime | None = None
    issued_on: date | None = None
    taken_over_on: date | None = None
    dispatch_country: str | None = None
    destination_country: str | None = None
    itinerary: tuple[str, ...] | None = None
    place_of_delivery: str | None = None
    entry_post: KnownPost | None = None
    exit_post: KnownPost | None = None
    conveyance_id: str | None = None
    conveyance_nationality: str | None = None
    trailer_ids: tuple[str, ...] = ()
    total_packages: int | None = None
    total_gross_mass_kg: Decimal | None = None
    total_value: Decimal | None = None
    total_currency: str | None = None
    freight_payment_method: str | None = None
    freight_amount: Decimal | None = None
    freight_currency: str | None = None
    tir_carnet_number: str | None = None
    parties: tuple[KnownParty, ...] = ()
    goods: tuple[KnownGoodsItem, ...] = ()
    equipment: tuple[KnownEquipment, ...] = ()
    states_equipment: bool = False  # an empty tuple then means none
    documents: tuple[KnownDocument, ...] = ()
    papers: tuple[KnownPaper, ...] = ()  # in force, one version of each
    same_journey: tuple["KnownConsignment", ...] = ()  # documents of other kinds or sources for the same goods
    revision_number: int = 1
    previous: "KnownConsignment | None" = None  # the revision before, itself with the one before it

    def party(self, role: str) -> KnownParty | None:
        return next((party for party in self.parties if party.role == role), None)


@dataclass(frozen=True, slots=True)
class Tolerances:
    """How far two documents may lie apart and still agree.

    Masses: so many per cent or kilograms, whichever is more. Values: per cent in one currency, and where one must be
    changed into the other. Names and words of goods: the likeness, 0 to 100, from which they are taken for the same.
    """

    mass_percent: float = 1.0
    mass_kg: float = 5.0
    value_percent: float = 1.0
    value_percent_across_currencies: float = 5.0
    name_likeness: float = 88.0
    words_likeness: float = 45.0


@dataclass(frozen=True, slots=True)
class Circumstances:
    """usd_rates: US dollars for one unit of a currency. night_hours: local hours [from, to), over midnight or not.

    tolerances: how far documents may lie apart. A change of payment is late within so many hours before arrival.
    """

    usd_rates: Mapping[str, Decimal]
    local_zone: tzinfo
    night_hours: tuple[int, int] = (22, 6)
    tolerances: Tolerances = Tolerances()
    late_change_hours: float = 24


@dataclass(frozen=True, slots=True)
class Noted:
    """Answers by column name (None = not known) and, for some, what they were seen in: small JSON objects."""

    values: dict[str, Any] = field(default_factory=dict)
    evidence: dict[str, dict[str, Any]] = field(default_factory=dict)

    def note(self, column: str, value: Any, **seen_in: Any) -> None:
        """Set a column; what it was seen in is kept unless the answer is no or not known."""
        self.values[column] = value
        if seen_in and value is not None and value is not False:
            self.evidence[column] = seen_in
