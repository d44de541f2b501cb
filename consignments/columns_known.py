"""Whether the columns of a spreadsheet are understood well enough to read it without asking."""

import re
from collections.abc import Mapping

from consignments.parsing.sheets.spreadsheet import guess_mapping, remembered_mapping

_NO_HEADING = re.compile(r"#[0-9]+")


def columns_are_known(raw: bytes, content_type: str, layouts: Mapping[str, Mapping[str, str | None]]) -> bool:
    """True when the source has sent this layout before, or every header says by itself what it means.

    layouts: what was told, by fingerprint. What is no table is not asked about: reading it says what is wrong.
    """
    if remembered_mapping(raw, content_type, layouts) is not None:
        return True
    guessed = guess_mapping(raw, content_type)
    if not guessed.headers:
        return True
    headed = {name for name in guessed.headers if not _NO_HEADING.fullmatch(name)}
    return guessed.is_certain and "document_number" in guessed.mapping and headed <= set(guessed.mapping.values())
