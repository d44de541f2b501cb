"""Facts of group G: when the document came and when the vehicle comes."""

from profiling.facts.known import Circumstances, KnownConsignment, Noted

SECONDS_AN_HOUR = 3600


def timing_facts(known: KnownConsignment, circumstances: Circumstances) -> Noted:
    """Answer the columns of group G that the document alone decides; not known where only a day of arrival is stated.

    G01 "Lodged later than required or after arrival": hours from receipt to arrival. G02 "Arrival at night."
    """
    noted = Noted()
    if known.arrival_at is None or known.arrival_is_a_day:
        noted.note("hours_before_arrival", None)
        noted.note("arrival_at_night", None)
        return noted
    local = known.arrival_at.astimezone(circumstances.local_zone)
    hours = (known.arrival_at - known.known_at).total_seconds() / SECONDS_AN_HOUR
    noted.note("hours_before_arrival", hours, hours=round(hours, 1), arrival=local.isoformat(timespec="minutes"))
    at_night = is_night(local.hour, circumstances.night_hours)
    noted.note("arrival_at_night", at_night)
    if at_night:
        first, last = circumstances.night_hours
        noted.evidence["arrival_at_night"] = {"arrival": local.strftime("%H:%M"), "from": first, "to": last}
    return noted


def is_night(hour: int, night_hours: tuple[int, int]) -> bool:
    """Say whether a local hour lies in [from, to), which may pass midnight."""
    first, last = night_hours
    return first <= hour < last if first <= last else hour >= first or hour < last
