"""A text of a record in the reader's language, where the record carries it in three."""

from django.db import models
from django.utils.translation import get_language


def in_language(record: models.Model, field: str) -> str:
    """Return `field` in Russian or Kyrgyz if the reader reads that and it is filled, else as first written."""
    return getattr(record, f"{field}_{(get_language() or 'en')[:2]}", "") or getattr(record, field)
