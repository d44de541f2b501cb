"""The words in which profiles are asked for, and how one is begun."""

from typing import Any

from django.db import IntegrityError, models, transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from consignments.refusing import Refused


class ProfileQuerySet(models.QuerySet):
    def visible_to(self, officer) -> "ProfileQuerySet":
        """Those of the officer's unit and of all units; every profile for who may read all units."""
        if officer.may("read_all_units"):
            return self
        return self.filter(Q(owner_unit=None) | Q(owner_unit=officer.unit_id))

    def start(self, officer, *, title: str, category: str = "", code: str = "", form_token=None, **content):
        """Return a new profile of the officer's unit with its first draft; `code` follows the last one if not given.

        form_token: names the form it was begun with; sent twice, the profile that it began is returned.
        """
        if form_token and (begun := self._begun_with(form_token, officer)):
            return begun
        try:
            with transaction.atomic():
                return self._start(officer, code or self._next_code(), content, title, category, form_token)
        except IntegrityError:
            # Both presses at once: the second waited for the first.
            if form_token and (begun := self._begun_with(form_token, officer)):
                return begun
            raise

    def _begun_with(self, form_token, officer):
        return self.model._default_manager.filter(form_token=form_token, owner_unit=officer.unit_id).first()

    def _start(self, officer, code: str, content: dict[str, Any], title: str, category: str, form_token):
        if self.model._default_manager.filter(code=code).exists():
            raise Refused("code_taken", _("There is a profile %(code)s already.") % {"code": code})
        named = {"code": code, "title": title, "category": category, "form_token": form_token}
        profile: Any = self.create(owner_unit_id=officer.unit_id, **named)
        profile.versions.draft(profile, officer, **content)
        return profile

    def _next_code(self) -> str:
        numbers = [
            int(code[3:]) for code in self.model._default_manager.values_list("code", flat=True) if code[3:].isdecimal()
        ]
        return f"PR-{max(numbers, default=0) + 1:03}"
