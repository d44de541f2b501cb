"""Keeps what came from outside from being run by a spreadsheet program."""

import re

# What such a program takes for the beginning of a formula, white space before it included.
_BEGINS_A_FORMULA = re.compile(r"\s*[=+\-@\uff1d\uff0b\uff0d\uff20]|[\t\r\n|%]")


def harmless(text: str) -> str:
    """Set an apostrophe before what a spreadsheet would take for a formula."""
    return f"'{text}" if _BEGINS_A_FORMULA.match(text) else text
