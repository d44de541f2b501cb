"""The head of a Declaration: means of transport, offices, times, and who declares."""

from datetime import datetime, tzinfo

from .. import places
from ..noting import Notes
from ..values import Severity, StatedManifest
from ..xml_nodes import Node
from . import moments
from .parties import first_party

MODES = {"1": "sea", "2": "rail", "3": "road", "4": "air"}
FUNCTIONS = {"1": "cancel", "3": "cancel", "4": "change", "5": "change", "13": "change"}
_IMO = "10"  # kinds of identification of means of transport
_TRAILER = "31"
_ENTRY_OFFICES = ("EntryOffice", "EntryCustomsOffice", "ArrivalOffice", "PresentationOffice")
_EXIT_OFFICES = ("ExitOffice", "ExitCustomsOffice")
_MAX_TRAILERS = 10


def read_head(declaration: Node, version: str | None, local_zone: tzinfo, notes: Notes) -> StatedManifest:
    """Read what stands directly below Declaration."""
    means = _means(declaration)
    border = means[0] if means else None
    arrival = moments.moment_or_day(border.first("ArrivalDateTime") if border else None, local_zone, notes)
    arrival_at = arrival if isinstance(arrival, datetime) else None
    mode = MODES.get((border.text("ModeCode") or "")[:1]) if border else None
    return StatedManifest(
        document_reference=notes.identifier(
            declaration.text("FunctionalReferenceID") or declaration.text("ID"), declaration.path, 120
        ),
        function=FUNCTIONS.get(declaration.text("FunctionCode") or "", "original"),
        mode=mode,
        **(_conveyance(border, notes) if border else {}),  # type: ignore[arg-type]
        trailer_ids=_trailers(means[1:], notes),
        carrier=first_party(
            "carrier",
            (
                declaration.first("Carrier"),
                declaration.first("Consignment", "Carrier"),
                border.first("Carrier") if border else None,
            ),
            notes,
        ),
        driver=first_party("driver", [border.first("Master")] if border and mode == "road" else [], notes),
        declarant=first_party("declarant", (declaration.first("Declarant"), declaration.first("Submitter")), notes),
        entry_post=_office(declaration, _ENTRY_OFFICES, notes),
        exit_post=_office(declaration, _EXIT_OFFICES, notes),
        arrival_at=arrival_at,
        arrival_on=None if arrival_at else arrival,
        departed_at=moments.moment(border.first("DepartureDateTime") if border else None, local_zone, notes),
        composed_at=moments.moment(declaration.first("IssueDateTime"), local_zone, notes),
        schema_version=version,
    )


def itinerary(node: Node | None, notes: Notes) -> tuple[str, ...]:
    """Return the countries of the Itinerary elements in the order of their numbers."""
    points = sorted(node.all("Itinerary") if node else [], key=_ordinal)
    countries = [
        notes.read(places.country, point.text("RoutingCountryCode"), point.path, Severity.WARNING) for point in points
    ]
    return tuple(dict.fromkeys(country for country in countries if country))


def _means(declaration: Node) -> list[Node]:
    return [
        *declaration.all("BorderTransportMeans"),
        *(means for one in declaration.all("Consignment") for means in one.all("BorderTransportMeans")),
    ]


def _conveyance(border: Node, notes: Notes) -> dict[str, str | None]:
    """A ship may be identified by its IMO number and named beside; else the identifier is name, plate or flight."""
    kind, number = border.text("IdentificationTypeCode"), border.text("ID")
    imo = (number or "").upper().removeprefix("IMO").strip()
    is_imo = kind == _IMO and imo.isascii() and imo.isdigit() and len(imo) == 7
    nationality = border.text("RegistrationNationalityCode")
    return {
        "conveyance_id": notes.identifier((border.text("Name") if is_imo else None) or number, border.path, 60),
        "conveyance_nationality": notes.read(places.country, nationality, border.path, Severity.WARNING),
        "vessel_imo": imo if is_imo else None,
        "trip_number": notes.identifier(border.text("JourneyID"), border.path, 60),
    }


def _trailers(means: list[Node], notes: Notes) -> tuple[str, ...]:
    plates = [
        notes.identifier(one.text("ID"), one.path, 60)
        for one in means
        if one.text("IdentificationTypeCode") == _TRAILER
    ]
    return tuple(plate for plate in plates if plate)[:_MAX_TRAILERS]


def _office(declaration: Node, names: tuple[str, ...], notes: Notes) -> str | None:
    found = next((office for name in names if (office := declaration.first(name))), None)
    return notes.identifier(found.text("ID") or found.text("Name"), found.path, 120) if found else None


def _ordinal(point: Node) -> int:
    text = point.text("SequenceNumeric") or ""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 6 else 0
