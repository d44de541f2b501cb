"""Files as they came: kept once by their sha256, of few types, and never executed."""

import hashlib
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from consignments.media_types import SUFFIXES, media_type_of_bytes
from consignments.refusing import Refused

EMPTY = "empty_file"
TOO_LARGE = "file_too_large"
WRONG_TYPE = "file_type_not_kept"


class StoredFileQuerySet(models.QuerySet):
    def keep(self, raw: bytes) -> Any:
        """Keep the bytes and return their file: the one that is here, if they came before.

        Refused: EMPTY, TOO_LARGE, and WRONG_TYPE where the bytes are none of the types that are kept.
        """
        media_type = _type_to_keep(raw)
        kept, _is_new = self.defer("content").get_or_create(
            sha256=hashlib.sha256(raw).hexdigest(),
            defaults={"content": raw, "byte_count": len(raw), "media_type": media_type},
        )
        return kept

    def without_content(self) -> "StoredFileQuerySet":
        """Leave the bytes in the database: they may be many."""
        return self.defer("content", "thumbnail")


class StoredFile(models.Model):
    """The bytes of one file. thumbnail: a small WebP picture of it; NULL: not made yet; empty: none can be made."""

    sha256 = models.CharField(max_length=64, primary_key=True)
    content = models.BinaryField()
    byte_count = models.PositiveIntegerField()
    media_type = models.CharField(max_length=100)  # as sniffed
    thumbnail = models.BinaryField(null=True, blank=True)
    created_at = models.DateTimeField(default=timezone.now)

    objects = StoredFileQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(byte_count__gt=0), name="a_stored_file_is_not_empty"),
            models.CheckConstraint(condition=Q(media_type__in=[*SUFFIXES]), name="media_type_is_kept"),
        ]

    def __str__(self):
        return self.sha256


def refuse_size(byte_count: int) -> None:
    if byte_count > settings.MAX_FILE_BYTES:
        limit_mb = settings.MAX_FILE_BYTES // 1024 // 1024
        raise Refused(TOO_LARGE, _("The file is larger than %(limit)s MB.") % {"limit": limit_mb})


def _type_to_keep(raw: bytes) -> str:
    if not raw:
        raise Refused(EMPTY, _("The file is empty."))
    refuse_size(len(raw))
    media_type = media_type_of_bytes(raw)
    if media_type is None:
        raise Refused(
            WRONG_TYPE,
            _("Only PDF, pictures (JPEG, PNG, WebP, HEIC, TIFF), text and office documents without macros are kept."),
        )
    return media_type
