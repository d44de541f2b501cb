"""The numbers of our own references, and how a spreadsheet is to be read."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("consignments", "0003_append_only")]

    operations = [
        migrations.RunSQL(
            "CREATE SEQUENCE consignment_reference_number", "DROP SEQUENCE consignment_reference_number"
        ),
        migrations.AddField("submission", "awaits_columns", models.BooleanField(default=False)),
        migrations.AddField("submission", "column_mapping", models.JSONField(blank=True, null=True)),
        migrations.AddConstraint(
            "submission",
            models.CheckConstraint(
                condition=models.Q(("awaits_columns", False), ("status", "received"), _connector="OR"),
                name="only_what_waits_awaits_columns",
            ),
        ),
    ]
