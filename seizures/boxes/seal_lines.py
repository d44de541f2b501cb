"""The seals of a piece through its journey as a table and as a strip: documents, readings, examinations, in order."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from consignments.models import Observation, SealCondition
from profiling.presenting.moments import clock
from seizures.models import Examination
from seizures.seals import SealState as ReadState

from .file import BoxFile
from .rows import look_of_examination, look_of_reading
from .seals import Seals, SealState, faults_of_look, seal_state
from .words import fault_words

STOPS = 6
LENGTH, EDGE = 860, 40  # of the strip, in its own units


@dataclass(frozen=True, slots=True)
class SealLine:
    """Who said what of the seals. tone: "", green or red. anchor, x: of the stop on the strip."""

    when: str
    place: str
    seals: str
    source: str
    state: str
    tone: str
    x: int = 0
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class SealsOfBox:
    """stops: the looks, in order, as the strip shows them; sentence: its name."""

    state: SealState
    faults: list[str]
    lines: list[SealLine]
    stops: list[SealLine]
    sentence: str


def seals_of(file: BoxFile, examinations: Iterable[Examination], now: datetime) -> SealsOfBox:
    """examinations: those of this journey."""
    examinations = list(examinations)
    documents: list[Seals] = [None if row.seals is None else tuple(row.seals) for row in file.equipment.values()]
    looks = [look_of_reading(each) for each in file.readings] + [look_of_examination(each) for each in examinations]
    state = seal_state(documents, looks)
    seen = [(each.seen_at, _of_reading(each, state.stated, now)) for each in file.readings if _speaks(each)]
    seen += [(each.begun_at, _of_examination(each, state.stated, now)) for each in examinations if each.seal_state]
    seen.sort(key=lambda pair: pair[0])
    lines = [line for _at, line in seen]
    stated = _documents(file)
    return SealsOfBox(
        state=state,
        faults=fault_words(state.faults),
        lines=stated + lines,
        stops=_stops(([stated[0]] if stated else []) + lines[-(STOPS - 1) :]),
        sentence="; ".join(" ".join(filter(None, [line.place, line.when, line.seals, line.state])) for line in lines),
    )


def _speaks(reading: Observation) -> bool:
    return reading.seals is not None or bool(reading.seal_condition)


def _documents(file: BoxFile) -> list[SealLine]:
    """One line for each way in which documents state the seals, with the consignments that do so."""
    stating: dict[Seals, list[str]] = {}
    for case in file.cases:
        row = file.equipment.get(case.assessment.revision_id)
        if row is not None and row.seals is not None:
            stating.setdefault(tuple(row.seals), []).append(case.assessment.consignment.reference)
    differ = len(stating) > 1
    return [
        SealLine(
            when="",
            place=_("documents"),
            seals=", ".join(seals or ()) or _("none"),
            source=", ".join(references[:4]) + (f" +{len(references) - 4}" if len(references) > 4 else ""),
            state=_("documents differ") if differ else _("stated"),
            tone="red" if differ else "",
        )
        for seals, references in stating.items()
    ]


def _of_reading(reading: Observation, stated: Seals, now: datetime) -> SealLine:
    faults = fault_words(faults_of_look(look_of_reading(reading), stated))
    condition = str(SealCondition(reading.seal_condition).label) if reading.seal_condition else _("read")
    return SealLine(
        when=clock(reading.seen_at, now, only_the_day=reading.seen_is_a_day),
        place=str(reading.post) if reading.post else reading.place or reading.place_unlocode,
        seals="" if reading.seals is None else ", ".join(reading.seals) or _("none there"),
        source=str(reading.get_event_display()),
        state=", ".join(faults) or condition,
        tone="red" if faults else "green" if reading.seal_condition == SealCondition.INTACT else "",
    )


def _of_examination(examination: Examination, stated: Seals, now: datetime) -> SealLine:
    faults = fault_words(faults_of_look(look_of_examination(examination), stated))
    state = ", ".join(faults) or str(ReadState(examination.seal_state).label)
    if examination.new_seal:
        state = _("%(state)s; new seal %(seal)s") % {"state": state, "seal": examination.new_seal}
    return SealLine(
        when=clock(examination.begun_at, now),
        place=str(examination.post) if examination.post else "",
        seals=examination.seal_read,
        source=_("examination %(reference)s") % {"reference": examination.reference},
        state=state,
        tone="red" if faults else "green" if examination.seal_state == ReadState.INTACT else "",
    )


def _stops(lines: list[SealLine]) -> list[SealLine]:
    """Spread the looks over the strip, the first at its left end."""
    step = (LENGTH - 2 * EDGE) / max(len(lines) - 1, 1)
    return [
        SealLine(
            line.when,
            line.place,
            line.seals,
            line.source,
            line.state,
            line.tone,
            x=round(EDGE + place * step),
            anchor="" if place == 0 else "end" if place == len(lines) - 1 else "mid",
        )
        for place, line in enumerate(lines)
    ]
