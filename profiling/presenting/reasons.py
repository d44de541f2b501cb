"""The heaviest reasons of a row in words: indicators that hit, list matches, the draw, or why it was put up at all."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.utils.translation import gettext as _

from profiling.conditions.indicators import INDICATORS
from profiling.models import Assessment, ListHit, SelectedBy


def heaviest_reasons(assessment: Assessment, list_hits: Sequence[ListHit] = ()) -> list[str]:
    """Return the sentences of a row, heaviest first; never empty, so that nobody has to trust a bare number."""
    sentences = [
        _("On list “%(list)s”: %(entry)s") % {"list": hit.entry.watch_list.name, "entry": hit.entry.value}
        for hit in list_hits
    ]
    sentences += [label_of(reason) for reason in assessment.reasons]
    return sentences + origins(assessment) + _nothing_hit(assessment)


def label_of(reason: Mapping[str, Any]) -> str:
    """The label officers know an indicator by; its code where the catalogue no longer has it."""
    known = INDICATORS.get(reason["code"])
    return str(known.label) if known else str(reason["code"])


def origins(assessment: Assessment) -> list[str]:
    """Say what chose the consignment besides profiles, and what of it could not be known."""
    said = []
    if SelectedBy.MESSAGE in assessment.selected_by:
        said.append(_("Open warning names it"))
    if SelectedBy.RANDOM in assessment.selected_by:
        said.append(_("Random draw: somebody must decide"))
    if SelectedBy.RANKER in assessment.selected_by:
        said.append(_("The second opinion asks to look"))
    if SelectedBy.TOP_UP in assessment.selected_by:
        said.append(_("Top-up to the post's capacity"))
    if assessment.ask_first:
        said.append(_("A profile could not be evaluated: ask first"))
    return said


def _nothing_hit(assessment: Assessment) -> list[str]:
    if assessment.reasons:
        return []
    if not assessment.score_possible:
        return [_("No indicator hit")]
    return [_("No indicator hit; %(points)d points not evaluable") % {"points": assessment.score_possible}]
