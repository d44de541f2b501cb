"""The twelve profiles that the platform starts with for Osh and Batken; supervisors make their own versions of them."""

from .first_rules import FIRST_RULES
from .packs import PACKS
from .profile import StarterProfile

__all__ = ["STARTER_PROFILES", "StarterProfile"]

STARTER_PROFILES: tuple[StarterProfile, ...] = (*PACKS, *FIRST_RULES)
