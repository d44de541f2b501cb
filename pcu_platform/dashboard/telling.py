"""What a number is of, in words: the title and the formula of the page of its rows."""

from dataclasses import dataclass
from datetime import date

from django.utils import formats
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from consignments.models import CustomsPost
from pcu_platform.models import Officer
from profiling.measuring.formulas import FORMULAS
from profiling.models import Category, QuantityUnit, SelectedBy
from profiling.presenting.funnel import LABELS

SHOWN: dict[str, Promise] = {
    "all": gettext_lazy("All"),
    "examined": gettext_lazy("Examined with a result"),
    "positive": gettext_lazy("Positive"),
    "against": gettext_lazy("Against the recommendation"),
    "decided": gettext_lazy("Decided"),
    "released": gettext_lazy("Released"),
    "selected": gettext_lazy("Selected"),
    "waiting": gettext_lazy("Waiting now"),
    "overdue": gettext_lazy("Overdue now"),
    "above": gettext_lazy("Days above capacity"),
    "with_result": gettext_lazy("With a result"),
    "unfinished": gettext_lazy("Could not be finished"),
    "without": gettext_lazy("Without a result yet"),
    "seal": gettext_lazy("Seal not read"),
    "point": gettext_lazy("A point not done"),
    "answers": gettext_lazy("No point answered"),
    "without_value": gettext_lazy("Value not stated"),
}
TITLES: dict[str, Promise] = {
    "draw": gettext_lazy("Random draw"),
    "missed": gettext_lazy("Drawn, selected by nothing else"),
    "let_go": gettext_lazy("Released although put up"),
    "taken_up": gettext_lazy("Selected by an officer alone"),
    "feedback": gettext_lazy("Selections of the period"),
    "acts": gettext_lazy("Examinations closed"),
    "lines": gettext_lazy("Seizure lines"),
}
RULES: dict[str, str] = {
    "draw": "baseline",
    "missed": "missed",
    "origin": "origin",
    "version": "selections",
    "let_go": "let_go",
    "taken_up": "taken_up",
}


@dataclass(frozen=True, slots=True)
class Told:
    """title: of what the number is. part: which of them, "" where there are no parts. formula: its rule, or ""."""

    title: str
    part: str
    formula: str


def told_of(key: str) -> Told:
    """Tell a number that `rows_behind` found, by its key."""
    family, *asked = key.partition("@")[0].split(":")
    part = str(SHOWN.get(asked[-1], "")) if len(asked) > 1 or family in TITLES else ""
    return Told(_title(family, asked), part, _formula(family, asked))


def _title(family: str, asked: list[str]) -> str:
    match family, asked:
        case "step", [step]:
            return str(LABELS[step])
        case "origin", [reason, _shown]:
            return str(SelectedBy(reason).label)
        case "version", [code, number, _shown]:
            return f"{code} v{number}"
        case "post", [code, _what]:
            post = CustomsPost.objects.filter(code=code).first()
            return str(post) if post else _("No post of the unit")
        case "day", [day]:
            return formats.date_format(date.fromisoformat(day), "DATE_FORMAT")
        case "officer", [pk, _what]:
            return str(Officer.objects.filter(pk=pk).first() or "–")
        case "seized", [category, unit]:
            return f"{Category(category).label}, {QuantityUnit(unit).label}"
        case "valued", [currency]:
            return currency
    return str(TITLES.get(family, ""))


def _formula(family: str, asked: list[str]) -> str:
    if family == "step":
        return str(FORMULAS[asked[0]])
    return str(FORMULAS[RULES[family]]) if family in RULES else ""
