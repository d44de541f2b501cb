"""An examiner's phone in a yard without a link: nothing is lost, nothing is doubled, nobody else sees it."""

import os
import shutil
import time
from collections.abc import Iterator

import pytest
from django.conf import settings
from django.test import Client
from playwright.sync_api import BrowserContext, Page, expect

from seizures.models import Examination, ExaminationPhoto, SyncedEntry
from tests import factories as make
from tests.browser.conftest import BACKEND
from tests.browser.link import Link
from tests.seizures.making import begun, selected
from tests.seizures.test_photos import jpeg

pytestmark = pytest.mark.django_db(transaction=True)
PHONE = {"width": 390, "height": 844}


class Phone:
    """A phone whose browser can be closed and opened again; what it keeps stays."""

    def __init__(self, chromium, home, link: Link):
        self._chromium, self._home, self._link = chromium, home, link
        self.context: BrowserContext = self.open()

    def open(self, *, offline: bool = False) -> BrowserContext:
        self.context = self._chromium.browser_type.launch_persistent_context(
            str(self._home),
            executable_path=os.environ.get("PCU_CHROMIUM") or shutil.which("chromium"),
            args=["--no-sandbox"],
            base_url=self._link.url,
            viewport=PHONE,
            locale="en-GB",
            offline=offline,
        )
        self.context.set_default_timeout(15_000)
        return self.context

    def sign_in(self, officer) -> None:
        """As after the page of signing in: the cookie outlives the browser."""
        client = Client()
        client.force_login(officer, backend=BACKEND)
        value = client.cookies[settings.SESSION_COOKIE_NAME].value
        until = time.time() + settings.SESSION_COOKIE_AGE
        self.context.add_cookies(
            [{"name": settings.SESSION_COOKIE_NAME, "value": value, "url": self._link.url, "expires": until}]
        )

    @property
    def page(self) -> Page:
        return self.context.pages[0]

    def lose_link(self) -> None:
        self._link.cut()
        self.context.set_offline(True)

    def find_link(self) -> None:
        self._link.restore()
        self.context.set_offline(False)


@pytest.fixture
def link(live_server) -> Iterator[Link]:
    made = Link(live_server.thread.port)
    yield made
    made.cut()


@pytest.fixture
def phone(chromium, tmp_path, link) -> Iterator[Phone]:
    made = Phone(chromium, tmp_path / "phone", link)
    yield made
    made.context.close()


def cases(count: int = 2) -> list:
    return [
        selected(make.consignment(equipment=[{"number": f"MSCU{n}", "number_key": f"MSCU{n}"}])) for n in range(count)
    ]


def keep_pages(page: Page) -> None:
    """Open the officer's work while there is a link, and wait until the phone has kept it."""
    page.goto("/examinations/mine/")
    expect(page.locator("html[data-kept]")).to_be_attached()
    page.wait_for_function("() => navigator.serviceWorker.controller !== null")


def begin_without_link(page: Page, case) -> None:
    page.goto("/examinations/mine/")
    page.locator(f'#due a[href="/examinations/begin/{case.pk}/"]').click()
    page.locator("main form .button.primary").click()
    page.wait_for_url("**/examinations/*-*/")
    expect(page.locator("#examination[data-ready]")).to_be_attached()


def photograph(page: Page, point: str, *colours: str) -> None:
    page.locator("#photo-point").select_option(point)
    files = [{"name": f"{colour}.jpg", "mimeType": "image/jpeg", "buffer": jpeg(colour)} for colour in colours]
    before = page.locator(".thumb.local").count()
    page.locator("#photo-files").set_input_files(files)
    expect(page.locator(".thumb.local")).to_have_count(before + len(colours))


def wait_until_kept(page: Page, name: str, value: str) -> None:
    """Wait until what was typed is on the disk of the phone."""
    kept = (
        "async (name) => (await yard.keptForm(document.querySelector('#examination').dataset.examination))?.typed[name]"
    )
    until = time.monotonic() + 15
    while page.evaluate(kept, name) != value:
        assert time.monotonic() < until, f"{name} is not kept"
        page.wait_for_timeout(50)


def fill_and_close(page: Page, outcome: str = "nil") -> None:
    page.locator("#seal-read").fill("HX204512")
    for value in ("intact", "in_order"):
        for answer in page.locator(f"input[type=radio][value={value}]").all():
            answer.check(force=True)
    page.locator("select[name=kind]").select_option("full")
    page.locator(f"input[type=radio][value={outcome}]").check(force=True)
    page.get_by_role("button", name="Close examination").click()
    expect(page.locator("#left")).to_contain_text("New customs seal")  # the phone itself says what is missing
    page.locator("[name=new_seal]").fill("KG 0012345")
    page.get_by_role("button", name="Close examination").click()
    page.wait_for_url("**/examinations/mine/")


