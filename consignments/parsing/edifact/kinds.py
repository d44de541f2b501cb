"""The UN/EDIFACT messages that are read."""

from collections.abc import Callable

from ..kind import EDIFACT, Kind
from ..values import DocumentKind, ParsedDocument
from . import cuscar, ifcsum, iftmcs, iftmin
from .cuscar_carrying import CUSCAR_CANNOT, CUSCAR_MUST
from .ifcsum_carrying import IFCSUM_CANNOT, IFCSUM_MUST
from .instruction_carrying import INSTRUCTION_CANNOT, INSTRUCTION_MUST
from .observations import kinds as observations
from .recognising import is_message


def _message(
    kind: DocumentKind, parse: Callable[..., ParsedDocument], must: frozenset[str], cannot: frozenset[str]
) -> Kind:
    """Return the kind of the message type that the value of `kind` names in small letters."""
    return Kind(
        kind,
        EDIFACT,
        lambda sent: is_message(sent.raw, kind.value.upper()),
        lambda sent: parse(sent.raw, local_zone=sent.local_zone),
        must,
        cannot,
    )


KINDS: tuple[Kind, ...] = (
    _message(DocumentKind.CUSCAR, cuscar.parse, CUSCAR_MUST, CUSCAR_CANNOT),
    _message(DocumentKind.IFTMIN, iftmin.parse, INSTRUCTION_MUST, INSTRUCTION_CANNOT),
    _message(DocumentKind.IFTMCS, iftmcs.parse, INSTRUCTION_MUST, INSTRUCTION_CANNOT),
    _message(DocumentKind.IFCSUM, ifcsum.parse, IFCSUM_MUST, IFCSUM_CANNOT),
    *observations.KINDS,
)
