"""The canonical form of a listed value, by the kind of its list: what makes two writings equal."""

from collections.abc import Callable

from consignments.keys.identifiers import container_number, document_key, plate_key
from consignments.keys.names import name_key
from profiling.models import ListKind

KEY_OF: dict[str, Callable[[str], str]] = {
    ListKind.PARTY: name_key,
    ListKind.CONTAINER: container_number,
    ListKind.PLATE: plate_key,
    ListKind.DOCUMENT: document_key,
}


def value_key(kind: str, value: str) -> str:
    """Return what `value` is compared by; "" when it has no letter or digit and can never match."""
    return KEY_OF[ListKind(kind)](value)