def test_two_examinations_and_three_photos_without_a_link(phone, link):
    first, second = cases()
    officer = make.officer("examiner")
    phone.sign_in(officer)
    keep_pages(phone.page)

    phone.lose_link()
    begin_without_link(phone.page, first)
    photograph(phone.page, "front_wall", "red", "green")
    fill_and_close(phone.page)
    begin_without_link(phone.page, second)
    photograph(phone.page, "seal", "blue")
    phone.page.locator("[name=remarks]").fill("Hollow sound")
    wait_until_kept(phone.page, "remarks", "Hollow sound")
    expect(phone.page.locator("#yard-state")).to_contain_text("photos 3")

    # the battery is empty; what was typed and photographed is there again
    phone.context.close()
    phone.open(offline=True)
    phone.page.goto("/examinations/mine/")
    expect(phone.page.locator("#yard-state")).to_contain_text("photos 3")
    phone.page.locator("#yard-local").get_by_role("link", name="MSCU1").click()
    expect(phone.page.locator("#examination[data-ready]")).to_be_attached()
    expect(phone.page.locator("[name=remarks]")).to_have_value("Hollow sound")
    fill_and_close(phone.page)
    assert not Examination.objects.exists() and link.posts == []

    # the link is back; the answers to one photo and to one closing are lost on the way, so both are sent again
    link.lose_answers_to("/photos/", '"verb":"close"')
    phone.find_link()
    expect(phone.page.locator("#yard-state")).to_have_attribute("data-waiting", "0", timeout=60_000)

    expect(phone.page.locator("#yard-refused li")).to_have_count(0)
    assert len(link.lost) == 2
    assert sum("/photos/" in path for path in link.posts) == 4
    assert sum("/sync/" in path for path in link.posts) == SyncedEntry.objects.count() + 1
    examinations = Examination.objects.all()
    assert {one.state for one in examinations} == {"closed"} and len(examinations) == 2
    assert ExaminationPhoto.objects.count() == 3
    assert {one.examiner for one in examinations} == {officer}
    for one in examinations:
        assert one.begun_on_device_at < one.closed_on_device_at < one.closed_at
        act = Client()
        act.force_login(officer, backend=BACKEND)
        assert act.get(f"/examinations/{one.pk}/act/").content.decode().count("by the clock of the phone") == 2
    assert all(photo.taken_at < photo.received_at for photo in ExaminationPhoto.objects.all())
    assert SyncedEntry.objects.filter(verb="close").count() == 2


PASSWORD = "a long and rainy night"


def sign_in_by_form(page: Page, officer) -> None:
    page.goto("/sign-in/")
    page.locator("#id_username").fill(officer.username)
    page.locator("#id_password").fill(PASSWORD)
    page.locator("main").get_by_role("button", name="Sign in").click()
    page.wait_for_url("**/examinations/")


def with_password(officer):
    officer.set_password(PASSWORD)
    officer.save()
    return officer


def test_another_officer_on_the_same_phone_sees_and_sends_nothing_of_it(phone):
    (case,) = cases(1)
    officer, other = with_password(make.officer("examiner")), with_password(make.officer("examiner"))
    phone.sign_in(officer)
    keep_pages(phone.page)
    phone.lose_link()
    begin_without_link(phone.page, case)
    begun_here = phone.page.url
    phone.page.locator("[name=remarks]").fill("Hollow sound")
    wait_until_kept(phone.page, "remarks", "Hollow sound")

    # the session has ended meanwhile: nothing is sent, nothing is lost
    phone.context.clear_cookies()
    phone.find_link()
    expect(phone.page.locator("#yard-state")).to_contain_text("Sign in again")
    assert not Examination.objects.exists()

    # a colleague takes the phone: the pages are gone, and the notes are neither seen nor sent
    sign_in_by_form(phone.page, other)
    keep_pages(phone.page)
    expect(phone.page.locator("#yard-state")).to_contain_text("Another officer has work on this phone")
    expect(phone.page.locator("#yard-local")).to_be_hidden()
    phone.lose_link()
    phone.page.goto(begun_here)
    expect(phone.page.locator("h1")).to_have_text("My work")
    assert not Examination.objects.exists()

    # who noted it signs in again, and it is sent in their name
    phone.find_link()
    phone.page.goto("/examinations/")
    phone.page.locator("[popovertarget=officer-menu]").click()
    phone.page.get_by_role("button", name="Sign out").click()
    phone.page.wait_for_url("**/sign-in/*")
    assert phone.page.evaluate("async () => (await (await caches.open('pcu-kept')).keys()).length") == 0
    sign_in_by_form(phone.page, officer)
    phone.page.goto("/examinations/mine/")
    expect(phone.page.locator("#yard-local")).to_be_hidden()
    phone.page.goto(begun_here)
    expect(phone.page.locator("[name=remarks]")).to_have_value("Hollow sound")
    assert Examination.objects.get().examiner == officer


def test_a_colleague_who_began_meanwhile_is_told_and_the_notes_go_into_theirs(phone):
    (case,) = cases(1)
    phone.sign_in(make.officer("examiner"))
    keep_pages(phone.page)
    phone.lose_link()
    begin_without_link(phone.page, case)
    photograph(phone.page, "floor", "red")
    theirs = begun(case)
    phone.find_link()
    refused = phone.page.locator("#yard-refused")
    expect(refused).to_contain_text(f"{theirs.reference} is open for it")
    refused.get_by_role("button", name=f"Put it into {theirs.reference}").click()
    expect(refused.locator("li")).to_have_count(0)
    expect(phone.page.locator("#yard-state")).to_have_attribute("data-waiting", "0")
    assert [photo.examination for photo in ExaminationPhoto.objects.all()] == [theirs]


def test_with_a_link_it_works_as_ever_and_photos_go_at_once(phone):
    (case,) = cases(1)
    officer = make.officer("examiner")
    phone.sign_in(officer)
    keep_pages(phone.page)
    phone.page.goto(f"/examinations/begin/{case.pk}/")
    phone.page.locator("main form .button.primary").click()
    phone.page.wait_for_url("**/examinations/*-*/")
    expect(phone.page.locator("#examination[data-ready]")).to_be_attached()
    photograph(phone.page, "floor", "red")
    expect(phone.page.locator("#yard-state")).to_contain_text("Everything is sent.")
    phone.page.locator("#point-floor label").nth(1).click()
    expect(phone.page.locator("#left")).to_contain_text("what is wrong")
    phone.page.reload()
    expect(phone.page.locator("[data-photos=floor] img")).to_be_visible()
    examination = Examination.objects.get()
    assert examination.begun_on_device_at is not None and examination.photos.count() == 1
    assert examination.checklist["floor"]["answer"] == "problem"
