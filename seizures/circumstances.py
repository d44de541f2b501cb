"""Under which circumstances an examination was made, as a value: where, who was there, what the weighbridge read."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal


@dataclass(frozen=True)
class Circumstances:
    """`weighbridge_kg` is the gross mass read; `on_device_at` when it was closed, by the clock of the phone."""

    place: str = ""
    officers_present: str = ""
    weighbridge_kg: Decimal | None = None
    on_device_at: datetime | None = None


UNTOLD = Circumstances()
