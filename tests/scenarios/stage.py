"""Plays acts through the doors of the platform: the HTTP API with tokens, and the tasks of the workers in between."""

import itertools
import json
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from knox.models import AuthToken
from rest_framework.test import APIClient

from consignments.models import Consignment
from consignments.tasks import register_waiting
from pcu_platform.demo.clock import Clock
from profiling.tasks import assess_waiting, refresh_norms
from tests import factories as make
from tests.scenarios.acts import Act, box_number

# A Wednesday morning in June, whenever the tests run: seasons, nights and ages of papers count from here.
TODAY = datetime(2026, 6, 10, 10, 0, tzinfo=ZoneInfo("Asia/Bishkek"))


@dataclass(frozen=True, slots=True)
class Read:
    """What the officer reads of one indicator."""

    answer: str
    sentence: str


@dataclass
class Stage:
    """One unit with its client, its officers and its clock."""

    clock: Clock
    last_number: str = ""
    _people: dict[str, APIClient] = field(default_factory=dict)
    _count: Any = field(default_factory=lambda: itertools.count(1))

    def play(self, acts: list[Act]) -> dict[str, Read]:
        """Let it all happen, and return what an officer then reads of the consignment that came last, by code."""
        for act in sorted(acts, key=lambda each: -each.days_ago):
            self.clock.move_to(TODAY - timedelta(days=act.days_ago))
            getattr(self, f"_{act.door}")(act)
        return self._read()

    def _manifest(self, act: Act) -> None:
        stated = self._completed(act)
        self.last_number = stated["consignments"][0]["document_number"]
        self._send("/api/v1/submissions/", stated, self.as_("client"), 202)

    def _completed(self, act: Act) -> dict[str, Any]:
        """Give what has to be its own in each document: numbers, boxes, seals, dates."""
        n, now = next(self._count), self.clock.now
        stated = {"document_reference": f"TRIP-{n}", "composed_at": now.isoformat()} | act.stated
        stated.setdefault("arrival_at", (now + timedelta(hours=act.also["hours_ahead"])).isoformat())
        dates = {
            "issued_on": f"{now - timedelta(days=1):%Y-%m-%d}",
            "taken_over_on": f"{now - timedelta(days=1):%Y-%m-%d}",
        }
        stated = {key: value for key, value in stated.items() if value is not None}
        stated["consignments"] = [
            {"document_number": f"CMR-{n:04}"} | dates | consignment for consignment in stated["consignments"]
        ]
        for consignment in stated["consignments"]:
            consignment["equipment"] = [
                {"seals": [f"HX{204500 + n}"]} | each | {"number": each["number"] or box_number(n)}
                for each in consignment.get("equipment", [])
            ]
            consignment["equipment"] = [
                {key: value for key, value in each.items() if value is not None} for each in consignment["equipment"]
            ]
        return stated

    def _reading(self, act: Act) -> None:
        stated = {"seen_at": self.clock.now.isoformat(), **act.stated}
        self._send("/api/v1/observations/", stated, self.as_("client"), 202)

    def _paper(self, act: Act) -> None:
        stated = {"document_number": self.last_number, **act.stated}
        self._send("/api/v1/supporting-documents/", stated, self.as_("client"), 201)

    def _register(self, act: Act) -> None:
        url = f"/api/v1/registers/{act.also['register']}/"
        self._send(url, act.stated["rows"], self.as_("register_client"), 201, by_method="put")

    def _list(self, act: Act) -> None:
        made = self._send(
            "/api/v1/watchlists/", {"name": "A list", "lane": "red", **act.also}, self.as_("supervisor"), 201
        )
        self._send(f"/api/v1/watchlists/{made['id']}/entries/", act.stated, self.as_("supervisor"), 201)

    def _warning(self, act: Act) -> None:
        self._send("/api/v1/warnings/", act.stated, self.as_("supervisor"), 201)

    def _tag(self, act: Act) -> None:
        of = Consignment.objects.get(document_number=self.last_number)
        self._send("/api/v1/tags/", {"consignment": str(of.pk), **act.stated}, self.as_("analyst"), 201)

    def _examined(self, act: Act) -> None:
        case = self._case()["id"]
        self._send(f"/api/v1/assessments/{case}/select/", {"reason": "To be opened"}, self.as_("analyst"), 200)
        began = self._send("/api/v1/examinations/", {"assessment": case}, self.as_("examiner"), 201)
        outcome = act.stated["outcome"]
        seized = {"category": "drugs", "commodity": "Hashish", "quantity": "4.2", "quantity_unit": "kg"}
        body = {
            "kind": "documents",
            "results": [{"assessment": case, "outcome": outcome}],
            "seizure_lines": [seized] if outcome == "seizure" else [],
        } | {key: value for key, value in act.stated.items() if key != "outcome"}
        self._send(f"/api/v1/examinations/{began['id']}/close/", body, self.as_("examiner"), 200)

    def _night(self, _act: Act) -> None:
        refresh_norms.apply().get()

    def _send(self, url: str, body: Any, by: APIClient, *expected: int, by_method: str = "post") -> Any:
        key = {"Idempotency-Key": f"key-{next(self._count)}"}
        answer = getattr(by, by_method)(url, json.dumps(body), content_type="application/json", headers=key)
        assert answer.status_code in expected, (url, answer.status_code, answer.content.decode()[:2000])
        self.clock.move_to(self.clock.now + timedelta(minutes=1))
        register_waiting.apply().get()
        assess_waiting.apply().get()
        return answer.json() if answer.content else None

    def _case(self) -> dict[str, Any]:
        """The latest round of the consignment that came last, as the analyst reads it."""
        found = self.as_("analyst").get("/api/v1/assessments/", {"search": self.last_number}).json()["results"]
        rounds = [each for each in found if each["consignment"]["document_number"] == self.last_number]
        return max(rounds, key=lambda each: (each["created_at"], each["consignment"]["revision"], each["round"]))

    def _read(self) -> dict[str, Read]:
        case = self.as_("analyst").get(f"/api/v1/assessments/{self._case()['id']}/").json()
        return {each["code"]: Read(each["answer"], each["evidence"]) for each in case["indicators"]}

    def as_(self, role: str) -> APIClient:
        """Someone of the unit in that role, signed in with a token."""
        if role not in self._people:
            unit = make.unit("OSH")
            officer = make.client(unit=unit) if role == "client" else make.officer(role, unit=unit)
            _kept, token = AuthToken.objects.create(officer)
            self._people[role] = APIClient(HTTP_AUTHORIZATION=f"Token {token}")
        return self._people[role]
