"""Places of the WCO Data Model: a name, and a code that may be a UN/LOCODE."""

from .. import places
from ..noting import Notes, Unreadable
from ..xml_nodes import Node


def place(location: Node | None, notes: Notes) -> str | None:
    return notes.text(location.text("Name") or location.text("ID"), location.path, 200) if location else None


def unlocode(location: Node | None) -> str | None:
    try:
        return places.unlocode((location.text("ID") if location else None) or "")
    except Unreadable:
        return None
