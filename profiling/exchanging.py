"""A version of a profile as a file that another PCU can read: written with its hash, opened with every check.

    {"format": "pcu-profile-version/1", "source": {…}, "profile": {…}, "version": {…}, "definition": {…},
     "meaning": {…}, "facts": {…}, "sha256": "…", "signature": "…"}

`sha256` is over the canonical JSON of all the rest; `signature`, where the two units share a secret, is its HMAC.
"""

import hashlib
import hmac
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.utils import translation
from django.utils.translation import gettext as _

from profiling.conditions.catalogue import FACTS
from profiling.conditions.definition import ProfileDefinition, read_definition, stored_definition
from profiling.conditions.fault import Fault
from profiling.conditions.tree import fact_names
from profiling.models import ProfileVersion
from profiling.presenting.wording import say_definition

FORMAT = "pcu-profile-version/1"
MOST_BYTES = 2 * 1024 * 1024
TEXTS = ("instruction", "instruction_ru", "instruction_ky")
_SEALS = ("sha256", "signature")
_LONGEST = {"title": 160, "category": 30, "code": 12} | dict.fromkeys(TEXTS, 2000)


class NotAcceptable(Exception):
    """The file is refused as a whole; the message says why."""


@dataclass(frozen=True, slots=True)
class Opened:
    """What a file says. definition: None where it has faults. signature: "valid", "none" or "unchecked".

    other_meanings: facts that the sender measures or understands otherwise, in a sentence each.
    """

    sha256: str
    signature: str
    source: Mapping[str, str]
    profile: Mapping[str, str]
    texts: Mapping[str, str]
    definition: ProfileDefinition | None
    faults: list[Fault] = field(default_factory=list)
    other_meanings: list[str] = field(default_factory=list)


def exported(version: ProfileVersion, unit: str, at: datetime, secret: str = "") -> bytes:
    """Return the file of a version; its meaning is told in English, whatever the officer reads."""
    definition, profile = stored_definition(version.definition), version.profile
    with translation.override("en"):
        said = say_definition(definition)
        body: dict[str, Any] = {
            "format": FORMAT,
            "source": {"unit": unit, "exported_at": at.isoformat(timespec="seconds")},
            "profile": {"code": profile.code, "title": profile.title, "category": profile.category},
            "version": {"number": version.number} | {name: getattr(version, name) for name in TEXTS},
            "definition": definition.as_json(),
            "meaning": {
                "it_looks_at": said.gate.one_line if said.gate else "every consignment",
                "indicators": [
                    {"code": each.code, "label": each.label, "condition": each.condition.one_line}
                    for each in said.indicators
                ],
            },
            "facts": {name: _meaning(name) for name in _facts_of(definition)},
        }
    body["sha256"] = digest(body)
    if secret:
        body["signature"] = signed(body["sha256"], secret)
    return json.dumps(body, ensure_ascii=False, indent=2).encode()


def opened(raw: bytes, secret: str = "") -> Opened:
    """Read a file; raise NotAcceptable where it is no such file, was changed on the way, or is signed wrongly."""
    body = _parsed(raw)
    sha256 = body.get("sha256")
    if not isinstance(sha256, str) or not hmac.compare_digest(sha256.encode(), digest(body).encode()):
        raise NotAcceptable(_("The file is not as it was written: its content does not fit its hash."))
    definition, faults = read_definition(body.get("definition"))
    return Opened(
        sha256=sha256,
        signature=_checked_signature(body, sha256, secret),
        source=_texts(body, "source", ("unit", "exported_at")),
        profile=_texts(body, "profile", ("code", "title", "category")),
        texts=_texts(body, "version", TEXTS),
        definition=definition,
        faults=faults,
        other_meanings=_other_meanings(body.get("facts")),
    )


def digest(body: Mapping[str, Any]) -> str:
    """Return the sha256 over the canonical JSON of the file: keys sorted, no blanks, UTF-8, without the seals."""
    rest = {key: value for key, value in body.items() if key not in _SEALS}
    canonical = json.dumps(rest, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(canonical.encode("utf-8", "surrogatepass")).hexdigest()


def signed(sha256: str, secret: str) -> str:
    return hmac.new(secret.encode(), sha256.encode(), hashlib.sha256).hexdigest()


def _parsed(raw: bytes) -> dict[str, Any]:
    if len(raw) > MOST_BYTES:
        raise NotAcceptable(_("The file is too large for a profile."))
    try:
        body = json.loads(raw)
    except (ValueError, RecursionError):
        raise NotAcceptable(_("This is no file of a profile: it is not JSON.")) from None
    if not isinstance(body, dict) or body.get("format") != FORMAT:
        raise NotAcceptable(_("This is no file of a profile, or one of a later format."))
    return body


def _checked_signature(body: Mapping[str, Any], sha256: str, secret: str) -> str:
    stated = body.get("signature")
    if stated is None:
        return "none"
    if not secret:
        return "unchecked"
    if not isinstance(stated, str) or not hmac.compare_digest(stated.encode(), signed(sha256, secret).encode()):
        raise NotAcceptable(_("The signature is wrong: the sender does not know the secret you share."))
    return "valid"


def _texts(body: Mapping[str, Any], part: str, names: tuple[str, ...]) -> dict[str, str]:
    held = body.get(part)
    held = held if isinstance(held, dict) else {}
    texts = {name: held.get(name) for name in names}
    return {
        name: text.replace("\x00", "")[: _LONGEST.get(name, 200)] if isinstance(text, str) else ""
        for name, text in texts.items()
    }


def _facts_of(definition: ProfileDefinition) -> list[str]:
    conditions = [*([definition.gate] if definition.gate else []), *(each.when for each in definition.indicators)]
    return sorted({name for condition in conditions for name in fact_names(condition)})


def _meaning(name: str) -> dict[str, str]:
    fact = FACTS[name]
    return {"type": fact.type.value, "unit": fact.unit, "meaning": str(fact.meaning)}


def _other_meanings(stated: Any) -> list[str]:
    """Compare type and unit; a fact that we do not have at all is a fault of the definition."""
    found = []
    for name, theirs in sorted(stated.items()) if isinstance(stated, dict) else []:
        if name in FACTS and isinstance(theirs, dict):
            ours = _meaning(name)
            for key in ("type", "unit"):
                if theirs.get(key) != ours[key]:
                    values = {"fact": name, "theirs": str(theirs.get(key))[:40], "ours": ours[key]}
                    found.append(_("%(fact)s is “%(theirs)s” there and “%(ours)s” here.") % values)
    return found
