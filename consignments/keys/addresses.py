"""The canonical form of a postal address and whether it says where somebody is."""

import re

from consignments.keys.transliteration import latin_keys, latin_words

# Words that say what the next word is; papers write them in three languages, abbreviated or not at all.
# Words that say what the next word is: papers write them in three languages, abbreviated or not at all.
ADDRESS_WORDS = """
    г, город, гор, ш, шаар, шаары, с, село, а, айыл, айылы, аил, п, пос, поселок, посёлок, кыштак, кишлак, к, қ,
    д, дом, здание, зд, стр, строение, корп, корпус, кв, квартира, оф, офис, комн, комната, ком, каб, помещение,
    пом, эт, этаж, ул, улица, көчө, көчөсү, куча, кучаси, кўча, кўчаси, пр, просп, проспект, пер, переулок, б-р,
    бульвар, мкр, микрорайон, кичирайон, ж/м, жилмассив, р-н, район, району, обл, область, облусу, вилояти,
    тумани, ноҳия, ноҳияи, махалля, маҳалла, city, town, village, street, str, st, road, rd, avenue, ave, lane,
    ln, building, bldg, house, apt, apartment, office, off, room, rm, floor, district, region, oblast, province,
    no, ko'chasi, kucha, shahri, shahar, tumani, viloyati, mahalla, uy, xona, respublika, republic, республика,
    жумурияти
"""

COUNTRY_WORDS = """
    кр, кыргызстан, киргизия, кыргызская, кыргыз, республикасы, kyrgyzstan, kyrgyz, kg, узбекистан, ўзбекистон,
    uzbekistan, o'zbekiston, uz, таджикистан, тоҷикистон, tajikistan, tj, казахстан, қазақстан, kazakhstan, kz,
    россия, рф, russia, russian, federation, ru, китай, кнр, china, prc, cn, турция, turkey, türkiye, tr, иран,
    iran, ir, оаэ, uae
"""

_SAYING_NOTHING = frozenset(
    word for key in latin_keys(ADDRESS_WORDS) | latin_keys(COUNTRY_WORDS) for word in key.split()
)
_STREET_WORD = re.compile(
    r"\b(?:ул|улица|пр|пр-т|просп|проспект|пер|переулок|бульвар|б-р|мкр|микрорайон|кичирайон|ж/м|жилмассив|шоссе|тракт|"
    r"трасса|квартал|көч|көчөсү|көчө|кўчаси|кўча|кучаси|куча|хиёбони|рынок|базар|базары|street|str|st|road|rd|avenue|ave|"
    r"lane|boulevard|blvd|highway|building|bldg|district|zone|market|bazaar|ko.?chasi|cad|caddesi|sokak|sk|mah|mahallesi"
    r")\b|[路街道号巷]",
    re.IGNORECASE,
)
_PO_BOX = re.compile(
    r"\b(?:p\.?\s?o\.?\s?box|post\s?box|а/я|абонентский ящик|абоненттик куту|почта кутусу)\b", re.IGNORECASE
)


def address_key(text: str) -> str:
    """Return the telling words of an address, sorted: «г. Ош, ул. Ленина, 12» and "12 Lenina street, Osh" are equal.

    Words for street, house and country are left out; "" when nothing else is left.
    """
    return " ".join(sorted(set(latin_words(text)) - _SAYING_NOTHING))


def address_is_incomplete(
    *, text: str | None = None, street: str | None = None, city: str | None = None, postcode: str | None = None
) -> bool | None:
    """Say whether a stated address names no street or house: a box, a city, a country alone (A09).

    None when no address is stated at all. Where the parts are split the street decides; in one text, a word for a
    street, or a house number beside two other words.
    """
    if not any((text, street, city, postcode)):
        return None
    if street and any(map(str.isalnum, street)):
        return _is_box_only(street)
    whole = " ".join(filter(None, (text, city)))
    if _is_box_only(whole):
        return True
    return not _names_a_place(whole, postcode)


def _is_box_only(text: str) -> bool:
    return bool(_PO_BOX.search(text)) and not _STREET_WORD.search(text)


def _names_a_place(text: str, postcode: str | None) -> bool:
    if _STREET_WORD.search(text):
        return True
    words = address_key(text.replace(postcode, " ") if postcode else text).split()
    has_house_number = any(word[0].isdigit() and len(word) <= 4 for word in words)  # five and six digits are a postcode
    return has_house_number and sum(word.isalpha() for word in words) >= 2
