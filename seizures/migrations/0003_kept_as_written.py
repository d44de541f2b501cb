"""A number for each examination; triggers: seizure lines are append-only, a closed examination never changes."""

from django.db import migrations

FORWARD = """
CREATE SEQUENCE seizures_examination_number;
CREATE TRIGGER seizure_line_is_append_only BEFORE UPDATE OR DELETE ON seizures_seizureline
    FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER seizure_lines_are_not_emptied BEFORE TRUNCATE ON seizures_seizureline
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER a_closed_examination_never_changes BEFORE UPDATE OR DELETE ON seizures_examination
    FOR EACH ROW WHEN (OLD.state = 'closed') EXECUTE FUNCTION refuse_change();
"""
BACKWARD = """
DROP TRIGGER a_closed_examination_never_changes ON seizures_examination;
DROP TRIGGER seizure_lines_are_not_emptied ON seizures_seizureline;
DROP TRIGGER seizure_line_is_append_only ON seizures_seizureline;
DROP SEQUENCE seizures_examination_number;
"""


class Migration(migrations.Migration):
    dependencies = [("seizures", "0002_examining"), ("consignments", "0003_append_only")]
    operations = [migrations.RunSQL(FORWARD, BACKWARD)]
