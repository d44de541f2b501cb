"""The typed door for a profile's definition: JSON becomes a frozen value, or each fault is named by its path.

    {"scope": condition or null, "posts": ["post code", …], "modes": ["road", …],
     "indicators": [{"code": "C07", "points": 30, "when": condition, "label": "…"}, …],
     "threshold": 42, "lane": "red", "when_not_evaluable": "yellow", "selection_percent": 100}

`scope`, `posts`, `modes`, `when_not_evaluable` and `selection_percent` may be left out; `when` of an indicator of the
catalogue too: `complete` then writes the catalogue's condition into the definition, so that a stored version says all
by itself. The words are explained in docs/profiles.md.
"""

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _

from .consignment_words import MODES
from .fault import Fault, Faults, below
from .indicators import INDICATORS
from .reading_conditions import read_condition
from .tree import All, Any_, Condition, Known, Leaf, as_json, digest

LANES = ("red", "yellow", "blue")
WHEN_NOT_EVALUABLE = ("ignore", "ask", "yellow")
# What a lane means when its profile cannot be evaluated and its author did not say: silence must not pay.
USUAL_WHEN_NOT_EVALUABLE = {"red": "yellow", "yellow": "ask", "blue": "ignore"}
MOST_INDICATORS = 40
MOST_POINTS = 500  # 40 of these still fit a smallint
MOST_POSTS = 50
LONGEST_LABEL = 80

_KEYS = (
    "scope", "posts", "modes", "indicators", "threshold", "lane", "when_not_evaluable", "selection_percent",
)  # fmt: skip
_INDICATOR_KEYS = ("code", "points", "when", "label")
_CODE = re.compile(r"[A-Z][0-9]{2}")
_POST = re.compile(r"[A-Za-z0-9_-]{1,20}")


@dataclass(frozen=True, slots=True)
class WeightedIndicator:
    """An indicator as one profile uses it. points: not 0, negative ones lower. key: its name across all profiles."""

    code: str
    points: int
    when: Condition
    label: str = ""
    key: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class ProfileDefinition:
    """A profile version's rule. threshold in points; selection_percent above 0, up to 100."""

    indicators: tuple[WeightedIndicator, ...]
    threshold: int
    lane: str
    scope: Condition | None = None
    posts: tuple[str, ...] = ()
    modes: tuple[str, ...] = ()
    when_not_evaluable: str = "yellow"
    selection_percent: float = 100

    @property
    def gate(self) -> Condition | None:
        """Return scope, modes and posts as one condition; None: every consignment is in scope.

        The exit post counts where it is known, since most documents state none: it must not leave the scope unknown.
        """
        parts = [self.scope] if self.scope else []
        if self.modes:
            parts.append(Leaf("mode", "in", self.modes))
        if self.posts:
            leaving = All((Known("exit_post"), Leaf("exit_post", "in", self.posts)))
            parts.append(Any_((Leaf("entry_post", "in", self.posts), leaving)))
        return None if not parts else parts[0] if len(parts) == 1 else All(tuple(parts))

    @property
    def most_points(self) -> int:
        return sum(max(indicator.points, 0) for indicator in self.indicators)

    def as_json(self) -> dict[str, Any]:
        """Return the complete definition, as it is stored."""
        return {
            "scope": as_json(self.scope) if self.scope else None,
            "posts": list(self.posts),
            "modes": list(self.modes),
            "indicators": [
                {"code": each.code, "points": each.points, "when": as_json(each.when)}
                | ({"label": each.label} if each.label else {})
                for each in self.indicators
            ],
            "threshold": self.threshold,
            "lane": self.lane,
            "when_not_evaluable": self.when_not_evaluable,
            "selection_percent": self.selection_percent,
        }


class UnreadableDefinition(ValueError):
    """A definition that should have been readable is not; `faults` says where."""

    def __init__(self, faults: list[Fault]):
        super().__init__("; ".join(f"{fault.path}: {fault.problem}" for fault in faults))
        self.faults = faults


def read_definition(data: object) -> tuple[ProfileDefinition | None, list[Fault]]:
    """Return (definition, []) or (None, all faults). Never raises, whatever JSON it is given."""
    faults = Faults()
    if not isinstance(data, Mapping):
        faults.add("", _("A definition is expected."), _("Write an object with indicators, threshold and lane."))
        return None, faults.found
    _refuse_unknown_keys(data, _KEYS, "", faults)
    lane = _read_word(data.get("lane"), LANES, "lane", faults)
    scope = None if data.get("scope") is None else read_condition(data["scope"], "scope", faults)
    definition = ProfileDefinition(
        indicators=_read_indicators(data.get("indicators"), faults),
        threshold=_read_whole(data.get("threshold"), "threshold", 1, MOST_INDICATORS * MOST_POINTS, faults),
        lane=lane,
        scope=scope,
        posts=_read_posts(data.get("posts"), faults),
        modes=_read_modes(data.get("modes"), faults),
        when_not_evaluable=_read_word(
            data.get("when_not_evaluable", USUAL_WHEN_NOT_EVALUABLE.get(lane, "ignore")),
            WHEN_NOT_EVALUABLE,
            "when_not_evaluable",
            faults,
        ),
        selection_percent=_read_percent(data.get("selection_percent", 100), faults),
    )
    if not faults:
        _check_whole(definition, faults)
    return (None, faults.found) if faults else (definition, [])


def stored_definition(data: object) -> ProfileDefinition:
    """Return the definition of a version that was checked when it was saved; raise UnreadableDefinition otherwise."""
    definition, faults = read_definition(data)
    if definition is None:
        raise UnreadableDefinition(faults)
    return definition


def complete(data: object) -> dict[str, Any]:
    """Return the definition with every default written out, to be frozen with the version.

    Raises UnreadableDefinition when it has faults.
    """
    return stored_definition(data).as_json()


