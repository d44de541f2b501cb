"""The verbs of the log of profiles and watch lists, as officers read them."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

VERSION_VERBS: dict[str, Promise] = {
    "drafted": _("began the draft"),
    "edited": _("edited"),
    "backtest_asked": _("asked for a backtest"),
    "backtested": _("stored the backtest"),
    "backtest_cancelled": _("cancelled the backtest"),
    "shadow_started": _("let it run in the shadow"),
    "shadow_stopped": _("stopped the shadow run"),
    "shadow_ended": _("ended the shadow run"),
    "submitted": _("submitted for approval"),
    "sent_back": _("sent back"),
    "approved": _("approved"),
    "activated": _("activated"),
    "suspended": _("suspended"),
    "reviewed": _("reviewed"),
    "expired": _("expired"),
    "withdrawn": _("withdrew"),
    "exported": _("exported as a file"),
    "imported": _("imported from a file"),
}
CAMPAIGN_VERBS: dict[str, Promise] = {
    "planned": _("planned the campaign"),
    "begun": _("began it"),
    "ended": _("ended it"),
    "stopped": _("stopped it"),
}
LIST_VERBS: dict[str, Promise] = {
    "begun": _("began the list"),
    "entries_added": _("added entries"),
    "switched_on": _("switched on"),
    "switched_off": _("switched off"),
    "import_read": _("read a published list"),
    "import_applied": _("applied a published list"),
    "import_set_aside": _("set a published list aside"),
}
