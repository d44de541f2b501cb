"""Lists with a name that an author writes into a condition at once: countries and commodity codes of a kind."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from .control_lists import PRECURSORS
from .countries import DRUG_FIRST_TRANSIT, DRUG_SOURCE, PRECURSOR_CORRIDOR, PRECURSOR_DEMAND


@dataclass(frozen=True, slots=True)
class NamedList:
    """of: "country", or the length of the codes."""

    name: str
    label: Promise
    of: str | int
    values: tuple[str, ...]


NAMED_LISTS: dict[str, NamedList] = {
    each.name: each
    for each in (
        NamedList("drug_source", _("Sources of drugs"), "country", DRUG_SOURCE),
        NamedList("drug_first_transit", _("First transit of drugs"), "country", DRUG_FIRST_TRANSIT),
        NamedList("precursor_demand", _("Demand for precursors"), "country", PRECURSOR_DEMAND),
        NamedList("precursor_corridor", _("Corridor of precursors"), "country", PRECURSOR_CORRIDOR),
        NamedList("customs_union", _("Other members of the EAEU"), "country", ("AM", "BY", "KZ", "RU")),
        NamedList("precursors", _("Precursors"), 6, tuple(code for code in PRECURSORS if len(code) == 6)),
    )
}


def list_values(name: str) -> list[str]:
    return list(NAMED_LISTS[name].values)
