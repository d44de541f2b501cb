"""The records of what is risky."""

from .assessment import Assessment, HoldAcknowledgement, ListHit, ProfileHit
from .draw import Draw, DrawPeriod
from .facts import ConsignmentFacts, GoodsItemFacts
from .history import ExchangeRate, History, HistoryKey, ValueNorm
from .profile import STRICTEST_FIRST, Lane, ProfileSet, ProfileVersion, WhenNotEvaluable
from .registers import (
    CompanyLicence,
    CompanyStatus,
    LicenceKind,
    Register,
    RegisteredBrand,
    RegisteredCompany,
    RegisterFeed,
)
from .risk_profile import RiskProfile
from .states import DECIDED, NEEDS_DECISION, OPEN, POSITIVE, WITH_RESULT, Outcome, SelectedBy, State
from .top_up import TopUp
from .version_record import VersionState
from .watch_list import ListKind, Purpose, WarningMessage, WatchList, WatchListEntry

__all__ = [
    "DECIDED",
    "NEEDS_DECISION",
    "OPEN",
    "POSITIVE",
    "STRICTEST_FIRST",
    "WITH_RESULT",
    "Assessment",
    "CompanyLicence",
    "CompanyStatus",
    "ConsignmentFacts",
    "Draw",
    "DrawPeriod",
    "ExchangeRate",
    "GoodsItemFacts",
    "History",
    "HistoryKey",
    "HoldAcknowledgement",
    "Lane",
    "LicenceKind",
    "ListHit",
    "ListKind",
    "Outcome",
    "ProfileHit",
    "ProfileSet",
    "ProfileVersion",
    "Purpose",
    "Register",
    "RegisterFeed",
    "RegisteredBrand",
    "RegisteredCompany",
    "RiskProfile",
    "SelectedBy",
    "State",
    "TopUp",
    "ValueNorm",
    "VersionState",
    "WarningMessage",
    "WatchList",
    "WatchListEntry",
    "WhenNotEvaluable",
]
