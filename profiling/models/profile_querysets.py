"""The words in which profiles are asked for, and how one is begun."""

from typing import Any

from django.db import models, transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from consignments.refusing import Refused


class ProfileQuerySet(models.QuerySet):
    def visible_to(self, officer) -> "ProfileQuerySet":
        """Those of the officer's unit and of all units; every profile for who may read all units."""
        if officer.may("read_all_units"):
            return self
        return self.filter(Q(owner_unit=None) | Q(owner_unit=officer.unit_id))

    @transaction.atomic
    def start(self, officer, *, title: str, category: str = "", code: str = "", **content):
        """Return a new profile of the officer's unit with its first draft; `code` follows the last one if not given."""
        code = code or self._next_code()
        if self.model._default_manager.filter(code=code).exists():
            raise Refused("code_taken", _("There is a profile %(code)s already.") % {"code": code})
        profile: Any = self.create(code=code, title=title, category=category, owner_unit_id=officer.unit_id)
        profile.versions.draft(profile, officer, **content)
        return profile

    def _next_code(self) -> str:
        numbers = [
            int(code[3:]) for code in self.model._default_manager.values_list("code", flat=True) if code[3:].isdecimal()
        ]
        return f"PR-{max(numbers, default=0) + 1:03}"
