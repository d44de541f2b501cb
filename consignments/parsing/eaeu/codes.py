"""The code lists of the Union's documents, and the letters that look alike in them."""

from collections.abc import Mapping

_LATIN_LOOK = str.maketrans("АВЕКМНОРСТУХ", "ABEKMHOPCTYX")
_MODES = {"1": "sea", "2": "rail", "3": "road", "4": "air", "9": "road"}  # by the first digit of list 2004

# What is declared, as for_comparison gives it (Cyrillic И and Э have no Latin twin), and in Latin transcription.
_PROCEDURES = {"TT": "transit", "ИM": "import", "IM": "import", "ЭK": "export", "EK": "export", "EX": "export"}
_CUSTOMS_PROCEDURES = {"10": "export", "40": "import", "80": "transit"}  # list 2002
_LEAVING = {"TP", "ЭK"}  # transit that ends where the goods leave the Union

# Kinds of list 2009: of transport documents, and of the papers beside them (by their first digits).
_TRANSPORT_DOCUMENTS = {
    "02015": "cmr",
    "02024": "tir",
    "02013": "smgs",
    "02011": "bill_of_lading",
    "02017": "air_waybill",
}
_PAPERS = (
    ("04021", "invoice"), ("04131", "packing_list"), ("03", "contract"), ("06", "certificate_of_origin"),
    ("01", "permit"), ("05", "permit"), ("09013", "previous_declaration"), ("02024", "tir_carnet"),
)  # fmt: skip


def for_comparison(code: str | None) -> str:
    """Return the code in Latin letters: ТТ and TT are typed for one another."""
    return (code or "").upper().translate(_LATIN_LOOK)


def mode(code: str | None) -> str | None:
    """Return the mode of transport; None for one that is not stated or has no conveyance, such as a pipeline."""
    return _MODES.get((code or "")[:1])


def procedure(declared: str | None, customs_procedure: str | None = None) -> str | None:
    """Return import, export or transit from what is declared (ИМ, ЭК, ТТ), else from the customs procedure."""
    known: Mapping[str, str] = _PROCEDURES
    return known.get(for_comparison(declared)) or _CUSTOMS_PROCEDURES.get(customs_procedure or "")


def ends_at_the_border(transit_procedure: str | None) -> bool:
    """Return whether the office where this transit ends is the one where the goods leave."""
    return for_comparison(transit_procedure) in _LEAVING


def is_transport_document(code: str | None) -> bool:
    return (code or "").startswith("02")


def transport_document_kind(code: str) -> str:
    return _TRANSPORT_DOCUMENTS.get(code, "other")


def paper_kind(code: str | None) -> str:
    return next((kind for start, kind in _PAPERS if (code or "").startswith(start)), "other")
