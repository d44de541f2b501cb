"""What declarations share, the Union's and the album's: their vehicles, their posts, and who settles the deal."""

from dataclasses import replace

from ..noting import Notes
from ..values import StatedManifest, StatedParty
from ..xml_nodes import Node
from .codes import mode
from .parties import party
from .trip import Office
from .vehicles import listed_means

# Who settles the deal is the trader of our side of it.
_SETTLING_ROLES = {"import": "buyer", "export": "seller"}


def transport(border: Node | None, inland: Node | None) -> tuple[str | None, list[Node], Node | None]:
    """Return mode, vehicles and the block that lists them: those at the border, else those on which the goods arrive.

    In transit the border block may state nothing but its mode.
    """
    codes = [block.text_of("UnifiedTransportModeCode", "TransportModeCode") for block in (border, inland) if block]
    block = border if listed_means(border) else inland
    return mode(next((code for code in codes if code), None)), listed_means(block), block


def with_posts(manifest: StatedManifest, declared: str | None, border: Office, end: Office | None) -> StatedManifest:
    """Return the manifest with its posts: the border office is that of entry, of an export that of exit.

    end: of a transit that leaves the Union where it ends.
    """
    enters_at = Office() if declared == "export" else border
    leaves_at = end or (border if declared == "export" else Office())
    return replace(
        manifest,
        entry_post=enters_at.code or enters_at.name,
        entry_post_name=enters_at.name,
        exit_post=leaves_at.code or leaves_at.name,
    )


def settling_party(
    node: Node | None, declared: str | None, declarant: StatedParty | None, notes: Notes
) -> tuple[StatedParty, ...]:
    """Return the person responsible for the settlement (box 9) as buyer of an import or seller of an export."""
    role = _SETTLING_ROLES.get(declared or "")
    stated = party(node, role, notes, declarant) if role else None
    return (stated,) if stated else ()
