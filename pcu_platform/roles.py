"""The role table: who may do what. `Officer.may(verb)` reads it; nothing else decides.

Coordinator and auditor read across units; everybody else sees one unit. What belongs to all units (shipped profiles,
lists without a unit) only a unit head or the coordinator switches on or off: `govern_shared`. The administrator manages
accounts and sees no case.
"""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Role(models.TextChoices):
    ANALYST = "analyst", _("Analyst")
    EXAMINER = "examiner", _("Examiner")
    SUPERVISOR = "supervisor", _("Supervisor")
    UNIT_HEAD = "unit_head", _("Unit head")
    COORDINATOR = "coordinator", _("Coordinator")
    CLIENT = "client", _("Integration client")
    REGISTER_CLIENT = "register_client", _("Register client")
    AUDITOR = "auditor", _("Auditor")
    ADMINISTRATOR = "administrator", _("Administrator")


READ = frozenset({"read_cases", "read_profiles", "read_figures"})
DESK = READ | {"submit_documents", "decide", "read_watch_lists", "edit_watch_lists", "hold_list"}

ROLE_MAY: dict[str, frozenset[str]] = {
    Role.ANALYST: DESK | {"draft_profiles", "see_submissions"},
    Role.EXAMINER: frozenset({"read_cases", "examine", "hold_list", "record_seizures"}),
    Role.SUPERVISOR: DESK
    | {
        "see_submissions",
        "draft_profiles",
        "approve_profiles",
        "examine",
        "record_seizures",
        "correct_records",
        "feed_registers",
        "read_dashboard",
        "share_views",
    },
    Role.UNIT_HEAD: DESK
    | {
        "see_submissions",
        "draft_profiles",
        "approve_profiles",
        "examine",
        "record_seizures",
        "correct_records",
        "manage_officers",
        "govern_shared",
        "feed_registers",
        "read_dashboard",
        "make_reports",
        "share_views",
    },
    Role.COORDINATOR: READ
    | {
        "read_all_units",
        "govern_shared",
        "read_watch_lists",
        "see_submissions",
        "read_dashboard",
        "make_reports",
    },
    Role.CLIENT: frozenset({"post_documents"}),
    # Whoever hands in manifests must not write what they are checked against.
    Role.REGISTER_CLIENT: frozenset({"feed_registers"}),
    Role.AUDITOR: READ | {"read_all_units", "read_watch_lists", "read_log", "see_submissions", "read_dashboard"},
    Role.ADMINISTRATOR: frozenset({"manage_officers", "manage_all_officers", "read_health"}),
}


# Systems, not people: they sign in by token.
CLIENTS = frozenset({Role.CLIENT, Role.REGISTER_CLIENT})


def role_may(role: str, verb: str) -> bool:
    return verb in ROLE_MAY.get(role, frozenset())
