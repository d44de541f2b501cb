"""The values that every parser returns: one document as plain, frozen, typed data.

A field is `None` when the document does not carry the datum; text is kept as sent. Parsers fill these values and
nothing else; `consignments.registering` turns them into records.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum


class DocumentKind(StrEnum):
    """What a submission holds. The value is stored and shown by the API as `document_kind`."""

    JSON_MANIFEST = "json_manifest"
    EAEU_ROAD_PRELIMINARY = "eaeu_road_preliminary"
    EAEU_RAIL_PRELIMINARY = "eaeu_rail_preliminary"
    EAEU_TRANSIT_DECLARATION = "eaeu_transit_declaration"
    EAEU_GOODS_DECLARATION = "eaeu_goods_declaration"
    ESADOUT_DECLARATION = "esadout_declaration"
    ASYCUDA_MANIFEST = "asycuda_manifest"
    ASYCUDA_HOUSE_BILLS = "asycuda_house_bills"
    ASYCUDA_DECLARATION = "asycuda_declaration"
    CUSCAR = "cuscar"
    IFTMIN = "iftmin"
    IFTMCS = "iftmcs"
    IFCSUM = "ifcsum"
    BAPLIE = "baplie"
    COARRI = "coarri"
    CODECO = "codeco"
    COPRAR = "coprar"
    IFTSTA = "iftsta"
    OBSERVATION_TABLE = "observation_table"  # rows of a weighbridge, a scanner, number-plate cameras
    WCO_DECLARATION = "wco_declaration"
    WCO_CARGO_REPORT = "wco_cargo_report"
    X12_309 = "x12_309"
    SPREADSHEET_MANIFEST = "spreadsheet_manifest"
    CMR_NOTE = "cmr_note"
    TIR_CARNET = "tir_carnet"
    SMGS_NOTE = "smgs_note"
    AIR_WAYBILL = "air_waybill"
    BILL_OF_LADING = "bill_of_lading"


class Severity(StrEnum):
    """`error` rejects the consignment it is in (or the whole document), `warning` and `notice` reject nothing."""

    ERROR = "error"
    WARNING = "warning"
    NOTICE = "notice"


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong, where it is, and (through its code) how to mend it.

    path: where in the source document: JSON pointer, XPath of local names, segment number, or sheet cell.
    code: a key of `consignments.parsing.problems.PROBLEMS`, which holds the sentence and the remedy.
    params: values for the sentence; `value` is the offending text, cut at 200 characters.
    """

    code: str
    path: str
    severity: Severity = Severity.ERROR
    params: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class StatedAddress:
    """A postal address as stated; `text` is the whole of it where the document does not split it."""

    text: str | None = None
    street: str | None = None
    city: str | None = None
    postcode: str | None = None
    country: str | None = None  # ISO 3166-1 alpha-2


@dataclass(frozen=True, slots=True)
class StatedParty:
    """A party as stated in one role.

    role: consignor, consignee, notify_party, carrier, declarant, freight_payer, seller, buyer, driver,
    freight_forwarder, successive_carrier.
    """

    role: str
    name: str | None = None
    identifier: str | None = None  # tax number such as an INN, else the sender's own party code
    identifier_kind: str | None = None  # "INN" when known to be a tax number, "code" for a sender's code
    address: StatedAddress = StatedAddress()
    phone: str | None = None
    email: str | None = None
    is_natural_person: bool | None = None


@dataclass(frozen=True, slots=True)
class StatedGoodsItem:
    number: int  # from 1, as the document counts
    commodity_code: str | None = None  # text, leading zeros kept, 4 to 10 digits when well formed
    description: str | None = None
    packages: int | None = None
    package_kind: str | None = None  # UN/ECE Rec. 21 code where coded
    gross_mass_kg: Decimal | None = None
    net_mass_kg: Decimal | None = None
    volume_m3: Decimal | None = None
    value: Decimal | None = None
    currency: str | None = None  # ISO 4217
    origin_country: str | None = None  # ISO 3166-1 alpha-2
    un_number: str | None = None  # 4 digits
    marks: str | None = None
    equipment_numbers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class StatedEquipment:
    """A container, trailer body or wagon.

    fullness: "full", "empty" or None when not stated. seals: None = the document says nothing of seals,
    () = it states none.
    """

    kind: str  # container, trailer, wagon
    number: str  # as stated
    size_type: str | None = None
    fullness: str | None = None
    seals: tuple[str, ...] | None = None
    seals_stated_count: int | None = None
    gross_mass_kg: Decimal | None = None
    tare_mass_kg: Decimal | None = None


@dataclass(frozen=True, slots=True)
class StatedDocument:
    """A paper named by the consignment: invoice, packing list, permit, previous declaration.

    kind: invoice, packing_list, contract, certificate_of_origin, permit, previous_declaration, tir_carnet, other.
    """

    kind: str
    number: str | None = None
    issued_on: date | None = None
    path: str | None = None


