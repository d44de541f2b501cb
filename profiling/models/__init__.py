"""The records of what is risky."""

from .assessment import Assessment, HoldAcknowledgement, ListHit, ProfileHit
from .backtest import Backtest, BacktestState
from .campaign import Campaign, CampaignState
from .case_note import CaseNote, Mention, colleagues_of
from .case_tag import CaseTag, TagKind
from .draw import Draw, DrawPeriod
from .duty import Duty
from .facts import ConsignmentFacts, GoodsItemFacts
from .history import ExchangeRate, History, HistoryKey, ValueNorm
from .information_request import (
    UNANSWERED,
    Addressee,
    AnsweredBy,
    InformationRequest,
    Question,
    RequestState,
)
from .lane_norm import LaneNorm
from .links import LinkDue, LinkEdge, LinkNode, NodeKind, SeizureTrace
from .list_import import Change, ImportState, Layout, ListImport, StagedEntry
from .outside_tables import ContainerOwner, MirrorUnitValue, OwnerKind
from .profile import STRICTEST_FIRST, Lane, ProfileSet, ProfileVersion, WhenNotEvaluable
from .raised_alert import AlertKind, RaisedAlert
from .ranker import Ranker, RankerKind, RankerState, SecondOpinion
from .ranker_training import RankerTraining, TrainingState
from .reconstructed import ReconstructedFacts
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
from .saved_view import SavedView
from .seized import Category, QuantityUnit, SeizedTotal
from .shadow import ShadowHit, ShadowRun, ShadowState
from .states import DECIDED, FLAGGED, NEEDS_DECISION, OPEN, POSITIVE, WITH_RESULT, Outcome, SelectedBy, State
from .top_up import TopUp
from .version_record import VersionState
from .watch_list import ListKind, Purpose, WarningMessage, WatchList, WatchListEntry

__all__ = [
    "DECIDED",
    "FLAGGED",
    "NEEDS_DECISION",
    "OPEN",
    "POSITIVE",
    "STRICTEST_FIRST",
    "UNANSWERED",
    "WITH_RESULT",
    "Addressee",
    "AlertKind",
    "AnsweredBy",
    "Assessment",
    "Backtest",
    "BacktestState",
    "Campaign",
    "CampaignState",
    "CaseNote",
    "CaseTag",
    "Category",
    "Change",
    "CompanyLicence",
    "CompanyStatus",
    "ConsignmentFacts",
    "ContainerOwner",
    "Draw",
    "DrawPeriod",
    "Duty",
    "ExchangeRate",
    "GoodsItemFacts",
    "History",
    "HistoryKey",
    "HoldAcknowledgement",
    "ImportState",
    "InformationRequest",
    "Lane",
    "LaneNorm",
    "Layout",
    "LicenceKind",
    "LinkDue",
    "LinkEdge",
    "LinkNode",
    "ListHit",
    "ListImport",
    "ListKind",
    "Mention",
    "MirrorUnitValue",
    "NodeKind",
    "Outcome",
    "OwnerKind",
    "ProfileHit",
    "ProfileSet",
    "ProfileVersion",
    "Purpose",
    "QuantityUnit",
    "Question",
    "RaisedAlert",
    "Ranker",
    "RankerKind",
    "RankerState",
    "RankerTraining",
    "ReconstructedFacts",
    "Register",
    "RegisterFeed",
    "RegisteredBrand",
    "RegisteredCompany",
    "RequestState",
    "RiskProfile",
    "SavedView",
    "SecondOpinion",
    "SeizedTotal",
    "SeizureTrace",
    "SelectedBy",
    "ShadowHit",
    "ShadowRun",
    "ShadowState",
    "StagedEntry",
    "State",
    "TagKind",
    "TopUp",
    "TrainingState",
    "ValueNorm",
    "VersionState",
    "WarningMessage",
    "WatchList",
    "WatchListEntry",
    "WhenNotEvaluable",
    "colleagues_of",
]
