"""What a community of senders does otherwise than the directory says, chosen by the release in UNH and the sender.

Where layouts differ without contradicting each other the readers take them all; a profile only settles what would
mean two things.
"""

import re
from dataclasses import dataclass

from ..noting import Notes
from .envelope import Message
from .party import PARTY_SEGMENTS


@dataclass(frozen=True, slots=True)
class Profile:
    """How a message is read.

    cni_names: what the number in CNI is: of the "consignment" itself; of its "master", and each RFF+BM below it opens a
    consignment of its own; of its customs "declaration", and RFF has the transport document.
    names_equipment_by_reference: RFF+AAQ is a container. currency: of amounts stated without one.
    party_segments: tags that belong to the NAD they follow. sender_declares: who sends the message (NAD+MS) declares
    its goods. entry_places: qualifiers of LOC that name the post of entry: office of entry, border crossing, place of
    arrival, of discharge.
    """

    cni_names: str = "consignment"
    names_equipment_by_reference: bool = False
    currency: str | None = None
    party_segments: frozenset[str] = PARTY_SEGMENTS
    sender_declares: bool = True
    entry_places: tuple[str, ...] = ("41", "17", "60", "11")


DIRECTORY = Profile()
UNITED_STATES = Profile(currency="USD")
AUSTRALIA = Profile(names_equipment_by_reference=True, currency="AUD")
NEW_ZEALAND = Profile(cni_names="declaration")
SOUTH_AFRICA = Profile(cni_names="master")
# Transport documents are not written for customs: MS only passes the message on, and the port of discharge is no post.
# In IFTMIN and IFTMCS places and amounts may stand inside the group of a party.
INSTRUCTION = Profile(
    party_segments=PARTY_SEGMENTS | {"LOC", "MOA", "DOC", "TCC", "DTM", "CPI", "TSR", "CUX", "PCD", "EQN", "QTY"},
    sender_declares=False,
    entry_places=("41", "17"),
)
CONSOLIDATION = Profile(sender_declares=False, entry_places=("41", "17"))

# Releases met, and who sends under them; the directory where somebody else does.
_RELEASES: dict[str, tuple[Profile, str]] = {
    "95B": (DIRECTORY, ""),
    "96B": (DIRECTORY, ""),
    "99B": (AUSTRALIA, r"AIRCR|SEACR|AIROUT|SEAOUT"),
    "03A": (NEW_ZEALAND, r"\bNZCS|\bDEPART\b|\bARRIVE\b"),
    "03B": (UNITED_STATES, r"\bCBP|\bACE\b|\bACETEST\b|STANDARD"),
    "16A": (SOUTH_AFRICA, r"\bSARS|\bRCG"),
}
_RELEASE = re.compile(r"([0-9]{2})([A-Z])")


def profile_of(message: Message, name: str, notes: Notes) -> Profile:
    """Return the profile of a CUSCAR message; a release not met before is read as the nearest one, with a notice.

    name: what BGM calls the message; with the sender and the association code of UNH it tells who uses the release.
    """
    release = message.head.at(1, 2).strip().upper()
    known = release if release in _RELEASES else _nearest(release)
    if known != release and (release or message.head.at(1, 0)):
        notes.notice("edifact_release_unknown", message.head.path, value=release, found=known)
    profile, users = _RELEASES[known]
    told = " ".join((name, message.head.at(1, 4), message.sender, message.recipient))
    return profile if re.search(users, told, re.IGNORECASE) else DIRECTORY


def _nearest(release: str) -> str:
    """Return the known release next in time; the oldest for what names no year."""
    stated = _RELEASE.fullmatch(release)
    if not stated:
        return "95B"
    return min(_RELEASES, key=lambda known: (abs(_half_years(known) - _half_years(release)), known))


def _half_years(release: str) -> int:
    year = int(release[:2])
    return 2 * (year + (1900 if year > 80 else 2000)) + (release[2] >= "B")
