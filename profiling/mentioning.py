"""Finds who is mentioned in a note: user names after an at sign."""

import re

MOST = 20  # officers one note may call
# A user name may hold dots and signs, yet a full stop at its end belongs to the sentence; an address is no mention.
_MENTION = re.compile(r"(?<![\w.@+-])@([\w+-]+(?:\.[\w+-]+)*)")


def mentioned_names(text: str) -> list[str]:
    """Return the user names in their order, each once, in lower case; 20 at most."""
    return list(dict.fromkeys(name.lower() for name in _MENTION.findall(text)))[:MOST]
