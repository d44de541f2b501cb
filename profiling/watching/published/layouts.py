"""Tells by their first bytes which layout files are of, and reads them."""

import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import BinaryIO

from django.utils.translation import gettext as _

from consignments.refusing import Refused
from profiling.models import Layout

from .entry import Published, Unread
from .ofac import read_sdn_tables, read_sdn_xml
from .opensanctions import read_ftm, read_targets

_HEAD_BYTES = 4096
# Columns by which the three tables of OFAC, which have no head, are told apart.
_SDN, _ALTERNATES, _ADDRESSES = 12, 5, 6


@dataclass(frozen=True, slots=True)
class ListFileGiven:
    """A file as it was given: its name, and its bytes from the beginning."""

    name: str
    content: BinaryIO


def layout_of(files: Sequence[ListFileGiven]) -> Layout | None:
    """Return the layout of the files; None for what is none of a publisher's."""
    heads = [_head(each) for each in files]
    if len(heads) == 1:
        return _layout_of_one(heads[0])
    tables = {_columns(head) for head in heads}
    is_sdn = len(tables) == len(heads) <= 3 and _SDN in tables <= {_SDN, _ALTERNATES, _ADDRESSES}
    return Layout.SDN_CSV if is_sdn else None


def read_files(layout: Layout, files: Sequence[ListFileGiven]) -> Iterator[Published | Unread]:
    """Yield the records of the files, one by one."""
    match layout:
        case Layout.FTM:
            return read_ftm(files[0].content)
        case Layout.TARGETS:
            return read_targets(files[0].content)
        case Layout.SDN_XML:
            return read_sdn_xml(files[0].content)
        case Layout.SDN_CSV:
            by_columns = {_columns(_head(each)): each.content for each in files}
            return read_sdn_tables(by_columns[_SDN], by_columns.get(_ALTERNATES), by_columns.get(_ADDRESSES))


def refuse_unknown(layout: Layout | None) -> Layout:
    """Return the layout; raise Refused for none."""
    if layout is None:
        raise Refused(
            "layout_unknown",
            _(
                "Give entities as JSON lines or targets.simple.csv of OpenSanctions, or sdn.xml or sdn.csv, alt.csv "
                "and add.csv of OFAC."
            ),
        )
    return layout


def _layout_of_one(head: bytes) -> Layout | None:
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    if start.startswith(b"{") and b'"schema"' in head:
        return Layout.FTM
    if start.startswith(b"<") and b"sdnList" in head:
        return Layout.SDN_XML
    names = {name.strip(' "\r') for name in start.partition(b"\n")[0].decode("utf-8", "replace").lower().split(",")}
    if {"id", "schema", "name"} <= names:
        return Layout.TARGETS
    return Layout.SDN_CSV if _columns(head) == _SDN else None


def _columns(head: bytes) -> int:
    """How many columns the first row has, where it is a row of OFAC's: it begins with a number."""
    line = head.partition(b"\n")[0].decode("utf-8", "replace").rstrip("\r")
    cells = next(csv.reader([line]), [])
    return len(cells) if cells and cells[0].strip().isdigit() else 0


def _head(file: ListFileGiven) -> bytes:
    file.content.seek(0)
    head = file.content.read(_HEAD_BYTES)
    file.content.seek(0)
    return head
