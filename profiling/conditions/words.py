"""Words of the frozen evidence that officers read in their own language."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

WORDS: dict[str, Promise] = {
    "consignor": _("consignor"),
    "consignee": _("consignee"),
    "notify_party": _("notify party"),
    "carrier": _("carrier"),
    "declarant": _("declarant"),
    "freight_payer": _("freight payer"),
    "cash": _("cash"),
    "prepaid": _("prepaid"),
    "collect": _("payable at destination"),
    "account": _("on account"),
    "precursor": _("precursors"),
    "cites": _("protected species"),
    "arms": _("arms"),
    "waste": _("waste"),
    "radioactive": _("radioactive goods"),
    "chpl": _("common high-priority goods"),
    "road": _("road"),
    "rail": _("rail"),
    "sea": _("sea"),
    "air": _("air"),
    "import": _("import"),
    "export": _("export"),
    "transit": _("transit"),
    "transhipment": _("transhipment"),
}
