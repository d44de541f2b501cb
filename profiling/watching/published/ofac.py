"""OFAC's Specially Designated Nationals: the three tables sdn.csv, alt.csv and add.csv, and sdn.xml."""

import csv
import io
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import BinaryIO

from django.utils.translation import gettext as _
from lxml import etree

from profiling.models import ListKind

from .entry import Draft, Published, Unread

KINDS = {"individual": ListKind.PARTY, "": ListKind.PARTY, "entity": ListKind.PARTY, "vessel": ListKind.VESSEL}
_EMPTY = "-0-"
_BORN = re.compile(r"(?:alt\. )?DOB ([^;.]+)")
_NUMBER = re.compile(
    r"(?:Passport|Tax ID No\.?|National ID No\.?|Identification Number|Registration ID|Registration Number|"
    r"Company Number|Business Number|National Foreign ID Number|Unified Social Credit Code[^;]*?\)?|C\.U\.I\.T\.)"
    r" ([A-Z0-9][A-Z0-9/.-]{3,})"
)
_IMO = re.compile(r"IMO (\d{7})")
_FROM = re.compile(r"(?:nationality|citizen) ([A-Z][^;.]+)")
# Of the numbers of sdn.xml those that name the party, not its money or its ships' radios.
_NO_NUMBER = ("digital currency", "gender", "website", "email", "secondary sanctions", "additional sanctions", "phone")
LONGEST_FIELD = 131_072


def read_sdn_tables(
    sdn: BinaryIO, alternates: BinaryIO | None, addresses: BinaryIO | None
) -> Iterator[Published | Unread]:
    """Yield the rows of sdn.csv with the other names and addresses of the two tables beside it."""
    names: dict[str, list[str]] = defaultdict(list)
    places: dict[str, list[list[str]]] = defaultdict(list)
    for _record, cells in _cells(alternates):
        if len(cells) >= 4:
            names[cells[0]].append(cells[3])
    for _record, cells in _cells(addresses):
        if len(cells) >= 5:
            places[cells[0]].append(cells[2:5])
    for record, cells in _cells(sdn):
        if len(cells) < 12 or not cells[0].isdigit():
            yield Unread(record, _("The row has not the twelve columns of sdn.csv."))
        else:
            yield _listed(record, cells, names[cells[0]], places[cells[0]])


def _listed(record: str, cells: list[str], alternates: Iterable[str], places: Iterable[list[str]]) -> Published:
    number, name, kind, program, title, remarks = *cells[:5], cells[11]
    draft = Draft(record, number, KINDS.get(kind.lower()), names=[name, *alternates])
    found = _IMO.search(remarks)
    draft.imo = found[1] if found else ""
    draft.identifiers = _NUMBER.findall(remarks)
    draft.birth_dates = _BORN.findall(remarks)
    draft.countries = [*(place[2] for place in places), *_FROM.findall(remarks)]
    draft.addresses = [", ".join(filter(None, place)) for place in places if place[0] or place[1]]
    draft.notes = [program, title]
    return draft.finished()


def _cells(file: BinaryIO | None) -> Iterator[tuple[str, list[str]]]:
    """Rows with their line; "-0-" is nothing. The tables have no head, and end in a control character of old."""
    if file is None:
        return
    text = io.TextIOWrapper(file, encoding="utf-8", errors="replace", newline="")
    lines = csv.reader(line for line in text if line.strip("\x1a \r\n"))
    for cells in lines:
        yield str(lines.line_num), ["" if cell.strip() == _EMPTY else cell.strip() for cell in cells]


def read_sdn_xml(file: BinaryIO) -> Iterator[Published | Unread]:
    """Yield the entries of sdn.xml, whatever namespace the year gave it."""
    number = 0
    try:
        for _event, node in etree.iterparse(
            file, tag="{*}sdnEntry", resolve_entities=False, no_network=True, huge_tree=False, load_dtd=False
        ):
            number += 1
            yield _entry(number, node)
            node.clear()
            while node.getprevious() is not None:
                del node.getparent()[0]
    except etree.XMLSyntaxError as fault:
        yield Unread(str(number + 1), _("From here on the file is no XML: line %(line)s.") % {"line": fault.lineno})


def _entry(number: int, node: etree._Element) -> Published | Unread:
    uid = _text(node, "uid")
    if not uid:
        return Unread(str(number), _("The entry has no uid."))
    draft = Draft(uid, uid, KINDS.get(_text(node, "sdnType").lower()), names=[_name(node)])
    draft.names += [_name(aka) for aka in node.iterfind("{*}akaList/{*}aka")]
    for one in node.iterfind("{*}idList/{*}id"):
        kind, stated = _text(one, "idType"), _text(one, "idNumber")
        if "IMO" in f"{kind} {stated}":
            found = re.search(r"\d{7}", stated)
            draft.imo = found[0] if found else draft.imo
        elif not kind.lower().startswith(_NO_NUMBER):
            draft.identifiers.append(stated)
    draft.birth_dates = [_text(one, "dateOfBirth") for one in node.iterfind("{*}dateOfBirthList/{*}dateOfBirthItem")]
    for place in node.iterfind("{*}addressList/{*}address"):
        parts = [_text(place, name) for name in ("address1", "address2", "address3", "city", "postalCode", "country")]
        draft.countries.append(parts[-1])
        if any(parts[:-1]):
            draft.addresses.append(", ".join(filter(None, parts)))
    for way in ("nationalityList/{*}nationality", "citizenshipList/{*}citizenship"):
        draft.countries += [_text(one, "country") for one in node.iterfind("{*}" + way)]
    programs = [one.text or "" for one in node.iterfind("{*}programList/{*}program")]
    draft.notes = [", ".join(programs), _text(node, "title")]
    return draft.finished()


def _name(node: etree._Element) -> str:
    return " ".join(filter(None, (_text(node, "firstName"), _text(node, "lastName"))))


def _text(node: etree._Element, name: str) -> str:
    return (node.findtext("{*}" + name) or "").strip()
