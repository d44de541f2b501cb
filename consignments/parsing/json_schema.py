"""The JSON manifest of our interface: its objects and fields in one table, its JSON Schema and an example."""

from dataclasses import dataclass
from typing import Any, Literal

from .reading import MAX_SMALL_COUNT

FieldType = Literal[
    "text", "identifier", "commodity_code", "mass_kg", "volume_m3", "amount", "count", "small_count", "day", "moment",
    "country", "currency", "unlocode", "un_number", "choice", "boolean", "object", "list",
]  # fmt: skip

PARTY_ROLES = (
    "consignor", "consignee", "notify_party", "carrier", "declarant", "driver", "freight_payer", "seller", "buyer",
    "freight_forwarder",
)  # fmt: skip
FUNCTIONS = ("original", "change", "cancel")


@dataclass(frozen=True, slots=True)
class Field:
    """One field of an object.

    limit: characters of text. choices: allowed words. of: the object's name, or the type of a list's elements.
    required: without it the object is rejected. expected: a manifest must state it; without it there is a warning.
    """

    type: FieldType
    means: str
    limit: int = 200
    choices: tuple[str, ...] = ()
    of: Any = ""
    required: bool = False
    expected: bool = False


def _party(means: str, *, expected: bool = False) -> Field:
    return Field("object", means, of="party", expected=expected)


