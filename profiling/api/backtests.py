"""How a backtest reads in the API."""

from django.utils.translation import gettext as _
from rest_framework import serializers

from profiling.api.rates import RateSerializer, rate_row
from profiling.backtesting import Findings
from profiling.backtesting.counts import Listed
from profiling.models import ProfileVersion


class BacktestRequestSerializer(serializers.Serializer):
    days = serializers.IntegerField(min_value=1, max_value=366, default=90, help_text="The period ends now")


class KnownPositivesSerializer(serializers.Serializer):
    """Consignments with a positive result, whatever selected them."""

    total = serializers.IntegerField()
    caught = serializers.IntegerField()
    newly_caught = serializers.IntegerField(help_text="Not hit by the active version")
    lost = serializers.IntegerField(help_text="Hit by the active version alone")
    missed = serializers.IntegerField(help_text="Hit by neither")


class DaySerializer(serializers.Serializer):
    day = serializers.DateField()
    selected = serializers.IntegerField()
    active = serializers.IntegerField()


class PostSerializer(serializers.Serializer):
    post = serializers.CharField(allow_null=True)
    selected = serializers.IntegerField()
    active = serializers.IntegerField()
    capacity_a_day = serializers.IntegerField(allow_null=True)
    busiest_day = serializers.IntegerField()
    days_above_capacity = serializers.IntegerField()


class ListedSerializer(serializers.Serializer):
    consignment = serializers.UUIDField()
    reference = serializers.CharField()
    day = serializers.DateField()
    outcome = serializers.CharField()


class BacktestSerializer(serializers.Serializer):
    """Counts are of consignments, each once. A rate counts only what was examined with a recorded result."""

    version = serializers.UUIDField()
    starts_at = serializers.DateTimeField()
    ends_at = serializers.DateTimeField()
    assessed = serializers.IntegerField()
    selected = serializers.IntegerField()
    selected_by_active = serializers.IntegerField(allow_null=True)
    selections_a_day = serializers.FloatField()
    not_evaluable = serializers.IntegerField()
    rate = RateSerializer()
    rate_of_active = RateSerializer(allow_null=True)
    random_draw = RateSerializer()
    known_positives = KnownPositivesSerializer()
    per_day = DaySerializer(many=True)
    per_post = PostSerializer(many=True)
    newly_selected = ListedSerializer(many=True)
    no_longer_selected = ListedSerializer(many=True)
    lost = ListedSerializer(many=True)
    history_is_thin = serializers.BooleanField()
    note = serializers.CharField()


def backtest_row(version: ProfileVersion, found: Findings) -> dict:
    """Return a backtest as JSON."""
    whole = found.whole
    return {
        "version": version.pk,
        "starts_at": found.period.starts_at,
        "ends_at": found.period.ends_at,
        "assessed": whole.assessed,
        "selected": whole.draft,
        "selected_by_active": whole.active if found.has_active else None,
        "selections_a_day": round(found.selections_a_day, 2),
        "not_evaluable": whole.not_evaluable,
        "rate": rate_row(whole.draft_rate),
        "rate_of_active": rate_row(whole.active_rate) if found.has_active else None,
        "random_draw": rate_row(found.baseline.rate),
        "known_positives": {
            "total": whole.positives,
            "caught": whole.caught,
            "newly_caught": whole.newly_caught,
            "lost": whole.lost,
            "missed": whole.missed,
        },
        "per_day": [{"day": day, "selected": each.draft, "active": each.active} for day, each in found.days],
        "per_post": [
            {
                "post": row.code or None,
                "selected": row.counts.draft,
                "active": row.counts.active,
                "capacity_a_day": row.capacity_a_day,
                "busiest_day": row.busiest_day,
                "days_above_capacity": row.days_above,
            }
            for row in found.posts
        ],
        "newly_selected": _listed(found.newly_selected),
        "no_longer_selected": _listed(found.no_longer_selected),
        "lost": _listed(found.lost),
        "history_is_thin": found.is_thin,
        "note": _("Reads what was known at the time. Outcomes exist only for what was examined."),
    }


def _listed(rows: list[Listed]) -> list[dict]:
    return [
        {"consignment": row.consignment_id, "reference": row.reference, "day": row.day, "outcome": row.outcome}
        for row in rows
    ]
