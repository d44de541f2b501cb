"""Giving out an inspection act, and telling later whether a paper is one of them.

The code on the paper is an HMAC over the id of the examination, the number of the act and the hash of its content,
keyed with the secret of the installation: nobody can make one up, and a row written by hand into the table does not
verify. The code alone says nothing about what was examined.
"""

import hmac
import re
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _

from consignments.models import record
from consignments.refusing import Refused
from seizures.models import Examination, ExaminationState, InspectionAct

from .content import content_of, sha256_of

LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # Crockford's: no I, L, O or U
LENGTH = 16  # letters of 5 bits: 80 bits
# What is taken for another: by eye, or typed on a Cyrillic keyboard.
MISREAD = str.maketrans("OILUОАВЕКМНРСТХ", "011V0ABEKMHPCTX")
SALT = "seizures.inspection_act"


class Verdict(StrEnum):
    GENUINE = "genuine"
    SUPERSEDED = "superseded"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class Verification:
    """`act` is None where the code is unknown."""

    verdict: Verdict
    act: InspectionAct | None = None


@transaction.atomic
def issue(officer, examination: Examination) -> InspectionAct:
    """Return the act of a closed examination: the last one given out where nothing changed since, else the next."""
    Examination.objects.select_for_update(of=("self",)).get(pk=examination.pk)
    if examination.state != ExaminationState.CLOSED:
        raise Refused("still_open", _("The examination is still open: there is no act yet."))
    sha256 = sha256_of(content_of(examination))
    last = examination.acts.last()
    if last is not None and last.content_sha256 == sha256:
        return last
    number = last.number + 1 if last else 1
    act = InspectionAct.objects.create(
        examination=examination,
        number=number,
        content_sha256=sha256,
        code=code_for(examination.pk, number, sha256, settings.SECRET_KEY),
        issued_by_id=officer.pk,
    )
    told = {"number": number, "content_sha256": sha256}
    record("examination", examination.pk, "act_issued", actor=officer, after=told, at=act.issued_at)
    return act


def verify(typed: str) -> Verification:
    """Tell of a code, in any spelling, whether it is of an act of ours and whether that act still holds."""
    code = normalised(typed)
    found = InspectionAct.objects.filter(code=code).select_related("examination__unit", "examination__post")
    act = found.first() if len(code) == LENGTH else None
    if act is None or not _is_ours(act):
        return Verification(Verdict.UNKNOWN)
    is_last = not InspectionAct.objects.filter(examination=act.examination_id, number__gt=act.number).exists()
    still_holds = is_last and sha256_of(content_of(act.examination)) == act.content_sha256
    return Verification(Verdict.GENUINE if still_holds else Verdict.SUPERSEDED, act)


def code_for(examination_pk: UUID, number: int, sha256: str, secret: str | bytes) -> str:
    """Return 16 letters and digits."""
    digest = salted_hmac(SALT, f"{examination_pk}:{number}:{sha256}", secret=secret, algorithm="sha256").digest()
    bits = int.from_bytes(digest[:10], "big")
    return "".join(LETTERS[bits >> shift & 31] for shift in range(5 * (LENGTH - 1), -1, -5))


def normalised(typed: str) -> str:
    """The code as it is kept: without hyphens and spaces, with letters read for the digits they are taken for."""
    return re.sub(r"[\s\-\u2010-\u2015]", "", typed[:60]).upper().translate(MISREAD)


def in_groups(code: str) -> str:
    """ "7K3M-Q9TD-0VXA-H2PZ", as it stands on the sheet."""
    return "-".join(code[start : start + 4] for start in range(0, len(code), 4))


def _is_ours(act: InspectionAct) -> bool:
    secrets = [settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS]
    expected = (code_for(act.examination_id, act.number, act.content_sha256, secret) for secret in secrets)
    return any(hmac.compare_digest(act.code, one) for one in expected)
