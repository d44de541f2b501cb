"""Hardened XML reading, and a view of elements by local name, for the Union's namespaces differ by version."""

import re
from collections.abc import Callable, Container, Iterator
from dataclasses import dataclass
from io import BytesIO
from itertools import islice

from lxml import etree

from .noting import Unreadable

MAX_ELEMENTS = 200_000  # of the head, and of one consignment, so that memory stays flat
_ROOT = re.compile(rb"<(?:[A-Za-z_][\w.-]*:)?([A-Za-z_][\w.-]*)")
_COMMENT = re.compile(rb"<!--(?:[^-]++|-(?!->))*+(?:-->|\Z)")
_DOCTYPE = re.compile(rb"<!DOCTYPE", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Node:
    """One element with its path of local names, such as /AutoPreliminaryInformation/PIATCarrierDetails."""

    element: etree._Element
    path: str

    def all(self, name: str) -> list["Node"]:
        """Return the children of this local name; their paths are numbered where there are several."""
        found = [child for child in self.element if local_name(child) == name]
        if len(found) == 1:
            return [Node(found[0], f"{self.path}/{name}")]
        return [Node(child, f"{self.path}/{name}[{position}]") for position, child in enumerate(found, start=1)]

    def first(self, *names: str) -> "Node | None":
        """Return the first child, of that its first child, and so on along the names; None where the way ends."""
        node: Node | None = self
        for name in names:
            node = next(iter(node.all(name)), None) if node else None
        return node

    def text(self, *names: str) -> str | None:
        """Return the text at the end of the way of names; None when it is missing or blank."""
        node = self.first(*names)
        content = "".join(map(str, node.element.itertext())).strip() if node else ""
        return content or None

    def any(self, *names: str) -> "Node | None":
        """Return the first child of the first of these names that is there: dialects call one thing differently."""
        return next((found for name in names for found in self.all(name)), None)

    def all_of(self, *names: str) -> list["Node"]:
        """Return the children of all these names, in the order of the names."""
        return [found for name in names for found in self.all(name)]

    def text_of(self, *names: str) -> str | None:
        """Return the text of the first of these children that is not blank."""
        return next((text for name in names if (text := self.text(name))), None)

    def children(self) -> list["Node"]:
        """Return the children, each by the path of its name."""
        return [Node(child, f"{self.path}/{local_name(child)}") for child in self.element if local_name(child)]

    @property
    def name(self) -> str:
        return local_name(self.element)

    def attribute(self, name: str) -> str | None:
        return self.element.get(name) or None


def local_name(element: etree._Element) -> str:
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def root_name(raw: bytes) -> str:
    """Return the local name of the first element; empty when the bytes do not begin like XML."""
    beginning = _beginning(raw).lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
    found = _ROOT.search(_COMMENT.sub(b"", beginning)) if beginning.startswith(b"<") else None
    return found[1].decode("ascii") if found else ""


def mentions(raw: bytes, *names: str) -> bool:
    """Return whether XML opens an element of one of these local names within its first bytes."""
    opened = rb"<(?:[A-Za-z_][\w.-]*:)?(?:%s)[\s/>]" % b"|".join(name.encode() for name in names)
    return bool(root_name(raw)) and re.search(opened, _COMMENT.sub(b"", _beginning(raw))) is not None


def texts_at_beginning(raw: bytes, names: Container[str], limit: int = 200) -> dict[str, str]:
    """Return the first texts of the elements of these names among the first `limit`; empty for broken XML."""
    texts: dict[str, str] = {}
    try:
        for _, element in islice(_ended(raw, ""), limit):
            if (name := local_name(element)) in names:
                texts.setdefault(name, str(element.text or "").strip())
    except Unreadable:
        return {}
    return texts


def _beginning(raw: bytes) -> bytes:
    """Return the first bytes without the zeros of UTF-16, for a look before parsing."""
    return raw[:131072].replace(b"\x00", b"")


def read_head(
    raw: bytes, repeated: str, watched: str = "", visit: Callable[[etree._Element], None] | None = None
) -> tuple[Node, set[str]]:
    """Return the root without the content of the `repeated` elements, and the texts of up to three `watched` ones.

    visit: is shown each repeated element before its content goes. Raise Unreadable for broken or hostile XML.
    """
    root: etree._Element | None = None
    texts: set[str] = set()
    for top, element in _ended(raw, repeated, {repeated, watched}):
        root = top
        if local_name(element) == watched and len(texts) < 3:
            texts.add(str(element.text or "").strip())
        elif local_name(element) == repeated:
            if visit:
                visit(element)
            element.clear()
            previous, parent = element.getprevious(), element.getparent()
            if previous is not None and parent is not None and local_name(previous) == repeated:
                parent.remove(previous)  # the ended element itself must stay until the parser has moved on
    if root is None:
        raise Unreadable("xml_broken", line=1, value="")
    return Node(root, f"/{local_name(root)}"), texts - {""}


def read_repeated(raw: bytes, repeated: str, path: str) -> Iterator[Node]:
    """Yield the `repeated` elements, each gone when the next is asked for; `path` is that of their parent."""
    position = 0
    for _, element in _ended(raw, repeated, {repeated}):
        if local_name(element) == repeated:
            position += 1
            yield Node(element, f"{path}/{repeated}[{position}]")
            parent = element.getparent()
            element.clear()
            while parent is not None and element.getprevious() is not None:
                del parent[0]


def _ended(
    raw: bytes, repeated: str, names: Container[str] | None = None
) -> Iterator[tuple[etree._Element, etree._Element]]:
    """Yield (root, element) as elements end: those of the names, of all names for None, and the root as the last.

    Raise Unreadable when there is a DTD or more than is sane.
    """
    if _DOCTYPE.search(_beginning(raw)):
        raise Unreadable("xml_dtd_forbidden")
    events = etree.iterparse(
        BytesIO(raw),
        events=("end",),
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    root: etree._Element | None = None
    count = 0
    try:
        for _, element in events:
            if root is None:
                root = element.getroottree().getroot()
                if root.getroottree().docinfo.internalDTD is not None:
                    raise Unreadable("xml_dtd_forbidden")
            name = element.tag.rpartition("}")[2]
            count = 0 if name == repeated else count + 1
            if count > MAX_ELEMENTS:
                raise Unreadable("xml_too_many_elements", limit=MAX_ELEMENTS)
            if names is None or name in names or element is root:
                yield root, element
    except etree.XMLSyntaxError as fault:
        raise Unreadable("xml_broken", line=fault.lineno or 0, value=fault.msg or "") from None
