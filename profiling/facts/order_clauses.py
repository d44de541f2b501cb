"""Texts that stand where a consignee's or notify party's name should: an order clause, a reference, a bank."""

import re
from functools import lru_cache

from consignments.keys.transliteration import latin_keys, latin_words

ORDER_TERMS = """
    to order, to the order, to the order of, to order of, order, order of shipper, to order of shipper, to bearer,
    bearer, to the holder, order of consignee, приказу, по приказу, приказу отправителя, ордер, на предъявителя,
    предъявителю, буйрук боюнча, көрсөтүүчүгө, буюртмага, buyurtmaga
"""
SAME_TERMS = """
    same, same as consignee, same as above, same as cnee, consignee, он же, тот же, получатель, он же получатель,
    ошол эле, алуучу
"""

_ORDER_TERMS = latin_keys(ORDER_TERMS)
_SAME_TERMS = latin_keys(SAME_TERMS)
_TO_ORDER_OF = re.compile(r"(?:to )?(?:the )?order of\b|po prikazu\b|prikazu\b")
_BANK = re.compile(r"[a-z]*bank[ai]?")


@lru_cache(maxsize=16_384)
def is_to_order(name: str) -> bool:
    """Say whether a consignee's name is an order clause instead of a name."""
    key = " ".join(latin_words(name))
    return key in _ORDER_TERMS or bool(_TO_ORDER_OF.match(key))


@lru_cache(maxsize=16_384)
def is_same_as_consignee(name: str) -> bool:
    """Say whether a notify party's name only refers to the consignee."""
    return " ".join(latin_words(name)) in _SAME_TERMS


@lru_cache(maxsize=16_384)
def is_bank(name: str) -> bool:
    """Say whether the name is a bank's, by a word that ends in bank."""
    return "银行" in name or any(map(_BANK.fullmatch, latin_words(name)))
