"""Dates and times of the WCO Data Model: a text, or a child with a format code of UN/EDIFACT 2379."""

import re
from datetime import date, datetime, tzinfo

from .. import reading
from ..noting import Notes
from ..values import Severity
from ..xml_nodes import Node

_DIGITS = re.compile(
    r"([0-9]{4})([0-9]{2})([0-9]{2})(?:([0-9]{2})([0-9]{2})([0-9]{2})?)?(Z|[+-][0-9]{2}(?::?[0-9]{2})?)?"
)


def moment_or_day(
    node: Node | None, local_zone: tzinfo, notes: Notes, severity: Severity = Severity.ERROR
) -> datetime | date | None:
    """Return an aware time, or a day where no clock is stated; 102, 203, 204, 205 and 304 show what they are."""
    if node is None or (text := node.text()) is None:
        return None
    if found := _DIGITS.fullmatch(text):
        year, month, dom, hour, minute, second, zone = found.groups()
        text = f"{year}-{month}-{dom}"
        if hour:
            zone = f"{zone}:00" if zone and len(zone) == 3 else zone or ""
            text += f"T{hour}:{minute}:{second or '00'}{zone}"
    if "T" in text or ":" in text:
        return notes.read(lambda raw: reading.moment(raw, local_zone), text, node.path, severity)
    return notes.read(reading.day, text, node.path, severity)


def moment(node: Node | None, local_zone: tzinfo, notes: Notes) -> datetime | None:
    found = moment_or_day(node, local_zone, notes)
    if found is None or isinstance(found, datetime):
        return found
    return datetime(found.year, found.month, found.day, tzinfo=local_zone)


def day(node: Node | None, local_zone: tzinfo, notes: Notes) -> date | None:
    found = moment_or_day(node, local_zone, notes)
    return found.astimezone(local_zone).date() if isinstance(found, datetime) else found
