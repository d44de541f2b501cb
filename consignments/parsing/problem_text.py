"""How a problem is told: its sentence, its remedy, and the remedies that many problems share."""

from typing import NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class ProblemText(NamedTuple):
    """What is wrong and how to mend it; both may name the problem's params as %(name)s."""

    problem: Promise
    remedy: Promise


# Every kind is named here, but for what our own forms send.
SEND_WHAT_IS_READ = _(
    "Send one of these: JSON manifest or readings; XML of the Eurasian Economic Union, ASYCUDA or the WCO Data Model; "
    "EDIFACT CUSCAR, IFTMIN, IFTMCS, IFCSUM, BAPLIE, COARRI, CODECO, COPRAR or IFTSTA; X12 309; a table as CSV, XLSX "
    "or XLS; a PDF or a picture of a paper."
)
SEND_AS_EXPORTED = _("Send the file exactly as the sending program wrote it.")
MEND_AND_SEND = _("Correct the value and send the document again.")
AS_THE_SCHEMA_SAYS = _("Send the manifest as the schema describes it.")
COUNT_IS_NOTED = _("Correct the count in your program; what was found is registered.")
NOTHING_NEEDED = _("Nothing needs to be done.")
CHECK_NUMBERS = _("Check the figures; if the stated one is wrong, send the document again.")
