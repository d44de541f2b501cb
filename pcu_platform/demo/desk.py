"""The officers at the desk: when they decide a case, how, and with which words. Plain functions over plain values."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random

from profiling.models import Lane, SelectedBy

SELECT, RELEASE, ASK = "select", "release", "ask"

# How often a case is sent to examination, by what recommends it. An officer's feel for a case adds a little where
# something is wrong: in the trade's studies selection by hand finds more than chance does.
SELECTS = {"red": 0.9, "list": 0.95, "random": 0.93, "profile": 0.38, "unclear": 0.12}
FEEL = 0.12
ASKS_FIRST = 0.12  # of cases of the yellow lane
TAKES_UP = 0.0015  # of what nothing recommends

WHY_SELECT = (
    "Route and newcomer together; open it.", "Value does not fit the goods.", "Seal to be compared with the papers.",
    "Nobody knows the consignee; open a part.", "Same pattern as last month's find.", "Drawn: examine as prescribed.",
    "Досмотр: сомнительный получатель.", "Сверить вес и количество мест.", "Жүк ээси белгисиз, текшерүү керек.",
)  # fmt: skip
WHY_SELECT_DRAWN = ("Drawn at random; examine.", "Случайный отбор, досмотр.", "Кокустан тандалды, текшерүү.")
WHY_TAKEN_UP = ("Driver nervous at the barrier.", "Fresh welding on the chassis.", "Водитель путается в маршруте.")
WHY_RELEASE = (
    "Known consignee, papers agree.", "Invoice and packing list seen, in order.", "Typing error in the number, mended.",
    "Explained by the season; grower known to the post.", "Документы сверены, расхождений нет.", "Документтер туура.",
    "Permit shown, quantity agrees.", "Price explained by the contract.",
)  # fmt: skip
WHY_ASK = (
    "Please send the packing list.", "Who pays the freight?", "Контракт и спецификация?", "Which goods exactly?",
    "Permit of the authority?",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Seen:
    """What an officer sees of a case. is_wrong is not seen, only felt now and then."""

    lane: str
    selected_by: tuple[str, ...]
    arrival_at: datetime | None
    is_wrong: bool


@dataclass(frozen=True, slots=True)
class Decision:
    verb: str
    reason: str


def decides_at(rng: Random, seen: Seen, now: datetime) -> datetime:
    """Return when somebody takes the case up: some hours before the arrival, soon after it at the latest."""
    soonest = now + timedelta(minutes=rng.uniform(4, 40))
    if seen.arrival_at is None:
        return soonest
    return max(soonest, seen.arrival_at - timedelta(hours=rng.uniform(-0.8, 5)))


def decide(rng: Random, seen: Seen, *, may_ask: bool) -> Decision:
    """Return what the officer does; may_ask: nothing was asked about this case before."""
    origin = _origin(seen)
    chance = SELECTS[origin] + (FEEL if seen.is_wrong else 0)
    if may_ask and origin in ("profile", "unclear") and rng.random() < ASKS_FIRST:
        return Decision(ASK, rng.choice(WHY_ASK))
    if rng.random() < chance:
        return Decision(SELECT, rng.choice(WHY_SELECT_DRAWN if origin == "random" else WHY_SELECT))
    return Decision(RELEASE, rng.choice(WHY_RELEASE))


def _origin(seen: Seen) -> str:
    if SelectedBy.WATCH_LIST in seen.selected_by:
        return "list"
    if seen.lane == Lane.RED:
        return "red"
    if SelectedBy.RANDOM in seen.selected_by:
        return "random"
    return "profile" if SelectedBy.PROFILE in seen.selected_by else "unclear"
