"""Whether the unit can cope and learns: posts, officers, decisions against advice, results that came back."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from profiling.measuring.formulas import FORMULAS
from profiling.measuring.overriding import Overrides
from profiling.measuring.work import PostWork
from profiling.presenting.quantities import number

from .cells import Cell, Column, Count, Figure, HitRate, Row, Share, Table, Words
from .figures import Figures
from .formulas import rate_formula, share_formula


def posts_table(figures: Figures, *, with_now: bool = True) -> Table:
    """Selected against capacity, and what waits; a report of a period that is over tells nothing of now."""
    columns = [
        Column(_("Post"), False),
        Column(_("Capacity a day")),
        Column(_("Selected")),
        Column(_("Selected a day")),
        Column(_("Days above capacity")),
    ]
    notes = [
        _("Selected: decided in the period to be examined; by the day of the decision."),
        _("Above capacity: more selected on a day than the post can examine in one, by its capacity of today."),
    ]
    if with_now:
        columns += [Column(_("Waiting now")), Column(_("Overdue now"))]
        notes.append(_("Waiting: somebody must decide. Overdue: of these, the time to decide is over. Both as of now."))
    rows = [_post_row(post, figures.days_begun, with_now) for post in figures.posts]
    return Table("posts", _("Work and capacity"), columns, rows, notes, aside=_("selections a day"), chart="days")


def officers_table(figures: Figures) -> Table:
    """How many decisions stand in each officer's name."""
    columns = [
        Column(_("Officer"), False),
        Column(_("Decided")),
        Column(_("Released")),
        Column(_("Selected")),
    ]
    rows = [
        Row(
            each.name,
            [
                Count(f"officer:{each.officer_id}:decided", each.decided),
                Count(f"officer:{each.officer_id}:released", each.released),
                Count(f"officer:{each.officer_id}:selected", each.selected),
            ],
            _("Decided: released, selected, release proposed, information requested or left unexamined; all counted."),
        )
        for each in figures.officers
    ]
    notes = [_("Each assessment counts for the officer whose decision stands, in the period of that decision.")]
    return Table(
        "officers", _("Decided by officer"), columns, rows, notes, when_empty=_("Nothing was decided in this period.")
    )


def overrides_table(figures: Figures) -> Table:
    """Decisions against the recommendation, with what was found later."""
    columns = [
        Column(_("Decision"), False),
        Column(_("Against")),
        Column(_("Decided")),
        Column(_("Share")),
        Column(_("Examined later")),
        Column(_("Positive")),
        Column(_("Found later"), False),
    ]
    rows = [
        _override_row(_("Released although put up"), "let_go", figures.let_go),
        _override_row(_("Selected by an officer alone"), "taken_up", figures.taken_up),
    ]
    notes = [str(FORMULAS["let_go"]), str(FORMULAS["taken_up"])]
    return Table("overrides", _("Against the recommendation"), columns, rows, notes, aside=_("decided in the period"))


def feedback_table(figures: Figures) -> Table:
    """What came back of the selections, and what the acts leave out."""
    back, acts = figures.feedback, figures.acts
    of_selected = [
        (_("With a result"), "with_result", back.with_result),
        (_("Could not be finished"), "unfinished", back.unfinished),
        (_("Without a result yet"), "without", back.without),
    ]
    missing = {
        "seal": _("Seal not read"),
        "point": _("A point not done"),
        "answers": _("No point answered"),
    }
    rows = [Row(_("Selections of the period"), [Count("feedback:selected", back.selected), Words("")])]
    rows += [
        Row(
            label,
            [Count(f"feedback:{part}", count), Share(_share(count, back.selected))],
            share_formula(count, back.selected),
        )
        for label, part, count in of_selected
    ]
    rows.append(Row(_("Examinations closed"), [Count("acts:all", acts.closed), Words("")]))
    rows += [
        Row(
            missing[what],
            [Count(f"acts:{what}", count), Share(_share(count, acts.closed))],
            share_formula(count, acts.closed),
        )
        for what, count in acts.missing.items()
    ]
    rows.append(Row(_("Seizure lines"), [Count("lines:all", acts.lines), Words("")]))
    without, of = acts.lines_without_value, acts.lines
    rows.append(
        Row(
            _("Value not stated"),
            [Count("lines:without_value", without), Share(_share(without, of))],
            share_formula(without, of),
        )
    )
    notes = [
        _("Selections decided in the period, by what was recorded of them until now."),
        _("Closed in the period: examinations whose act lacks what it should say."),
    ]
    columns = [Column(_("What came back"), False), Column(_("How many")), Column(_("Share"))]
    return Table("feedback", _("Completeness of results"), columns, rows, notes)


def days_table(figures: Figures) -> Table:
    """The selections of each day of all posts together: the drawing of the days in numbers."""
    rows = [Row(day.isoformat(), [Count(f"day:{day.isoformat()}", count)]) for day, count in by_day(figures.posts)]
    return Table("days", _("Selections by day"), [Column(_("Day"), False), Column(_("Selected"))], rows)


def by_day(posts: list[PostWork]):
    """The days with selections and how many, oldest first, over all the posts."""
    days = sorted({day for post in posts for day in post.by_day})
    return [(day, sum(post.by_day.get(day, 0) for post in posts)) for day in days]


def _post_row(post: PostWork, days: int, with_now: bool) -> Row:
    code = post.code or "-"
    a_day = post.selections / days if days else None
    told = ngettext(
        "Selected / days begun: %(selected)s / %(days)s day.",
        "Selected / days begun: %(selected)s / %(days)s days.",
        days,
    ) % {"selected": number(post.selections), "days": number(days)}
    cells: list[Cell] = [
        Figure(post.capacity),
        Count(f"post:{code}:selected", post.selections),
        Figure(a_day, 1),
        Count(f"post:{code}:above", len(post.days_above)),
    ]
    if with_now:
        cells += [Count(f"post:{code}:waiting", post.waiting), Count(f"post:{code}:overdue", post.overdue)]
    return Row(str(post.post) if post.post else _("No post of the unit"), cells, told)


def _override_row(head: str, key: str, overrides: Overrides) -> Row:
    cells: list[Cell] = [
        Count(f"{key}:against", overrides.overridden),
        Count(f"{key}:decided", overrides.decided),
        Share(overrides.share),
        Count(f"{key}:examined", overrides.rate.examined),
        Count(f"{key}:positive", overrides.rate.positive),
        HitRate(overrides.rate),
    ]
    told = share_formula(overrides.overridden, overrides.decided)
    return Row(head, cells, f"{told}. {rate_formula(overrides.rate)}" if told else rate_formula(overrides.rate))


def _share(part: int, whole: int) -> float | None:
    return part / whole if whole else None
