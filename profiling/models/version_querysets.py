"""The words in which versions of profiles are asked for, and how a draft is begun."""

from datetime import date, timedelta

from django.db import models, transaction
from django.db.models import Max, Q
from django.utils import timezone
from django.utils.translation import gettext as _

from consignments.models import record
from consignments.refusing import Refused

from .lifecycle import LONGEST_VALIDITY, SUBJECT, checked


class VersionQuerySet(models.QuerySet):
    def visible_to(self, officer) -> "VersionQuerySet":
        """The versions of the profiles this officer sees."""
        if officer.may("read_all_units"):
            return self
        return self.filter(Q(profile__owner_unit=None) | Q(profile__owner_unit=officer.unit_id))

    def active(self) -> "VersionQuerySet":
        return self.filter(state="active")

    def expire_outdated(self, today: date) -> int:
        """End the active versions whose validity is over; return how many."""
        outdated = list(self.active().filter(valid_until__lt=today))
        for version in outdated:
            version.expire()
        return len(outdated)

    @transaction.atomic
    def draft(self, profile, officer, *, definition: object, from_version: int | None = None, **content):
        """Return a new draft with the profile's next number; valid for a year from today unless told otherwise."""
        # Two drafts begun at once get two numbers.
        type(profile).objects.select_for_update().get(pk=profile.pk)
        begins = content.setdefault("valid_from", timezone.localdate())
        content.setdefault("valid_until", begins + LONGEST_VALIDITY)
        if not timedelta(0) <= content["valid_until"] - begins <= LONGEST_VALIDITY:
            raise Refused("validity_wrong", _("It has to end after it begins, and within a year."))
        last = profile.versions.aggregate(last=Max("number"))["last"] or 0
        made = self.create(
            profile=profile, number=last + 1, author_id=officer.pk, definition=checked(definition), **content
        )
        record(SUBJECT, made.pk, "drafted", actor=officer, after={"from_version": from_version})
        return made
