"""Triggers: the log is append-only, and what arrived is never changed."""

from django.db import migrations

FORWARD = """
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    -- Only a throw-away test database sets pcu.allow_truncate, to be emptied between tests.
    IF TG_OP = 'TRUNCATE' AND current_setting('pcu.allow_truncate', true) = 'on' THEN
        RETURN NULL;
    END IF;
    RAISE EXCEPTION '% is append-only: % refused', TG_TABLE_NAME, TG_OP USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER case_event_is_append_only BEFORE UPDATE OR DELETE ON consignments_caseevent
    FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER case_event_is_not_emptied BEFORE TRUNCATE ON consignments_caseevent
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER submission_bytes_never_change
    BEFORE UPDATE OF raw, sha256, source_id, idempotency_key, received_at, known_at ON consignments_submission
    FOR EACH ROW WHEN (OLD.raw IS DISTINCT FROM NEW.raw OR OLD.sha256 <> NEW.sha256 OR OLD.source_id <> NEW.source_id
        OR OLD.idempotency_key <> NEW.idempotency_key OR OLD.received_at <> NEW.received_at OR OLD.known_at <> NEW.known_at)
    EXECUTE FUNCTION refuse_change();
"""
BACKWARD = """
DROP TRIGGER submission_bytes_never_change ON consignments_submission;
DROP TRIGGER case_event_is_not_emptied ON consignments_caseevent;
DROP TRIGGER case_event_is_append_only ON consignments_caseevent;
DROP FUNCTION refuse_change();
"""


class Migration(migrations.Migration):
    dependencies = [("consignments", "0002_consignments")]
    operations = [migrations.RunSQL(FORWARD, BACKWARD)]
