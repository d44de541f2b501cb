"""The page of the second ranker: two supervisors switch one on, nobody else does, and officers read its reasons."""

import pytest
from rest_framework.test import APIClient

from consignments.refusing import Refused
from profiling.models import Ranker, RankerTraining
from profiling.ranking import asking, opining, training
from profiling.tasks import train_rankers
from tests import factories as make
from tests.profiling import making
from tests.profiling.ranking.stored import opinion, trained_rankers
from tests.profiling.ranking.test_second_opinion import EXAMINED, examined

from .conftest import signed_in

pytestmark = pytest.mark.django_db

PAGE = "/second-opinion/"
VERBS = ("propose", "switch_on", "switch_off")


@pytest.fixture
def ranker(author) -> Ranker:
    return trained_rankers(author.unit)[0]


def text(answer) -> str:
    return answer.content.decode()


def step(desk, ranker: Ranker, verb: str, reason: str = "Seen and agreed.") -> str:
    return text(desk.post(f"{PAGE}{ranker.pk}/{verb}/", {"reason": reason}, follow=True))


def test_too_few_outcomes_are_counted_and_nothing_can_be_trained(desk):
    page = text(desk.get(PAGE))
    assert "None has been trained yet" in page and "once there are outcomes enough" in page
    assert 'data-need="judge_by_drawn"' in page and ">300<" in page
    assert "Train it" not in page


def test_asked_for_all_the_same_it_says_why_nothing_came_out(desk):
    desk.post(f"{PAGE}train/")
    assert "Waits for a worker." in text(desk.get(PAGE))
    assert "A training is under way already." in text(desk.post(f"{PAGE}train/", follow=True))
    train_rankers()
    assert "There are too few outcomes" in text(desk.get(PAGE))
    assert not Ranker.objects.exists()


def test_with_outcomes_enough_a_worker_trains_both_and_tells_its_steps(desk, author, monkeypatch):
    examined(author.unit, EXAMINED)
    assert "Train it on what was found" in text(desk.get(PAGE))
    told = []
    monkeypatch.setattr(RankerTraining, "note_progress", lambda _self, done, in_all: told.append((done, in_all)))
    desk.post(f"{PAGE}train/")
    train_rankers()
    page = text(desk.get(PAGE))
    assert told == [(1, 3), (2, 3), (3, 3)]
    assert 'data-ranker="scorecard"' in page and 'data-ranker="trees"' in page and "Propose it" in page


def test_one_proposes_another_switches_on_and_either_off(desk, second_desk, ranker):
    assert "Another officer can switch it on." in step(desk, ranker, "propose")
    own = text(desk.get(PAGE))
    assert "Another officer than you switches it on." in own and "Switch it on" not in own
    assert "Another officer than the one who proposed it" in step(desk, ranker, "switch_on")
    assert "It is on" in step(second_desk, ranker, "switch_on")
    assert "switched on by" in text(desk.get(PAGE))
    assert "It is off." in step(desk, ranker, "switch_off")


def test_a_step_without_a_reason_is_not_taken(desk, ranker):
    assert "Give a reason." in step(desk, ranker, "propose", "  ")
    ranker.refresh_from_db()
    assert ranker.state == "off"


def test_one_that_found_less_than_the_profiles_cannot_be_proposed(desk, author):
    worse = trained_rankers(author.unit, is_no_worse=False)[0]
    assert "Propose it" not in text(desk.get(PAGE))
    assert "found less than the profiles" in step(desk, worse, "propose")


@pytest.mark.parametrize(
    ("role", "status"),
    [("unit_head", 200), ("analyst", 403), ("examiner", 403), ("coordinator", 403), ("auditor", 403),
     ("administrator", 403), ("client", 403)],
)  # fmt: skip
def test_who_reads_and_who_may_touch_it(ranker, role, status):
    officer = signed_in(make.officer(role))
    assert officer.get(PAGE).status_code == status
    expected = 302 if status == 200 else 403
    assert [officer.post(f"{PAGE}{ranker.pk}/{verb}/", {"reason": "x"}).status_code for verb in VERBS] == [expected] * 3
    assert officer.post(f"{PAGE}train/").status_code == expected


@pytest.mark.parametrize("role", ["analyst", "examiner", "coordinator", "auditor", "administrator", "client"])
@pytest.mark.parametrize("verb", VERBS)
def test_the_verbs_themselves_refuse_who_may_not(ranker, role, verb):
    with pytest.raises(Refused) as refused:
        getattr(ranker, verb)(make.officer(role), "By another door.")
    assert refused.value.code == "not_allowed"


@pytest.mark.parametrize("verb", VERBS)
def test_another_units_ranker_is_not_there(ranker, verb):
    stranger = make.officer("supervisor", unit=make.unit("OSH"))
    assert signed_in(stranger).post(f"{PAGE}{ranker.pk}/{verb}/", {"reason": "x"}).status_code == 404
    with pytest.raises(Refused):
        getattr(ranker, verb)(stranger, "By another door.")
    assert 'data-ranker="' not in text(signed_in(stranger).get(PAGE))


def test_a_token_of_a_client_opens_nothing(ranker):
    api = APIClient()
    api.force_authenticate(make.client())
    assert api.get(PAGE).status_code in {302, 403}
    assert api.post(f"{PAGE}{ranker.pk}/propose/", {"reason": "x"}).status_code in {302, 403}


def test_its_reasons_are_sentences_and_only_while_it_is_on(desk, author, ranker):
    assessment = making.assessment(unit=author.unit)
    path = f"/consignments/{assessment.consignment_id}/"
    opinion(ranker, assessment)
    assert 'id="second-opinion"' not in text(desk.get(path))
    ranker.propose(author, "It found more.")
    ranker.switch_on(make.officer("supervisor"), "Agreed.")
    page = text(desk.get(path))
    assert "34 of 100" in page and "asks to look" in page and "The profiles gave it" in page
    ranker.switch_off(author, "Enough.")
    assert 'id="second-opinion"' not in text(desk.get(path))


@pytest.fixture
def without_libgomp(monkeypatch):
    """The trees cannot be loaded, as on a server without the library."""
    real = training.import_string

    def import_string(path: str):
        if path.endswith("Trees"):
            raise OSError("libgomp.so.1: cannot open shared object file")
        return real(path)

    monkeypatch.setattr(training, "import_string", import_string)
    opining._model.cache_clear()


def test_without_the_library_the_page_says_so(desk, without_libgomp):
    page = text(desk.get(PAGE))
    assert "Monotone trees: a library is missing on this server" in page


def test_without_the_library_assessment_goes_on_without_an_opinion(author, ranker, without_libgomp):
    trees = Ranker.objects.get(kind="trees")
    trees.propose(author, "It found more.")
    trees.switch_on(make.officer("supervisor"), "Agreed.")
    assert opining.opinions(author.unit_id, [({}, 0)]) == [None]


def test_a_training_that_stops_its_worker_thrice_is_given_up(author):
    asked = asking.ask(author)
    RankerTraining.objects.filter(pk=asked.pk).update(
        state="running", attempts=3, progressed_at=asked.asked_at.replace(year=2020)
    )
    assert RankerTraining.claim(asked.asked_at) is None
    asked.refresh_from_db()
    assert (asked.state, asked.failure) == ("failed", "stopped_its_worker")
