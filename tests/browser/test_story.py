"""The main job in a real browser: taken, selected, held, examined, seized; and the supervisor's figure moves by one."""

import pytest
from playwright.sync_api import Page, expect

from profiling.measuring.rates import wilson
from profiling.models import DrawPeriod
from tests import factories as make
from tests.flow.test_story import arrived
from tests.profiling import making
from tests.seizures.making import closed, selected

pytestmark = pytest.mark.django_db(transaction=True)

PHONE = {"width": 390, "height": 844}


@pytest.fixture
def people(settings):
    settings.RANDOM_DRAW_PERCENT = 0
    make.post("KYZYL-BEL")
    return {role: make.officer(role) for role in ("analyst", "examiner", "supervisor")} | {"client": make.client()}


@pytest.fixture
def version():
    """A profile of which one selection of two that were examined had found something."""
    of = making.version(
        making.profile(title="Container numbers that cannot be"), instruction="Read the number on the box itself."
    )
    for outcome in ("nil", "revenue"):
        before = selected(selected_by=["profile"])
        making.hit(before, of)
        closed(before, outcome)
    return of


def rate_shown(page: Page, code: str) -> tuple[str, str]:
    """What the supervisor reads of a profile: positive/examined, and the interval beside the rate."""
    page.goto("/profiles/")
    row = page.locator(f"[data-profile='{code}']")
    return row.locator("[data-rate]").get_attribute("data-rate"), row.locator(".dotline").inner_text()


def bounds(positive: int, examined: int) -> str:
    low, high = (f"{end * 100:.1f}" for end in wilson(positive, examined))
    return f"[{low} to {high} %]"


def decide(page: Page, kind: str, words: str, button: str) -> None:
    page.locator("#id_kind").select_option(kind)
    page.locator("#id_words").fill(words)
    page.get_by_role("button", name=button).click()


def examine(page: Page, outcome: str) -> None:
    """Answer every point, read the seal, record the result with one line of goods where something was seized."""
    page.get_by_role("link", name="Examine").first.click()
    page.get_by_role("button", name="Begin examination").click()
    page.wait_for_url("**/examinations/*/")
    page.locator("#seal-read").fill("HX204512")
    for value in ("intact", "in_order"):
        for answer in page.locator(f"input[type=radio][value={value}]").all():
            answer.check(force=True)
    page.locator("#id_kind").select_option("full")
    page.locator(f"input[type=radio][value={outcome}]").check(force=True)
    if outcome == "seizure":
        page.locator("[name=lines-0-category]").select_option("drugs")
        page.locator("[name=lines-0-commodity]").fill("Hashish")
        page.locator("[name=lines-0-quantity]").fill("12.4")
        page.locator("[name=lines-0-quantity_unit]").select_option("kg")
        page.locator("[name=lines-0-concealment]").select_option("front_wall")
    page.locator("[name=new_seal]").fill("KG 0012345")
    page.get_by_role("button", name="Close examination").click()
    expect(page.locator("main")).to_contain_text("KG 0012345")


def test_the_story(open_as, people, version):
    code = version.profile.code
    supervisor = open_as(people["supervisor"], "/profiles/")
    rate, interval = rate_shown(supervisor, code)
    assert (rate, interval) == ("1/2", f"50.0 % {bounds(1, 2)}")

    # a truck comes with a container number that cannot be; the analyst takes the next and reads why
    suspect = arrived("CMR-001", "MSKU1234560", people["client"])
    analyst = open_as(people["analyst"], "/queue/")
    analyst.keyboard.press("t")
    analyst.wait_for_url(f"**/consignments/{suspect.consignment_id}/")
    expect(analyst.locator("#why")).to_contain_text("MSKU1234560")
    expect(analyst.locator("#why")).to_contain_text("Container number invalid")
    decide(analyst, "confirmed", "The number cannot exist", "Select for examination")
    expect(analyst.locator("main")).to_contain_text("The number cannot exist")

    # the post sees what to stop, not why; the examiner opens the box and finds something
    examiner = open_as(people["examiner"], "/holds/", viewport=PHONE)
    hold = examiner.locator(f"#hold-{suspect.pk}")
    expect(hold).to_contain_text("Stop. Hold until")
    expect(hold).not_to_contain_text("number cannot exist")
    examiner.get_by_role("button", name="I have seen").click()
    expect(examiner.locator(f"#hold-{suspect.pk}")).to_contain_text("Seen by")
    examine(examiner, "seizure")
    examiner.goto("/holds/")
    expect(examiner.locator("main")).to_contain_text("Nothing to stop")

    # the figure moves from k/n to (k+1)/(n+1), with its bounds
    rate, interval = rate_shown(supervisor, code)
    assert (rate, interval) == ("2/3", f"66.7 % {bounds(2, 3)}")

    # what the draw alone chose does not move it
    DrawPeriod.objects.update(percent=100)
    drawn = arrived("CMR-002", "KSHU6182408", people["client"])
    assert drawn.selected_by == ["random"]
    analyst.goto(f"/consignments/{drawn.consignment_id}/")
    decide(analyst, "random_draw", "", "Select for examination")
    examiner.goto("/holds/")
    examine(examiner, "nil")
    assert rate_shown(supervisor, code) == (rate, interval)
