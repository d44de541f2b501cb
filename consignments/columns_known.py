"""Whether the columns of a spreadsheet are understood well enough to read it without asking."""

from collections.abc import Mapping

from consignments.parsing.sheets.spreadsheet import guess_mapping


def columns_are_known(raw: bytes, content_type: str, saved: Mapping[str, str]) -> bool:
    """True when all headers of the source's saved layout are there, or every header says by itself what it means.

    A table without any header that is understood is not asked about: reading it says what is wrong.
    """
    headers, guessed, _ = guess_mapping(raw, content_type, saved or None)
    if not headers:
        return True
    if saved:
        return {header for header in saved.values() if header} <= set(headers)
    return "document_number" in guessed and set(guessed.values()) >= {header for header in headers if header}
