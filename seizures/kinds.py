"""The kinds of examination. Досмотр (opening) and осмотр (without opening) are different acts and never exchanged."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class ExaminationKind(models.TextChoices):
    DOCUMENTS = "documents", _("Document check")
    INSPECTION = "inspection", _("Inspection without opening")
    SCAN = "scan", _("Scan")
    DOG = "dog", _("Dog")
    PARTIAL = "partial", _("Partial examination with opening")
    FULL = "full", _("Full examination with opening")


OPENING = (ExaminationKind.PARTIAL, ExaminationKind.FULL)
WITHOUT_OPENING = (ExaminationKind.INSPECTION, ExaminationKind.SCAN, ExaminationKind.DOG)
