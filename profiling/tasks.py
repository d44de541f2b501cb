"""What the workers do: each task asks for what is due, does it, and leaves it no longer due."""

from celery import shared_task
from django.utils import timezone

from profiling import (
    alerting,
    asking,
    assessing,
    campaigning,
    drawing,
    feeding,
    lapsing,
    linking,
    overdue,
    reconstructing,
    shadowing,
    taking_up,
    topping_up,
)
from profiling.backtesting import asking as backtest_asking
from profiling.models import ProfileVersion
from profiling.ranking import asking as ranker_training
from profiling.reading import lanes, norms
from profiling.watching import looking_back


@shared_task(name="profiling.assess_waiting")
def assess_waiting():
    # What is assessed from here on meets the campaigns of this very moment.
    campaigning.turn_due(timezone.now())
    lapsing.lapse_what_never_came()
    while taking_up.take_up_supporting_documents():
        pass
    while assessing.assess_due():
        pass
    while feeding.take_up():
        while assessing.assess_due():
            pass
    while linking.link_due():
        pass


@shared_task(name=looking_back.TASK)
def look_back():
    while looking_back.look_back():
        pass


@shared_task(name="profiling.refresh_norms")
def refresh_norms():
    norms.refresh_norms(timezone.now())
    lanes.refresh_lane_norms(timezone.now())


@shared_task(name="profiling.turn_draw_period")
def turn_draw_period():
    drawing.publish_ended(timezone.now())


@shared_task(name="profiling.top_up")
def top_up():
    topping_up.top_up_due_posts(timezone.now())


@shared_task(name="profiling.expire_profiles")
def expire_profiles():
    ProfileVersion.objects.expire_outdated(timezone.localdate())
    shadowing.end_due(timezone.now())


@shared_task(name="profiling.look_for_alerts")
def look_for_alerts():
    alerting.look(timezone.now())


@shared_task(name="profiling.run_backtests")
def run_backtests():
    backtest_asking.run_waiting()


@shared_task(name="profiling.look_at_overdue_transits")
def look_at_overdue_transits():
    overdue.open_overdue_transits(timezone.now())


@shared_task(name="profiling.reconstruct_facts")
def reconstruct_facts(columns: list[str]):
    reconstructing.reconstruct_all(columns)


@shared_task(name="profiling.note_overdue_requests")
def note_overdue_requests():
    while asking.note_overdue(timezone.now()):
        pass


@shared_task(name=ranker_training.TRAIN_TASK)
def train_rankers():
    ranker_training.train_waiting()
