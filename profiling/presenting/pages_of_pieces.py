"""Where a container, trailer, wagon or vehicle has its page; the page itself is composed by the app above."""

from urllib.parse import quote

from consignments.keys.identifiers import number_key


def page_of_piece(number: str) -> str:
    """Return the address of the page of a number as stated; "" where it has no letter or digit."""
    key = number_key(number)
    return f"/equipment/{quote(key, safe='')}/" if any(map(str.isalnum, key)) else ""
