"""Stored backtests, shadow runs, campaigns, reconstructed facts; a submission names its backtest or says why none."""

import datetime
import uuid

import django.contrib.postgres.fields
import django.db.models.deletion
import django.db.models.expressions
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

SAY_WHY = """
UPDATE profiling_profileversion SET no_backtest_because = 'Submitted before backtests were stored.'
WHERE state IN ('submitted', 'approved')
"""
FORWARD = """
CREATE TRIGGER a_done_backtest_never_changes BEFORE UPDATE ON profiling_backtest FOR EACH ROW
    WHEN (OLD.state = 'done') EXECUTE FUNCTION refuse_thaw();
"""
BACKWARD = "DROP TRIGGER a_done_backtest_never_changes ON profiling_backtest;"


class Migration(migrations.Migration):
    dependencies = [
        ("consignments", "0013_draft_pages"),
        ("profiling", "0010_lists_and_links"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="ReconstructedFacts",
            fields=[
                (
                    "facts",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="reconstructed",
                        serialize=False,
                        to="profiling.consignmentfacts",
                    ),
                ),
                (
                    "columns",
                    django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=63), size=None),
                ),
                ("values", models.JSONField(default=dict)),
                ("items", models.JSONField(default=dict)),
                ("computed_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("code_version", models.CharField(max_length=20)),
            ],
            options={
                "verbose_name_plural": "reconstructed facts",
            },
        ),
        migrations.CreateModel(
            name="ShadowHit",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("answer", models.CharField(max_length=14)),
                ("points_low", models.SmallIntegerField()),
                ("points_high", models.SmallIntegerField()),
                ("assessed_at", models.DateTimeField(default=django.utils.timezone.now)),
            ],
        ),
        migrations.CreateModel(
            name="ShadowRun",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("definition", models.JSONField()),
                (
                    "state",
                    models.CharField(
                        choices=[("running", "Running"), ("ended", "Ended")], default="running", max_length=8
                    ),
                ),
                ("starts_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("ends_at", models.DateTimeField()),
                ("ended_at", models.DateTimeField(blank=True, null=True)),
                ("ended_because", models.TextField(blank=True, default="")),
            ],
            options={
                "ordering": ["-starts_at", "id"],
            },
        ),
        migrations.AddField(
            model_name="profileversion",
            name="no_backtest_because",
            field=models.TextField(blank=True, default=""),
        ),
        migrations.AddField(
            model_name="profileversion",
            name="reviewed_at",
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="riskprofile",
            name="form_token",
            field=models.UUIDField(blank=True, null=True, unique=True),
        ),
        migrations.CreateModel(
            name="Backtest",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("definition", models.JSONField()),
                ("definition_key", models.CharField(max_length=64)),
                ("starts_at", models.DateTimeField()),
                ("ends_at", models.DateTimeField()),
                ("uses_reconstructed", models.BooleanField(default=False)),
                ("asked_at", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("waiting", "Waiting"),
                            ("running", "Running"),
                            ("done", "Done"),
                            ("failed", "Failed"),
                            ("cancelled", "Cancelled"),
                        ],
                        default="waiting",
                        max_length=10,
                    ),
                ),
                ("attempts", models.PositiveSmallIntegerField(default=0)),
                ("steps_done", models.PositiveSmallIntegerField(default=0)),
                ("steps_in_all", models.PositiveSmallIntegerField(default=0)),
                ("started_at", models.DateTimeField(blank=True, null=True)),
                ("progressed_at", models.DateTimeField(blank=True, null=True)),
                ("finished_at", models.DateTimeField(blank=True, null=True)),
                ("result", models.JSONField(blank=True, null=True)),
                ("result_schema", models.PositiveSmallIntegerField(default=0)),
                ("code_version", models.CharField(blank=True, default="", max_length=20)),
                ("is_trusted", models.BooleanField(default=False)),
                ("failure", models.CharField(blank=True, default="", max_length=100)),
                (
                    "asked_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="consignments.portcontrolunit"
                    ),
                ),
                (
                    "version",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="backtests",
                        to="profiling.profileversion",
                    ),
                ),
            ],
            options={
                "ordering": ["-asked_at", "id"],
            },
        ),
        migrations.AddField(
            model_name="profileversion",
            name="submitted_backtest",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="profiling.backtest",
            ),
        ),
        migrations.CreateModel(
            name="Campaign",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("number", models.PositiveIntegerField(unique=True)),
                ("name", models.CharField(max_length=120)),
                ("aim", models.TextField()),
                (
                    "posts",
                    django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=20), size=None),
                ),
                ("starts_at", models.DateTimeField()),
                ("ends_at", models.DateTimeField()),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("draft", "Draft"),
                            ("submitted", "Submitted"),
                            ("approved", "Approved"),
                            ("running", "Running"),
                            ("ended", "Ended"),
                            ("stopped", "Stopped"),
                            ("withdrawn", "Withdrawn"),
                        ],
                        default="draft",
                        max_length=10,
                    ),
                ),
                ("started_at", models.DateTimeField(blank=True, null=True)),
                ("ended_at", models.DateTimeField(blank=True, null=True)),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "approver",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "author",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="consignments.portcontrolunit"
                    ),
                ),
            ],
            options={
                "ordering": ["-starts_at", "id"],
            },
        ),
        migrations.AddField(
            model_name="profileversion",
            name="campaign",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="versions",
                to="profiling.campaign",
            ),
        ),
        migrations.RunSQL(SAY_WHY, migrations.RunSQL.noop),
        migrations.AddConstraint(
            model_name="profileversion",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state__in", ["submitted", "approved"]), _negated=True),
                    ("submitted_backtest__isnull", False),
                    models.Q(("no_backtest_because", ""), _negated=True),
                    _connector="OR",
                ),
                name="a_submission_has_a_backtest_or_says_why",
            ),
        ),
        migrations.AddConstraint(
            model_name="reconstructedfacts",
            constraint=models.CheckConstraint(
                condition=models.Q(("columns", []), _negated=True), name="something_was_reconstructed"
            ),
        ),
        migrations.AddField(
            model_name="shadowhit",
            name="assessment",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="profiling.assessment"
            ),
        ),
        migrations.AddField(
            model_name="shadowrun",
            name="started_by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.AddField(
            model_name="shadowrun",
            name="version",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="shadow_runs", to="profiling.profileversion"
            ),
        ),
        migrations.AddField(
            model_name="shadowhit",
            name="run",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="hits", to="profiling.shadowrun"
            ),
        ),
        migrations.AddConstraint(
            model_name="backtest",
            constraint=models.UniqueConstraint(
                condition=models.Q(("state__in", ["waiting", "running"])),
                fields=("version", "unit"),
                name="one_unfinished_backtest_of_a_unit",
            ),
        ),
        migrations.AddConstraint(
            model_name="backtest",
            constraint=models.CheckConstraint(
                condition=models.Q(("state__in", ["waiting", "running", "done", "failed", "cancelled"])),
                name="backtest_state_is_named",
            ),
        ),
        migrations.AddConstraint(
            model_name="backtest",
            constraint=models.CheckConstraint(
                condition=models.Q(("ends_at__gt", models.F("starts_at"))), name="backtest_ends_after_it_begins"
            ),
        ),
        migrations.AddConstraint(
            model_name="backtest",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state", "done"), _negated=True),
                    models.Q(("result__isnull", False), ("finished_at__isnull", False), ("result_schema__gt", 0)),
                    _connector="OR",
                ),
                name="a_done_backtest_has_its_result",
            ),
        ),
        migrations.AddConstraint(
            model_name="backtest",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state", "failed"), _negated=True),
                    models.Q(("failure", ""), _negated=True),
                    _connector="OR",
                ),
                name="a_failed_backtest_says_why",
            ),
        ),
        migrations.AddConstraint(
            model_name="campaign",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("state__in", ["draft", "submitted", "approved", "running", "ended", "stopped", "withdrawn"])
                ),
                name="campaign_state_is_named",
            ),
        ),
        migrations.AddConstraint(
            model_name="campaign",
            constraint=models.CheckConstraint(
                condition=models.Q(("ends_at__gt", models.F("starts_at"))), name="campaign_ends_after_it_begins"
            ),
        ),
        migrations.AddConstraint(
            model_name="campaign",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "ends_at__lte",
                        django.db.models.expressions.CombinedExpression(
                            models.F("starts_at"), "+", models.Value(datetime.timedelta(days=92))
                        ),
                    )
                ),
                name="campaign_is_at_most_a_quarter",
            ),
        ),
        migrations.AddConstraint(
            model_name="campaign",
            constraint=models.CheckConstraint(
                condition=models.Q(("posts", []), _negated=True), name="campaign_names_its_posts"
            ),
        ),
        migrations.AddConstraint(
            model_name="campaign",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("approver__isnull", True),
                    models.Q(("approver", models.F("author")), _negated=True),
                    _connector="OR",
                ),
                name="campaign_author_is_not_approver",
            ),
        ),
        migrations.AddConstraint(
            model_name="campaign",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("state__in", ["draft", "submitted", "withdrawn"]), ("approver__isnull", False), _connector="OR"
                ),
                name="a_running_campaign_was_approved",
            ),
        ),
        migrations.AddConstraint(
            model_name="shadowrun",
            constraint=models.UniqueConstraint(
                condition=models.Q(("state", "running")), fields=("version",), name="one_running_shadow_per_version"
            ),
        ),
        migrations.AddConstraint(
            model_name="shadowrun",
            constraint=models.CheckConstraint(
                condition=models.Q(("state__in", ["running", "ended"])), name="shadow_state_is_named"
            ),
        ),
        migrations.AddConstraint(
            model_name="shadowrun",
            constraint=models.CheckConstraint(
                condition=models.Q(("ends_at__gt", models.F("starts_at"))), name="shadow_ends_after_it_begins"
            ),
        ),
        migrations.AddConstraint(
            model_name="shadowrun",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "ends_at__lte",
                        django.db.models.expressions.CombinedExpression(
                            models.F("starts_at"), "+", models.Value(datetime.timedelta(days=90))
                        ),
                    )
                ),
                name="shadow_is_at_most_ninety_days",
            ),
        ),
        migrations.AddConstraint(
            model_name="shadowrun",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state", "ended"), _negated=True),
                    models.Q(("ended_at__isnull", False), models.Q(("ended_because", ""), _negated=True)),
                    _connector="OR",
                ),
                name="an_ended_shadow_says_when_and_why",
            ),
        ),
        migrations.AddConstraint(
            model_name="shadowhit",
            constraint=models.UniqueConstraint(fields=("run", "assessment"), name="a_shadow_hits_an_assessment_once"),
        ),
        migrations.AddConstraint(
            model_name="shadowhit",
            constraint=models.CheckConstraint(
                condition=models.Q(("answer__in", ["hit", "not_evaluable"])), name="shadow_answer_is_named"
            ),
        ),
        migrations.RunSQL(FORWARD, BACKWARD),
    ]
