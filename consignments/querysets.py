"""The words in which consignments are asked for."""

from typing import Any

from django.db import models
from django.db.models import F
from django.utils.translation import gettext as _

from consignments.refusing import Refused


class ConsignmentQuerySet(models.QuerySet):
    def visible_to(self, officer) -> "ConsignmentQuerySet":
        """Those of the officer's unit; all for who may read all units."""
        if officer.may("read_all_units"):
            return self
        return self.filter(unit_id=officer.unit_id)

    def in_other_units_than(self, officer) -> "ConsignmentQuerySet":
        """What `visible_to` hides, to be counted but not shown."""
        if officer.may("read_all_units"):
            return self.none()
        return self.exclude(unit_id=officer.unit_id)


class RevisionQuerySet(models.QuerySet):
    def in_force(self) -> "RevisionQuerySet":
        return self.filter(number=F("consignment__latest_revision"))

    def round_is_due(self) -> "RevisionQuerySet":
        """Those that wait for an assessment round, oldest first."""
        return self.filter(round_due__isnull=False).order_by("known_at", "id")


class ObservationQuerySet(models.QuerySet):
    def visible_to(self, officer) -> "ObservationQuerySet":
        """Those of the officer's unit; all for who may read all units."""
        if officer.may("read_all_units"):
            return self
        return self.filter(unit_id=officer.unit_id)

    def to_take_up(self) -> "ObservationQuerySet":
        """Those whose consignments have not been looked at yet, oldest first."""
        return self.filter(taken_up_at__isnull=True).order_by("known_at", "id")


class SourceQuerySet(models.QuerySet):
    def of_client(self, client) -> Any:
        """The client's own source, made on first use."""
        name = f"{client.get_username()} (API)"
        if self.filter(unit_id=client.unit_id, name=name).exclude(client=client).exists():
            name = f"{name} {str(client.pk)[:8]}"  # somebody at the desk was faster with the name
        return self.get_or_create(client=client, defaults={"unit_id": client.unit_id, "name": name})[0]

    def named(self, name: str, unit_id) -> Any:
        """The desk's source of this name, made on first use; Refused for a client's: only the client amends its own."""
        found: Any = self.get_or_create(unit_id=unit_id, name=name)[0]
        if found.client_id is not None:
            raise Refused("source_is_a_clients", _("Choose a source, or name a new one."))
        return found

    def of_the_desk(self, officer) -> "SourceQuerySet":
        """The sources in whose name an officer may hand in documents: the unit's own, never a client's."""
        return self.filter(unit_id=officer.unit_id, client=None)


class SubmissionQuerySet(models.QuerySet):
    def visible_to(self, user) -> "SubmissionQuerySet":
        """An integration client sees its own; officers those of their unit; all for who may read all units."""
        if user.may("post_documents"):
            return self.filter(source__client=user)
        if user.may("read_all_units"):
            return self
        return self.filter(unit_id=user.unit_id)

    def waiting(self) -> "SubmissionQuerySet":
        """Those that can be registered now."""
        return self.filter(status="received", awaits_columns=False, awaits_confirmation=False)

    def waiting_for_columns(self) -> "SubmissionQuerySet":
        return self.filter(status="received", awaits_columns=True)

    def waiting_for_confirmation(self) -> "SubmissionQuerySet":
        return self.filter(status="received", awaits_confirmation=True)

    def without_raw(self) -> "SubmissionQuerySet":
        """Leave the bytes in the database: they may be many."""
        return self.defer("raw")

    def with_earlier(self) -> "SubmissionQuerySet":
        """Fetch with it its source, and the earlier submission of the same bytes without those bytes."""
        return self.select_related("source", "same_bytes_as").defer("same_bytes_as__raw")


class SupportingDocumentQuerySet(models.QuerySet):
    def visible_to(self, user) -> "SupportingDocumentQuerySet":
        """A client sees those it sent itself; officers those of their unit's consignments; all for who reads all."""
        if user.may("post_documents"):
            return self.filter(entered_by=user)
        if user.may("read_all_units"):
            return self
        return self.filter(consignment__unit_id=user.unit_id)

    def in_force(self) -> "SupportingDocumentQuerySet":
        """The latest version of each paper, unless it says that the paper does not belong here."""
        return self.filter(correction__isnull=True, is_withdrawn=False)

    def waiting(self) -> "SupportingDocumentQuerySet":
        """Those for which no round was opened yet."""
        return self.filter(taken_up_at__isnull=True)
