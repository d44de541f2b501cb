"""Triggers: facts are frozen, a version that was active is frozen, a recommendation never changes."""

from django.db import migrations

FORWARD = """
CREATE FUNCTION refuse_thaw() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% is frozen: % refused', TG_TABLE_NAME, TG_OP USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER facts_are_frozen BEFORE UPDATE ON profiling_consignmentfacts
    FOR EACH ROW EXECUTE FUNCTION refuse_thaw();
CREATE TRIGGER item_facts_are_frozen BEFORE UPDATE ON profiling_goodsitemfacts
    FOR EACH ROW EXECUTE FUNCTION refuse_thaw();
CREATE TRIGGER a_version_once_active_is_frozen
    BEFORE UPDATE OF definition, instruction, instruction_ru, instruction_ky, valid_from, valid_until, profile_id, number, author_id
    ON profiling_profileversion FOR EACH ROW
    WHEN (OLD.activated_at IS NOT NULL AND (OLD.definition IS DISTINCT FROM NEW.definition
        OR OLD.instruction <> NEW.instruction OR OLD.instruction_ru <> NEW.instruction_ru
        OR OLD.instruction_ky <> NEW.instruction_ky OR OLD.valid_from <> NEW.valid_from
        OR OLD.valid_until <> NEW.valid_until OR OLD.profile_id <> NEW.profile_id OR OLD.number <> NEW.number
        OR OLD.author_id <> NEW.author_id))
    EXECUTE FUNCTION refuse_thaw();
CREATE TRIGGER a_recommendation_never_changes
    BEFORE UPDATE OF lane, score, points_low, points_high, profile_set_id, facts_id, revision_id, round, is_drawn
    ON profiling_assessment FOR EACH ROW
    WHEN (OLD.lane <> NEW.lane OR OLD.score <> NEW.score OR OLD.points_low IS DISTINCT FROM NEW.points_low
        OR OLD.points_high IS DISTINCT FROM NEW.points_high OR OLD.profile_set_id <> NEW.profile_set_id
        OR OLD.facts_id <> NEW.facts_id OR OLD.revision_id <> NEW.revision_id OR OLD.round <> NEW.round
        OR OLD.is_drawn <> NEW.is_drawn)
    EXECUTE FUNCTION refuse_thaw();
"""
BACKWARD = """
DROP TRIGGER a_recommendation_never_changes ON profiling_assessment;
DROP TRIGGER a_version_once_active_is_frozen ON profiling_profileversion;
DROP TRIGGER item_facts_are_frozen ON profiling_goodsitemfacts;
DROP TRIGGER facts_are_frozen ON profiling_consignmentfacts;
DROP FUNCTION refuse_thaw();
"""


class Migration(migrations.Migration):
    dependencies = [("profiling", "0001_profiling")]
    operations = [migrations.RunSQL(FORWARD, BACKWARD)]
