"""Give assessments the totals of what was seized before they kept them."""

from django.db import migrations

FORWARD = """
UPDATE profiling_assessment a SET seized = t.totals FROM (
    SELECT assessment_id, jsonb_agg(jsonb_build_object(
        'category', category, 'quantity_unit', quantity_unit, 'quantity', quantity::text, 'lines', lines
    ) ORDER BY category, quantity_unit) AS totals
    FROM (
        SELECT e.assessment_id, l.category, l.quantity_unit, sum(l.quantity) AS quantity, count(*) AS lines
        FROM seizures_seizureline l
        JOIN seizures_examinedconsignment e ON e.examination_id = l.examination_id
        JOIN profiling_assessment p ON p.id = e.assessment_id AND p.consignment_id = l.consignment_id
        WHERE l.quantity > 0 AND NOT EXISTS (SELECT FROM seizures_seizureline c WHERE c.corrects_id = l.id)
        GROUP BY 1, 2, 3
    ) of_category GROUP BY 1
) t WHERE t.assessment_id = a.id AND a.outcome = 'seizure'
"""


class Migration(migrations.Migration):
    dependencies = [("seizures", "0004_states"), ("profiling", "0013_selection_and_alerts")]
    operations = [migrations.RunSQL(FORWARD, migrations.RunSQL.noop)]
