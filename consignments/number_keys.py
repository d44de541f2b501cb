"""The one canonical spelling of every number on a piece of equipment, whatever its kind turns out to be."""

from consignments.keys.identifiers import plate_key


def number_key(stated: str) -> str:
    """Return plate, container or seal number in Latin capitals and digits; as stated where it has neither.

    >>> number_key("01 KG 730 ВНС"), number_key("KSHU 618240-8")
    ('01KG730BHC', 'KSHU6182408')
    """
    return plate_key(stated) or stated.strip()
