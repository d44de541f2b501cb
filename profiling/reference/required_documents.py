"""Which goods need which paper at the border, by control list and procedure (D02).

Goods on a control list need the permit of another authority. Which code needs which paper is the state's law: the
table is a start, to be checked against the unified list of goods under non-tariff measures before field use.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Requirement:
    """Goods on the list need a permit of one of the sorts; procedures: under which, empty for all."""

    control_list: str
    permit_sorts: frozenset[str]
    procedures: frozenset[str] = frozenset()


REQUIREMENTS = (
    Requirement("precursor", frozenset(["precursor"])),
    Requirement("cites", frozenset(["cites"])),
    Requirement("arms", frozenset(["end_user", "other"])),
    Requirement("radioactive", frozenset(["other"])),
    # Movements across the border need the consent of the states concerned (Basel Convention).
    Requirement("waste", frozenset(["other"])),
    # What stays here needs none; what goes on must say who is to use it.
    Requirement("chpl", frozenset(["end_user"]), frozenset(["export", "transit", "transhipment"])),
)
