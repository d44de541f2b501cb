"""What was active says since when, and what another person approved cannot be rewritten under the approval."""

from django.db import migrations, models
from django.db.models import Q

FORWARD = """
CREATE TRIGGER what_was_approved_is_frozen
    BEFORE UPDATE OF definition, instruction, instruction_ru, instruction_ky, valid_from, valid_until
    ON profiling_profileversion FOR EACH ROW
    WHEN (NEW.approver_id IS NOT NULL AND (OLD.definition IS DISTINCT FROM NEW.definition
        OR OLD.instruction <> NEW.instruction OR OLD.instruction_ru <> NEW.instruction_ru
        OR OLD.instruction_ky <> NEW.instruction_ky OR OLD.valid_from <> NEW.valid_from
        OR OLD.valid_until <> NEW.valid_until))
    EXECUTE FUNCTION refuse_thaw();
"""
BACKWARD = "DROP TRIGGER what_was_approved_is_frozen ON profiling_profileversion;"


class Migration(migrations.Migration):
    dependencies = [("profiling", "0003_history_keys")]
    operations = [
        migrations.AddConstraint(
            model_name="profileversion",
            constraint=models.CheckConstraint(
                condition=Q(state__in=["draft", "submitted", "approved", "withdrawn"]) | Q(activated_at__isnull=False),
                name="an_active_version_says_since_when",
            ),
        ),
        migrations.RunSQL(FORWARD, BACKWARD),
    ]
