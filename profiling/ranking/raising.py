"""What a second opinion may do to a recommendation: ask to look. It never takes anything away."""

from profiling.models import STRICTEST_FIRST, Lane


def raised(lane: str, probability: float, look_from: float) -> str:
    """Return the lane of attention: yellow from `look_from` on for what is less than that, else the lane as it was."""
    if probability < look_from:
        return lane
    return min(lane, str(Lane.YELLOW), key=lambda each: [str(x) for x in STRICTEST_FIRST].index(each))
