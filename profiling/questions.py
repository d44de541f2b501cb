"""The wording of questions to outsiders: plain, the same for everybody, and silent about why it is asked.

Profiles are confidential: a question names a paper or a datum, never a profile, a list, a lane or a score.
"""

import re
from collections.abc import Iterable, Sequence

from django.utils import translation
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

TEMPLATES: dict[str, Promise] = {
    "invoice": _("Please send the invoice of this consignment."),
    "packing_list": _("Please send the packing list of this consignment."),
    "contract": _("Please send the contract and its annexes."),
    "certificate_of_origin": _("Please send the certificate of origin."),
    "permits": _("Please send the licences and permits that belong to the goods."),
    "description": _("Please describe the goods in plain words: what they are, of what material, and for what use."),
    "masses": _("Please state the net and gross mass and the number of packages of each kind of goods."),
    "value": _("Please explain how the value of the goods was reached, with proof of payment if there is any."),
    "seals": _("Please state the numbers of all seals, and who put them on, where and when."),
    "route": _("Please state the route with its stops, and where goods were loaded or transhipped."),
    "parties": _("Please state who receives the goods at the end, with address and tax number."),
    "freight": _("Please state the cost of carriage and who pays for it."),
}
_WORDS = re.compile(r"\w+(?:-\w+)*")


def composed(codes: Iterable[str], words: str, language: str) -> str:
    """Return the question in a language (ky, ru, en): the chosen templates in their order, then the officer's words."""
    chosen = set(codes)
    with translation.override(language):
        lines = [str(text) for code, text in TEMPLATES.items() if code in chosen]
    return "\n".join([*lines, *filter(None, [words.strip()])])


def named_in(text: str, secret: Sequence[str]) -> list[str]:
    """Return which of the secret names (codes of profiles, names of lists) a text gives away."""
    said = {word.upper() for word in _WORDS.findall(text)}
    flat = " ".join(text.upper().split())
    return [name for name in secret if name.upper() in said or (" " in name and name.upper() in flat)]
