"""Officers (people and integration clients) and the platform's own state."""

import uuid

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from pcu_platform.reports.record import Report, ReportFile
from pcu_platform.roles import CLIENTS, Role, role_may

__all__ = ["Officer", "OfficerManager", "PlatformState", "Report", "ReportFile"]


class OfficerManager(BaseUserManager["Officer"]):
    def create_user(self, username: str, password: str | None = None, **fields):
        officer = self.model(username=username, **fields)
        officer.set_password(password)
        officer.save(using=self._db)
        return officer

    def get_by_natural_key(self, username):
        return self.get(username=username)


class Officer(AbstractBaseUser):
    """A person of a unit, or the account of a system that posts documents (role `client`)."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    username = models.CharField(_("user name"), max_length=60, unique=True)
    full_name = models.CharField(_("full name"), max_length=120)
    role = models.CharField(_("role"), max_length=20, choices=Role)
    unit = models.ForeignKey(
        "consignments.PortControlUnit",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="officers",
        verbose_name=_("unit"),
    )
    language = models.CharField(_("language"), max_length=2, blank=True, default="")
    theme = models.CharField(_("theme"), max_length=5, blank=True, default="")  # light, dark or empty: as the system
    single_keys = models.BooleanField(_("single-letter keys"), default=True)
    is_active = models.BooleanField(_("active"), default=True)
    created_at = models.DateTimeField(auto_now_add=True)

    objects = OfficerManager()
    USERNAME_FIELD = "username"
    REQUIRED_FIELDS = ["full_name"]

    class Meta:
        ordering = ["username"]
        constraints = [
            models.CheckConstraint(
                condition=Q(unit__isnull=False) | Q(role__in=[Role.COORDINATOR, Role.AUDITOR, Role.ADMINISTRATOR]),
                name="only_central_roles_have_no_unit",
            ),
            models.CheckConstraint(condition=Q(role__in=Role.values), name="role_is_in_the_role_table"),
        ]

    def __str__(self):
        return self.full_name or self.username

    @property
    def initials(self) -> str:
        return "".join(word[0] for word in self.full_name.split()[:2]).upper() or self.username[:2].upper()

    @property
    def short_name(self) -> str:
        """First name and the initial of the family name, as pages show an officer."""
        words = self.full_name.split()
        return f"{words[0]} {words[1][0]}." if len(words) > 1 else self.full_name

    @property
    def is_staff(self) -> bool:
        return False

    @property
    def is_client(self) -> bool:
        """Whether the account is a system's, which signs in by token."""
        return self.role in CLIENTS

    def may(self, verb: str) -> bool:
        """Whether the role table lets this officer do `verb`."""
        return self.is_active and role_may(self.role, verb)

    def prefer(self, *, language: str | None = None, theme: str | None = None, single_keys: bool | None = None) -> None:
        """Keep the officer's own choices; None leaves a choice as it is."""
        chosen = {"language": language, "theme": theme, "single_keys": single_keys}
        changed = {name: value for name, value in chosen.items() if value is not None}
        for name, value in changed.items():
            setattr(self, name, value)
        if changed:
            self.save(update_fields=list(changed))


class PlatformState(models.Model):
    """Small facts about this installation, such as `ready`: the reference data (and demo) are in."""

    key = models.CharField(primary_key=True, max_length=40)
    value = models.JSONField(default=dict)
    updated_at = models.DateTimeField(auto_now=True)

    def __str__(self):
        return self.key