def _read_indicators(data: Any, faults: Faults) -> tuple[WeightedIndicator, ...]:
    if not isinstance(data, list) or not data:
        faults.add("indicators", _("At least one indicator is needed."), _("Add one with its points."))
        return ()
    if len(data) > MOST_INDICATORS:
        remedy = _("At most %(most)s: split the profile.") % {"most": MOST_INDICATORS}
        faults.add("indicators", _("Too many indicators."), remedy)
        return ()
    read = [_read_indicator(each, f"indicators[{index}]", faults) for index, each in enumerate(data)]
    seen: dict[str, int] = {}
    for index, indicator in enumerate(read):
        if indicator is None:
            continue
        first = seen.setdefault(indicator.key, index)
        if first != index:
            problem = _("It is the same as indicators[%(index)s] and would count twice.") % {"index": first}
            faults.add(f"indicators[{index}]", problem, _("Remove one of them, or change its condition."))
    return tuple(indicator for indicator in read if indicator)


def _read_indicator(data: Any, path: str, faults: Faults) -> WeightedIndicator | None:
    if not isinstance(data, Mapping):
        faults.add(path, _("An indicator is expected."), _('Write an object such as {"code": "C07", "points": 30}.'))
        return None
    _refuse_unknown_keys(data, _INDICATOR_KEYS, path, faults)
    code, label = data.get("code"), data.get("label", "")
    if not isinstance(code, str) or not _CODE.fullmatch(code):
        faults.add(below(path, "code"), _("The code is missing or malformed."), _("A letter and two digits, as C07."))
        code = ""
    if not isinstance(label, str) or len(label) > LONGEST_LABEL or "\x00" in label:
        faults.add(below(path, "label"), _("The label is no short text."), _("At most 80 letters."))
        label = ""
    points = _read_whole(data.get("points"), below(path, "points"), -MOST_POINTS, MOST_POINTS, faults)
    when = _read_when(data.get("when"), code, label, path, faults)
    if not (code and points and when):
        if points == 0 and data.get("points") == 0:
            faults.add(below(path, "points"), _("0 points count for nothing."), _("Give it points or remove it."))
        return None
    return WeightedIndicator(code, points, when, label.strip(), digest(code, when))


def _read_when(data: Any, code: str, label: str, path: str, faults: Faults) -> Condition | None:
    usual = INDICATORS.get(code)
    if data is None and usual:
        return read_condition(usual.condition, below(path, "when"), faults)
    if code and not usual and not label.strip():
        problem = _("%(code)s is not in the catalogue and has no label.") % {"code": code}
        faults.add(below(path, "label"), problem, _("Say in a few words what it means."))
    if data is None:
        if code:
            problem = _("%(code)s is not in the catalogue and has no condition.") % {"code": code}
            faults.add(below(path, "when"), problem, _("Write its condition, or choose a code of the catalogue."))
        return None
    return read_condition(data, below(path, "when"), faults)


def _check_whole(definition: ProfileDefinition, faults: Faults) -> None:
    """What only the parts together show."""
    if definition.most_points == 0:
        faults.add("indicators", _("All points are negative."), _("Give at least one indicator points above 0."))
    elif definition.most_points < definition.threshold:
        problem = _("The threshold of %(threshold)s cannot be reached: at most %(most)s points.")
        faults.add(
            "threshold",
            problem % {"threshold": definition.threshold, "most": definition.most_points},
            _("Lower it, or give the indicators more points."),
        )


def _read_posts(data: Any, faults: Faults) -> tuple[str, ...]:
    return _read_words(
        data, "posts", lambda word: bool(_POST.fullmatch(word)), _("A list of codes of posts is expected."), faults
    )


def _read_modes(data: Any, faults: Faults) -> tuple[str, ...]:
    return _read_words(data, "modes", MODES.__contains__, _("Only road, rail, sea and air are modes."), faults)


def _read_words(data: Any, path: str, fits, problem: str, faults: Faults) -> tuple[str, ...]:
    if data is None:
        return ()
    if not isinstance(data, list) or len(data) > MOST_POSTS:
        faults.add(path, problem, _("Write them between [ and ], or leave them out for all."))
        return ()
    wrong = [index for index, word in enumerate(data) if not isinstance(word, str) or not fits(word)]
    for index in wrong:
        faults.add(f"{path}[{index}]", problem, _("Remove or correct this one."))
    return () if wrong else tuple(dict.fromkeys(data))


def _read_word(data: Any, words: tuple[str, ...], path: str, faults: Faults) -> str:
    if isinstance(data, str) and data in words:
        return data
    faults.add(path, _("The word is missing or not known."), _("One of: %(names)s.") % {"names": ", ".join(words)})
    return ""


def _read_whole(data: Any, path: str, least: int, most: int, faults: Faults) -> int:
    if isinstance(data, bool) or not isinstance(data, int) or not least <= data <= most:
        remedy = _("From %(least)s to %(most)s.") % {"least": least, "most": most}
        faults.add(path, _("A whole number is expected."), remedy)
        return 0
    return data


def _read_percent(data: Any, faults: Faults) -> float:
    if isinstance(data, bool) or not isinstance(data, int | float) or not (math.isfinite(data) and 0 < data <= 100):
        faults.add("selection_percent", _("A percentage is expected."), _("Above 0, up to 100."))
        return 100
    return data


def _refuse_unknown_keys(data: Mapping, known: tuple[str, ...], path: str, faults: Faults) -> None:
    for key in data:
        if key not in known:
            remedy = _("One of: %(names)s.") % {"names": ", ".join(known)}
            faults.add(below(path, str(key)[:40]), _("There is no such key."), remedy)
