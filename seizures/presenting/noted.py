"""What was typed on the page of an open examination: back into its forms, and read as findings."""

import re
from collections.abc import Mapping, Sequence

from profiling.models import Assessment
from seizures.completeness import Obstacle
from seizures.forms.closing import ClosingForm, result_name
from seizures.forms.goods import MAX_LINES, GoodsFormSet, GoodsLines
from seizures.models import Examination

Noted = Mapping[str, str]
LINE = re.compile(r"lines-(\d+)-(\w+)")


def noted_forms(noted: Noted, examined: Sequence[Assessment]) -> tuple[ClosingForm, GoodsLines]:
    """Return the forms filled with what was typed, without judging it yet."""
    lines: list[dict[str, str]] = [{} for _ in range(line_count(noted))]
    for index, name, text in _line_fields(noted):
        lines[index][name] = text
    return (
        ClosingForm(initial=dict(noted), examined=examined),
        GoodsFormSet(initial=lines, prefix="lines", form_kwargs={"examined": examined}),
    )


def line_count(noted: Noted) -> int:
    """How many lines of goods the page shows: those typed or asked for, at least one."""
    asked = int(noted["lines"]) if noted.get("lines", "").isdecimal() else 1
    return min(MAX_LINES, max([asked, *[index + 1 for index, _name, _text in _line_fields(noted)]]))


def noted_obstacles(examination: Examination, examined: Sequence[Assessment]) -> list[Obstacle]:
    """Return what would stop the closing if it were closed as typed so far."""
    noted = examination.noted
    by_key = {str(one.pk): one for one in examined}
    indexes = {index for index, _name, _text in _line_fields(noted)}
    found_in = [by_key.get(noted.get(f"lines-{index}-assessment", ""), examined[0]) for index in sorted(indexes)]
    return examination.obstacles(
        noted.get("kind", ""),
        {one: noted.get(result_name(one), "") for one in examined},
        found_in,
        new_seal=noted.get("new_seal", "").strip(),
        no_new_seal_because=noted.get("no_new_seal_because", "").strip(),
    )


def _line_fields(noted: Noted) -> list[tuple[int, str, str]]:
    matches = [(LINE.fullmatch(name), text) for name, text in noted.items()]
    return [(int(match[1]), match[2], text) for match, text in matches if match and text and int(match[1]) < MAX_LINES]
