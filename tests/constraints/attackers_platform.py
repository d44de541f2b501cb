"""For every constraint of the platform's own tables: something that tries to break it."""

from pcu_platform.models import Officer
from tests import factories as make


def officer(**columns):
    """Give an analyst these columns, past every check of the model."""
    Officer.objects.filter(pk=make.officer("analyst").pk).update(**columns)


def same_name_twice():
    officer(username=make.officer("analyst").username)


ATTACKERS = {
    "only_central_roles_have_no_unit": lambda: officer(unit=None),
    "role_is_in_the_role_table": lambda: officer(role="superuser"),
    "pcu_platform_officer_username_key": same_name_twice,
}
