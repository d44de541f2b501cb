"""What the present shift has on its desk: a warning from a colleague, cases taken on, holds that the post has seen."""

from random import Random

from consignments.models import Movement, PortControlUnit
from pcu_platform.demo.clock import Clock, running_at
from pcu_platform.demo.year import UNIT_SHARE, Plan
from pcu_platform.models import Officer
from pcu_platform.roles import Role
from profiling.assessing import assess_due
from profiling.models import Assessment, ListKind, State, WarningMessage
from profiling.watching.warnings import receive_warning

TAKEN_ON, SEEN = 0.25, 0.6  # of the waiting cases, of the holds


def begin(plan: Plan) -> None:
    """Let the shift begin in both units, once their years have passed."""
    with running_at(Clock(plan.until)):
        for unit in PortControlUnit.objects.filter(code__in=UNIT_SHARE).order_by("code"):
            officers = list(Officer.objects.filter(unit=unit).order_by("username"))
            by_role = {role: [o for o in officers if o.role == role] for role in Role}
            _warn(unit, by_role[Role.SUPERVISOR][0])
            while assess_due():
                pass
            _take_over(unit, Random(f"{plan.seed}:{unit.code}:shift"), by_role)


def _warn(unit: PortControlUnit, officer: Officer) -> None:
    """Receive a warning that names a truck under way which nothing else recommends."""
    reference = f"W-{unit.code}-117"
    next_one = Assessment.objects.filter(
        unit=unit, state=State.NOT_SELECTED, consignment__movement=Movement.EXPECTED, revision__manifest__mode="road"
    ).order_by("arrival_at", "pk")
    case = next_one.select_related("revision__manifest").first()
    if case is None or WarningMessage.objects.filter(reference=reference).exists():
        return
    receive_warning(
        officer,
        reference=reference,
        from_unit="Bishkek Port Control Unit",
        kind=ListKind.PLATE,
        value=case.revision.manifest.conveyance_id,
        text="Seen at a warehouse with undeclared goods; look at what it carries.",
    )


def _take_over(unit: PortControlUnit, rng: Random, officers: dict[Role, list[Officer]]) -> None:
    for case in Assessment.objects.filter(unit=unit).waiting().unassigned().most_risky_first():
        if rng.random() < TAKEN_ON:
            case.assign_to(rng.choice(officers[Role.ANALYST]))
    for case in Assessment.objects.filter(unit=unit).on_hold().most_risky_first():
        if rng.random() < SEEN:
            case.acknowledge_hold(rng.choice(officers[Role.EXAMINER]))