@dataclass(frozen=True, slots=True)
class StatedManifest:
    """The head of a document: one conveyance and its crossing.

    mode: road, rail, sea, air. arrival_at is aware; arrival_on is used where only a day is stated.
    trailer_ids: plates of trailers. entry_post / exit_post: code or name as stated; entry_post_name: the name
    beside a code.
    """

    document_reference: str | None = None
    function: str = "original"  # original, change, cancel
    mode: str | None = None
    conveyance_id: str | None = None  # plate, wagon, vessel name, flight
    conveyance_nationality: str | None = None
    trailer_ids: tuple[str, ...] = ()
    vessel_imo: str | None = None
    trip_number: str | None = None
    carrier: StatedParty | None = None
    driver: StatedParty | None = None
    declarant: StatedParty | None = None
    entry_post: str | None = None
    entry_post_name: str | None = None
    exit_post: str | None = None
    arrival_at: datetime | None = None
    arrival_on: date | None = None
    departed_at: datetime | None = None
    composed_at: datetime | None = None
    stated_consignments: int | None = None
    schema_version: str | None = None


@dataclass(frozen=True, slots=True)
class StatedConsignment:
    """One consignment as one document states it.

    document_number and identity_date (issue date of the transport document, else the conveyance date) are its identity
    together with the source and the document kind. path: where it begins in the source document.
    procedure: import, export, transit, transhipment. document_level: master, house or None.
    transport_document_kind: cmr, tir, bill_of_lading, smgs, air_waybill, other.
    freight_payment_method: cash, prepaid, collect, account, other.
    states_equipment: False where the document had to say which equipment there is (or none) and did not.
    function: original, change or cancel. problems belong to this consignment alone; one of severity error rejects it.
    parties hold the manifest's carrier, driver and declarant too, unless the consignment states its own.
    manifest: its own conveyance, where one document covers several; None = the document's.
    """

    path: str
    document_number: str | None
    identity_date: date | None = None
    transport_document_kind: str | None = None
    document_level: str | None = None
    master_document_number: str | None = None
    procedure: str | None = None
    function: str = "original"
    issued_on: date | None = None
    taken_over_on: date | None = None
    place_of_loading: str | None = None
    place_of_delivery: str | None = None
    loading_unlocode: str | None = None
    delivery_unlocode: str | None = None
    dispatch_country: str | None = None
    destination_country: str | None = None
    itinerary: tuple[str, ...] = ()  # country codes in order, as far as stated
    parties: tuple[StatedParty, ...] = ()
    goods: tuple[StatedGoodsItem, ...] = ()
    equipment: tuple[StatedEquipment, ...] = ()
    documents: tuple[StatedDocument, ...] = ()
    total_packages: int | None = None
    total_gross_mass_kg: Decimal | None = None
    total_value: Decimal | None = None
    total_currency: str | None = None
    freight_payment_method: str | None = None
    freight_amount: Decimal | None = None
    freight_currency: str | None = None
    tir_carnet_number: str | None = None
    states_equipment: bool = True
    problems: tuple[Problem, ...] = ()
    manifest: StatedManifest | None = None


@dataclass(frozen=True, slots=True)
class StatedObservation:
    """That a container, trailer, wagon or vehicle was seen somewhere, and in which condition.

    event: gate_in, gate_out, loaded, discharged, on_board, ordered (announced, not yet done), weighed, scanned, seen.
    seen_at is aware; seen_on is used where only a day is stated. seals: None = nothing said of seals, () = none there.
    gross_mass_kg: of the box with its goods, or of the whole vehicle where equipment_kind is "vehicle".
    seal_condition: intact, broken, repaired, missing. scan_shows_anomaly: None = not scanned, or no answer.
    """

    path: str
    event: str
    equipment_kind: str  # container, trailer, wagon, vehicle
    equipment_number: str  # as stated
    conveyance_id: str | None = None  # plate, vessel or wagon it moved with
    vessel_imo: str | None = None
    trip_number: str | None = None
    size_type: str | None = None
    seen_at: datetime | None = None
    seen_on: date | None = None
    place: str | None = None  # as stated
    place_unlocode: str | None = None
    fullness: str | None = None  # full, empty
    gross_mass_kg: Decimal | None = None
    seals: tuple[str, ...] | None = None
    seal_condition: str | None = None
    damage: str | None = None
    scan_shows_anomaly: bool | None = None
    document_number: str | None = None  # the transport document it names
    remark: str | None = None
    problems: tuple[Problem, ...] = ()


@dataclass(slots=True)
class ParsedDocument:
    """What a parser gives back: the head at once, the consignments as a stream, the document's own problems.

    kind: None when the document was not recognised.

    `consignments` may be consumed once; `problems` and the counts in `manifest` are complete only after it is exhausted
    (a streaming parser learns of a wrong count at the end). A document that cannot be read at all has problems of
    severity error and no consignments; a parser never raises for bad input.
    `observations` (consumed once, too) are what a report of movements or readings holds instead of consignments.
    """

    kind: DocumentKind | None
    manifest: StatedManifest
    consignments: Iterator[StatedConsignment]
    problems: list[Problem] = field(default_factory=list)
    observations: Iterator[StatedObservation] = field(default_factory=lambda: iter(()))
    expected_count: int | None = None  # of consignments, where it is known before they are read; for showing progress
