"""The past of a party in a sentence and as a strip: one tick a consignment, a mark where it was examined."""

from collections import Counter
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from profiling.presenting.moments import clock
from profiling.presenting.quantities import number
from profiling.reading.party_past import DAYS, LOOKED_AT, PartyPast

LENGTH = 340
MOST_TICKS = 120
LANES_SHOWN = 3


@dataclass(frozen=True, slots=True)
class PastMark:
    x: int
    is_positive: bool


@dataclass(frozen=True, slots=True)
class PartyPastLine:
    """ticks: one path for all consignments; marks: the examined ones; begins: what the left end stands for."""

    sentence: str
    lanes: str
    first: str
    ticks: str
    marks: list[PastMark]
    begins: str
    told: str
    length: int = LENGTH


def past_line(past: PartyPast, now: datetime) -> PartyPastLine:
    count = len(past.moments)
    examined = sum(result != "" for result in past.results)
    positive = sum(result in {"result", "seizure"} for result in past.results)
    seizures = sum(result == "seizure" for result in past.results)
    since = max(past.moments[0] if past.moments else now, now - timedelta(days=DAYS))
    places = [_place(moment, since, now) for moment in past.moments]
    sentence = _counted(count, examined, positive, seizures)
    return PartyPastLine(
        sentence=sentence,
        lanes=", ".join(
            f"{lane.replace('-', ' → ')} {number(times)}"
            for lane, times in Counter(filter(None, past.lanes)).most_common(LANES_SHOWN)
        ),
        first=_("first seen %(when)s") % {"when": clock(past.first_known_at, now, only_the_day=True)}
        if count and past.first_known_at
        else "",
        ticks="".join(f"M{x} 22v6" for x in dict.fromkeys(places[-MOST_TICKS:])),
        marks=[
            PastMark(x, result in {"result", "seizure"})
            for x, result in zip(places, past.results, strict=True)
            if result
        ],
        begins=clock(since, now, only_the_day=True) if count else "",
        told=_("Consignments over time: %(told)s") % {"told": sentence},
    )


def _counted(count: int, examined: int, positive: int, seizures: int) -> str:
    if count == 0:
        return _("no earlier consignment in two years")
    shown = _("%(count)s or more") % {"count": number(count)} if count >= LOOKED_AT else number(count)
    said = ngettext("%(count)s consignment in two years", "%(count)s consignments in two years", count)
    told = [said % {"count": shown}]
    told.append(
        ngettext("%(n)s examined, %(k)s with a result", "%(n)s examined, %(k)s with a result", examined)
        % {"n": number(examined), "k": number(positive)}
        if examined
        else _("none examined")
    )
    if seizures:
        told.append(ngettext("%(count)s seizure", "%(count)s seizures", seizures) % {"count": number(seizures)})
    return ", ".join(told)


def _place(moment: datetime, since: datetime, now: datetime) -> int:
    whole = max((now - since).total_seconds(), 1)
    return round(6 + (moment - since).total_seconds() / whole * (LENGTH - 12))