OBJECTS: dict[str, dict[str, Field]] = {
    "manifest": {
        "document_reference": Field("identifier", "Your reference of this manifest.", limit=120),
        "function": Field("choice", "What this does to the manifest sent before.", choices=FUNCTIONS),
        "mode": Field("choice", "Mode of transport at the border.", choices=("road", "rail", "sea", "air")),
        "conveyance": Field("object", "The means of transport at the border.", of="conveyance"),
        "entry_post": Field("identifier", "Customs post of entry: code or name.", limit=120),
        "exit_post": Field("identifier", "Customs post of exit: code or name.", limit=120),
        "arrival_at": Field("moment", "Expected arrival; without a zone it is local time."),
        "departed_at": Field("moment", "Departure of the conveyance."),
        "composed_at": Field("moment", "When this manifest was composed."),
        "carrier": _party("Who carries the goods."),
        "driver": _party("Who drives."),
        "declarant": _party("Who submits the manifest or declares the goods."),
        "consignments": Field("list", "The consignments on the conveyance.", of="consignment", required=True),
    },
    "conveyance": {
        "id": Field("identifier", "Plate, wagon number, vessel name or flight.", limit=60),
        "nationality": Field("country", "Country of registration."),
        "trailers": Field("list", "Plates of the trailers.", of="identifier", limit=60),
        "trip_number": Field("identifier", "Voyage, trip or train number.", limit=60),
        "imo": Field("identifier", "IMO number of a vessel.", limit=10),
    },
    "party": {
        "name": Field("text", "Name as in the transport document.", limit=500),
        "identifier": Field("identifier", "Tax number (INN), else your code of the party.", limit=60),
        "identifier_kind": Field("choice", "What the identifier is.", choices=("INN", "code")),
        "address": Field("object", "Postal address.", of="address"),
        "phone": Field("text", "Telephone.", limit=60),
        "email": Field("text", "Electronic mail.", limit=200),
        "is_natural_person": Field("boolean", "True for an individual person."),
    },
    "address": {
        "text": Field("text", "The whole address, where it is not split.", limit=700),
        "street": Field("text", "Street and house.", limit=300),
        "city": Field("text", "Town.", limit=120),
        "postcode": Field("text", "Postcode.", limit=20),
        "country": Field("country", "Country."),
    },
    "consignment": {
        "document_number": Field("identifier", "Number of the transport document.", limit=120, required=True),
        "transport_document_kind": Field(
            "choice", "Kind of the transport document.",
            choices=("cmr", "tir", "bill_of_lading", "smgs", "air_waybill", "other"),
        ),
        "document_level": Field("choice", "Carrier's bill or forwarder's bill below it.", choices=("master", "house")),
        "master_document_number": Field("identifier", "Number of the master document above a house one.", limit=120),
        "procedure": Field("choice", "Customs procedure.", choices=("import", "export", "transit", "transhipment")),
        "function": Field("choice", "If other than the manifest's.", choices=FUNCTIONS),
        "issued_on": Field("day", "Date of issue of the transport document."),
        "taken_over_on": Field("day", "Date on which the carrier took the goods over."),
        "place_of_loading": Field("text", "Place of loading."),
        "place_of_delivery": Field("text", "Place of delivery."),
        "loading_unlocode": Field("unlocode", "UN/LOCODE of the place of loading."),
        "delivery_unlocode": Field("unlocode", "UN/LOCODE of the place of delivery."),
        "dispatch_country": Field("country", "Country of dispatch."),
        "destination_country": Field("country", "Country of destination."),
        "itinerary": Field("list", "Countries of the route, in order.", of="country"),
        **{
            role: _party(f"The {role.replace('_', ' ')}.", expected=role in ("consignor", "consignee"))
            for role in PARTY_ROLES
        },
        "goods": Field("list", "Goods items.", of="goods_item", expected=True),
        "equipment": Field(
            "list", "Containers, trailers, wagons; an empty list where there is none.", of="equipment", expected=True
        ),
        "documents": Field("list", "Papers that go with the goods.", of="document"),
        "total_packages": Field("count", "Packages of the consignment."),
        "total_gross_mass_kg": Field("mass_kg", "Gross mass of the consignment, kg."),
        "total_value": Field("amount", "Value of the consignment."),
        "total_currency": Field("currency", "Currency of the value."),
        "freight_payment_method": Field(
            "choice", "How the carriage is paid.", choices=("cash", "prepaid", "collect", "account", "other")
        ),
        "freight_amount": Field("amount", "Charge for the carriage."),
        "freight_currency": Field("currency", "Currency of the charge."),
        "tir_carnet_number": Field("identifier", "Number of the TIR carnet.", limit=20),
    },
    "goods_item": {
        "number": Field("small_count", "Number of the line; counted from 1 when left out."),
        "commodity_code": Field("commodity_code", "HS or TN VED code, 4 to 10 digits.", expected=True),
        "description": Field("text", "The goods in plain words.", limit=4000, expected=True),
        "packages": Field("count", "Number of packages."),
        "package_kind": Field("identifier", "UN/ECE Recommendation 21 code.", limit=10),
        "gross_mass_kg": Field("mass_kg", "Gross mass, kg."),
        "net_mass_kg": Field("mass_kg", "Net mass, kg."),
        "volume_m3": Field("volume_m3", "Volume, cubic metres."),
        "value": Field("amount", "Value of the line."),
        "currency": Field("currency", "Currency of the value."),
        "origin_country": Field("country", "Country of origin."),
        "un_number": Field("un_number", "UN number of dangerous goods, 4 digits."),
        "marks": Field("text", "Marks and numbers.", limit=1000),
        "equipment_numbers": Field("list", "Containers or trailers that hold this line.", of="identifier", limit=40),
    },
    "equipment": {
        "kind": Field("choice", "Kind of equipment.", choices=("container", "trailer", "wagon"), required=True),
        "number": Field("identifier", "Number as marked on it.", limit=40, required=True),
        "size_type": Field("identifier", "ISO 6346 size and type.", limit=10),
        "fullness": Field("choice", "Loaded or empty.", choices=("full", "empty")),
        "seals": Field("list", "Seal numbers; an empty list says that there is no seal.", of="identifier", limit=40),
        "seals_stated_count": Field("small_count", "How many seals the papers state."),
        "gross_mass_kg": Field("mass_kg", "Gross mass, kg."),
        "tare_mass_kg": Field("mass_kg", "Tare, kg."),
    },
    "document": {
        "kind": Field(
            "choice", "Kind of paper.", required=True,
            choices=(
                "invoice", "packing_list", "contract", "certificate_of_origin", "permit", "previous_declaration",
                "other",
            ),
        ),
        "number": Field("identifier", "Its number.", limit=120),
        "issued_on": Field("day", "Its date."),
    },
}  # fmt: skip

_JSON_TYPES: dict[str, dict[str, Any]] = {
    "text": {"type": "string"},
    "identifier": {"type": "string"},
    "commodity_code": {"type": "string", "pattern": "^[0-9]{4,10}$"},
    "mass_kg": {"type": "number", "minimum": 0},
    "volume_m3": {"type": "number", "minimum": 0},
    "amount": {"type": "number", "minimum": 0},
    "count": {"type": "integer", "minimum": 0},
    "small_count": {"type": "integer", "minimum": 0, "maximum": MAX_SMALL_COUNT},
    "day": {"type": "string", "format": "date"},
    "moment": {"type": "string", "format": "date-time"},
    "country": {"type": "string", "pattern": "^[A-Z]{2}$"},
    "currency": {"type": "string", "pattern": "^[A-Z]{3}$"},
    "unlocode": {"type": "string", "pattern": "^[A-Z]{2}[A-Z2-9]{3}$"},
    "un_number": {"type": "string", "pattern": "^[0-9]{4}$"},
    "boolean": {"type": "boolean"},
}


