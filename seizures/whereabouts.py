"""What becomes of seized goods, as values: hand-overs, agencies, laboratory answers, how goods were concealed."""

from dataclasses import dataclass
from datetime import datetime

from django.db import models
from django.utils.translation import gettext_lazy as _


class Method(models.TextChoices):
    """How goods were concealed; `Concealment` says where."""

    NOT_STATED = "not_stated", _("Not stated")
    LOOSE = "loose", _("Loose among other goods")
    DISGUISED = "disguised", _("Made to look like other goods")
    BUILT_IN = "built_in", _("Built into a hiding place")
    DISSOLVED = "dissolved", _("Dissolved or soaked in")
    ATTACHED = "attached", _("Attached from outside")
    TAILGATE = "tailgate", _("Last rows at the doors (tailgate load)")
    CLONED_SEAL = "cloned_seal", _("Put in under a cloned seal")
    FALSE_PAPERS = "false_papers", _("Covered by false documents")
    OPENLY = "openly", _("Carried openly")


class Destination(models.TextChoices):
    """Where a hand-over brings the goods. With the last three they leave the unit."""

    STORE = "store", _("Evidence store")
    LABORATORY = "laboratory", _("Laboratory")
    OFFICER = "officer", _("Another officer")
    AGENCY = "agency", _("Agency")
    OWNER = "owner", _("Back to the owner")
    DESTROYED = "destroyed", _("Destroyed")


LEAVES_THE_UNIT = (Destination.AGENCY, Destination.OWNER, Destination.DESTROYED)


class Agency(models.TextChoices):
    """Who takes goods over; which one is competent is for national law."""

    DRUG_SERVICE = "drug_service", _("Drug enforcement service")
    POLICE = "police", _("Police")
    SECURITY_SERVICE = "security_service", _("Security service")
    EXPORT_CONTROL = "export_control", _("Export control authority")
    FINANCIAL_POLICE = "financial_police", _("Financial police")
    ENVIRONMENT = "environment", _("Environment authority")
    CULTURE = "culture", _("Ministry of culture")
    RIGHT_HOLDERS = "right_holders", _("Authority for intellectual property")
    OTHER = "other", _("Another agency")


class LaboratoryState(models.TextChoices):
    PENDING = "pending", _("Awaited from the laboratory")
    CONFIRMED = "confirmed", _("Confirmed by the laboratory")
    REFUTED = "refuted", _("Refuted by the laboratory")


ANSWERS = (LaboratoryState.CONFIRMED, LaboratoryState.REFUTED)


@dataclass(frozen=True)
class HandOver:
    """One hand-over as told; who gives is never told, it is who had the goods. `signed_by` signs for having them."""

    destination: str
    received_by: str
    signed_by: str
    at: datetime
    place: str
    seal: str = ""
    agency: str = ""
    act_number: str = ""
    remark: str = ""
