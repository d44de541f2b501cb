"""What the supervisor's and the unit head's pages show: versions, runs over the past, lists, figures, reports."""

from datetime import timedelta
from decimal import Decimal
from typing import Any

from django.utils import timezone

from pcu_platform.models import Report
from pcu_platform.reports import making as making_reports
from profiling import alerting, campaigning
from profiling.backtesting import asking
from profiling.measuring import Period
from profiling.models import RaisedAlert, SeizedTotal
from profiling.shadowing import start_shadow
from profiling.watching.importing import read_published
from tests import factories as make
from tests.browser.desk_scenes import DEFINITION
from tests.profiling import making
from tests.profiling.ranking.stored import trained_rankers
from tests.profiling.watching.test_published import given_files


def with_a_version(state: str = "active") -> dict[str, Any]:
    version = making.version(definition=DEFINITION, state=state)
    return {"code": version.profile.code, "number": version.number}


def with_a_profile() -> dict[str, Any]:
    return {"code": with_a_version()["code"]}


def with_a_backtest() -> dict[str, Any]:
    """A draft beside an active version whose past does not come out again, another profile and another unit."""
    active = making.version(definition=DEFINITION)
    draft = making.version(active.profile, "draft", definition=making.DEFINITION | {"threshold": 40})
    for outcome in ("seizure", "nil"):
        before = making.assessment(facts_values={"container_number_invalid": True}, lane="red", outcome=outcome)
        making.hit(before, making.version())
    making.hit(making.assessment(profile_set=making.profile_set(active)), active)
    for _ in range(5):
        facts_values = {"container_number_invalid": True}
        making.assessment(of=make.consignment(unit=make.unit("OSH")), facts_values=facts_values)
    until = timezone.now() + timedelta(minutes=1)
    asked = asking.ask(draft, make.officer("supervisor"), Period.last_days(30, until=until))
    asking.run_waiting()
    return {"pk": asked.pk}


def with_a_shadow() -> dict[str, Any]:
    """A run that hit one beside the active version and one alone, both examined."""
    active = making.version(definition=DEFINITION)
    draft = making.version(active.profile, "draft", definition=DEFINITION)
    run = start_shadow(draft, make.officer("supervisor"), 14, "Seals")
    for outcome, by in (("seizure", None), ("nil", active)):
        met = making.assessment(outcome=outcome)
        run.hits.create(assessment=met, answer="hit", points_low=50, points_high=50)
        if by is not None:
            making.hit(met, by)
    return {"code": draft.profile.code, "number": draft.number}


def with_a_campaign() -> dict[str, Any]:
    """A campaign that runs and selected one."""
    author, now = make.officer("supervisor"), timezone.now()
    when = {"starts_at": now, "ends_at": now + timedelta(days=7)}
    campaign = campaigning.plan(
        author, name="False boxes", aim="See.", posts=[make.post().code], versions=[making.version()], **when
    )
    campaigning.submit(campaign, author, "Wanted.", "New here.")
    campaigning.approve(campaign, make.officer("supervisor"))
    campaigning.turn_due(now)
    selected = making.assessment(lane="red", selected_by=["profile"], outcome="seizure")
    making.hit(selected, campaign.versions.get())
    return {"number": campaign.number}


def with_selections() -> dict[str, Any]:
    """Selections of two versions on which indicators hit together and alone, examined and not, and draws."""
    first = making.version(definition=DEFINITION)
    second = making.version(first.profile, "suspended", definition=DEFINITION)
    for number in range(12):
        codes = ["E01", "F01"] if number % 3 else ["E01"]
        outcome = {"outcome": ("nil", "revenue", "seizure")[number % 3]} if number % 4 else {}
        chosen = making.assessment(lane="red", selected_by=["profile"], **outcome)
        told = [{"code": code, "answer": "hit", "points": 50} for code in codes]
        making.hit(chosen, second if number % 2 else first, indicators=told)
        making.assessment(is_drawn=True, selected_by=["random"], outcome="revenue" if number == 5 else "nil")
    for seized in (SeizedTotal("revenue", "pack", Decimal(18600), 2), SeizedTotal("drugs", "kg", Decimal("1.5"), 1)):
        chosen = making.assessment(lane="red", selected_by=["profile"], state="selected")
        making.hit(chosen, first, indicators=[{"code": "E01", "answer": "hit", "points": 50}])
        chosen.record_outcome("seizure", make.officer("examiner"), seized=[seized])
    making.assessment(lane="yellow", selected_by=["profile"], state="released")
    return {"code": first.profile.code}


def with_alerts() -> dict[str, Any]:
    """One seen by a supervisor and two that nobody has seen."""
    version = making.version(valid_until=timezone.localdate() + timedelta(days=9))
    busy = make.post(daily_capacity=1)
    for _case in range(9):
        making.assessment(lane="red", selected_by=["profile"], post=busy)
    source = make.source(name="Gate of the yard")
    for days in range(5, 30):
        known_at = timezone.now() - timedelta(days=days)
        make.observation(make.submission(source=source, document_kind="codeco", received_at=known_at))
    alerting.look(timezone.now())
    RaisedAlert.objects.get(profile=version.profile).see(make.officer("supervisor"))
    return {}


def with_reports() -> dict[str, Any]:
    """One that was made, and one that waits."""
    with_selections()
    head, first = make.officer("unit_head"), timezone.localdate().replace(day=1)
    for months in (1, 2):
        Report.objects.ask(make.unit(), "month", first - timedelta(days=20 * months), "asked", head)
        if months == 1:
            making_reports.run_waiting()
    return {}


def with_a_list() -> dict[str, Any]:
    of = making.watch_list()
    making.entry(of, "Nur Kiim Import LLC")
    return {"pk": of.pk}


def with_a_published_list() -> dict[str, Any]:
    """A difference with new, changed and gone entries, and records that cannot be read."""
    the_list, officer = making.watch_list(name="Published"), make.officer("supervisor")
    for source, name in (("xx-own-1", "Akmatov Tursun"), ("gone-1", "Nur-Kiyim Import")):
        making.entry(the_list, name, source_id=source)
    return {"pk": read_published(the_list, officer, given_files(["entities.ftm.json"])).pk}


def with_a_ranker() -> dict[str, Any]:
    """Two that were trained, one of them proposed by another."""
    proposed, _other = trained_rankers(make.unit())
    proposed.propose(make.officer("supervisor"), "It found more of what was drawn.")
    return {}