def _schema_of_object(name: str) -> dict[str, Any]:
    fields = OBJECTS[name]
    schema: dict[str, Any] = {
        "type": "object",
        "properties": {key: _schema_of_field(field) for key, field in fields.items()},
        "additionalProperties": False,
    }
    if required := [key for key, field in fields.items() if field.required]:
        schema["required"] = required
    return schema


def _schema_of_field(field: Field) -> dict[str, Any]:
    if field.type == "object":
        return {**_schema_of_object(field.of), "description": field.means}
    if field.type == "list":
        element = _schema_of_object(field.of) if field.of in OBJECTS else dict(_JSON_TYPES[field.of])
        return {"type": "array", "items": element, "description": field.means}
    if field.type == "choice":
        return {"type": "string", "enum": list(field.choices), "description": field.means}
    schema = {**_JSON_TYPES[field.type], "description": field.means}
    if field.type in ("text", "identifier"):
        schema["maxLength"] = field.limit
    return schema


JSON_SCHEMA: dict[str, Any] = _schema_of_object("manifest")


def example_manifest() -> dict[str, Any]:
    """Return a manifest that registers without any problem: one truck, one consignment, two lines of goods."""
    return {
        "document_reference": "TRIP-2026-11-24-07",
        "function": "original",
        "mode": "road",
        "conveyance": {"id": "01KG730BHC", "nationality": "KG", "trailers": ["011187P"], "trip_number": "7"},
        "entry_post": "IRKESHTAM",
        "arrival_at": "2026-11-24T20:30:00+06:00",
        "carrier": {"name": "Tulpar-Trans Osh OsOO", "identifier": "01203201810045", "identifier_kind": "INN"},
        "driver": {"name": "Asanov Bakyt", "is_natural_person": True},
        "consignments": [
            {
                "document_number": "CMR-0088231",
                "transport_document_kind": "cmr",
                "procedure": "import",
                "issued_on": "2026-11-23",
                "taken_over_on": "2026-11-23",
                "place_of_loading": "Kashi",
                "place_of_delivery": "Osh",
                "dispatch_country": "CN",
                "destination_country": "KG",
                "itinerary": ["CN", "KG"],
                "consignor": {
                    "name": "Kashi Xinlan Garment Co., Ltd",
                    "address": {"street": "88 Renmin Road", "city": "Kashi", "country": "CN"},
                },
                "consignee": {
                    "name": "Nur-Kiyim Import OsOO",
                    "identifier": "02709202610417",
                    "identifier_kind": "INN",
                    "address": {"street": "Lenin street 214", "city": "Osh", "country": "KG"},
                    "phone": "+996 555 010203",
                },
                "goods": [
                    {
                        "number": 1,
                        "commodity_code": "6203423500",
                        "description": "Men's trousers of cotton",
                        "packages": 618,
                        "package_kind": "CT",
                        "gross_mass_kg": 15640,
                        "net_mass_kg": 14820.5,
                        "value": 58200,
                        "currency": "USD",
                        "origin_country": "CN",
                        "equipment_numbers": ["KSHU6182408"],
                    },
                    {
                        "number": 2,
                        "commodity_code": "4203300000",
                        "description": "Belts of leather",
                        "packages": 45,
                        "package_kind": "CT",
                        "gross_mass_kg": 1130,
                        "net_mass_kg": 1040,
                        "value": 9300,
                        "currency": "USD",
                        "origin_country": "CN",
                        "equipment_numbers": ["KSHU6182408"],
                    },
                ],
                "equipment": [
                    {
                        "kind": "container",
                        "number": "KSHU6182408",
                        "size_type": "45G1",
                        "fullness": "full",
                        "seals": ["HX204512"],
                    }
                ],
                "documents": [{"kind": "invoice", "number": "XL-2611/09", "issued_on": "2026-11-20"}],
                "total_packages": 663,
                "total_gross_mass_kg": 16770,
                "total_value": 67500,
                "total_currency": "USD",
                "freight_payment_method": "account",
                "freight_amount": 2400,
                "freight_currency": "USD",
            }
        ],
    }
