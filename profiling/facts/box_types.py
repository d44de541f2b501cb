"""E09: whether the type of a container suits the goods."""

from functools import lru_cache

from profiling.facts.known import KnownConsignment, Noted
from profiling.reference import box_types

box_type = lru_cache(maxsize=4_096)(box_types.box_type)
DIGITS_OF_A_CHAPTER = 2


def box_type_facts(known: KnownConsignment) -> Noted:
    """E09 "The type of the container does not suit the goods": a hit only where it suits none of them.

    Which goods lie in which of several boxes is not known, so one line that a type suits clears it.
    """
    noted = Noted()
    column = "equipment_unsuited"
    typed = [
        (piece, kind)
        for piece in known.equipment
        if piece.kind == "container" and piece.size_type and piece.fullness != "empty"
        if (kind := box_type(piece.size_type)) is not None
    ]
    chapters = {_chapter(item.commodity_code) for item in known.goods}
    if not typed or not chapters or None in chapters:
        noted.note(column, None)
        return noted
    found = next(((piece, kind) for piece, kind in typed if chapters <= box_types.UNSUITED[kind]), None)
    noted.note(column, found is not None)
    if found:
        piece, kind = found
        noted.evidence[column] = {
            "number": piece.number,
            "type": piece.size_type,
            "kind": kind,
            "chapter": ", ".join(sorted(chapter for chapter in chapters if chapter)),
        }
    return noted


def _chapter(code: str | None) -> str | None:
    digits = "".join(filter(str.isdigit, code or ""))
    return digits[:DIGITS_OF_A_CHAPTER] if len(digits) >= DIGITS_OF_A_CHAPTER else None
