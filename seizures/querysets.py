"""The words in which examinations are asked for."""

from django.db import models


class ExaminationQuerySet(models.QuerySet):
    def visible_to(self, officer) -> "ExaminationQuerySet":
        """Those of the officer's unit; all for who may read all units."""
        if officer.may("read_all_units"):
            return self
        return self.filter(unit_id=officer.unit_id)

    def open(self) -> "ExaminationQuerySet":
        return self.filter(state="open")
