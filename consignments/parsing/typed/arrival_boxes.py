"""Boxes that papers of several kinds have: where and when the goods arrive, whatever the paper itself says of it."""

from django.utils.translation import gettext_lazy as _

from .paper import Box, Holds

# No paper has a box for them, and no consignment can be put before an officer in time without them.
ENTRY_POST = Box("entry_post", "entry post", _("Post of entry"), "manifest.entry_post", Holds.IDENTIFIER, is_short=True)
ARRIVES_AT = Box("arrives_at", "arrives at", _("Arrives at"), "manifest.arrival_at", Holds.ARRIVAL, is_short=True)
