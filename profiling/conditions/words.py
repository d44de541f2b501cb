"""Words of the frozen evidence that officers read in their own language."""

import re
from datetime import date

from django.utils import formats
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

# What holds such words: keys of the evidence, and the codes with few choices. All else is shown as it was stated.
SPOKEN = frozenset(
    {
        *(
            "why",
            "role",
            "agreed",
            "fields",
            "method",
            "first",
            "second",
            "condition",
            "field",
            "one",
            "other",
            "list",
            "permit",
            "what",
            "who",
            "path",
            "contradicted",
        ),
        *("documents_differ_in", "amended_fields"),
    }
)

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
    "identifier": _("tax number"),
    "name": _("name"),
    "number": _("number"),
    "goods": _("goods"),
    "gross mass": _("gross mass"),
    "seals": _("seals"),
    "gross_mass": _("gross mass"),
    "net_mass": _("net mass"),
    "packages": _("packages"),
    "value": _("value"),
    "commodity_codes": _("commodity codes"),
    "containers": _("containers"),
    "origin": _("origin"),
    "destination": _("destination"),
    "place_of_delivery": _("place of delivery"),
    "route": _("route"),
    "entry_post": _("post of entry"),
    "exit_post": _("post of exit"),
    "freight_payment": _("freight payment"),
    "exporter": _("exporter"),
    "producer": _("producer"),
    "invoice": _("invoice"),
    "packing_list": _("packing list"),
    "packing list": _("packing list"),
    "certificate_of_origin": _("certificate of origin"),
    "transport_document": _("transport document"),
    "declaration": _("declaration"),
    "permit": _("permit"),
    "precursor_permit": _("a permit for precursors"),
    "cites_permit": _("a CITES permit"),
    "end_user_permit": _("an end-user certificate"),
    "other_permit": _("the permit of the authority in charge"),
    "valid until": _("valid until"),
    "no_number": _("no number"),
    "expired": _("expired"),
    "holder": _("granted to somebody else"),
    "issuer": _("of another issuer"),
    "quantity": _("more than it permits"),
    "issued": _("issued"),
    "taken over": _("taken over"),
    "arrival": _("arrival"),
    "received": _("received"),
    "check_digit": _("the check digit is wrong"),
    "category": _("the fourth letter is not U, J or Z"),
    "form": _("not four letters and seven digits"),
    "missing": _("left out where it must be stated"),
    "broken": _("broken"),
    "repaired": _("repaired"),
    "not there": _("missing"),
    "length": _("not 4, 6, 8 or 10 digits long"),
    "empty": _("empty"),
    "no_letters": _("no letters"),
    "one_letter": _("one letter"),
    "file_name": _("a file name"),
    "filler": _("says nothing"),
    "not_digits": _("not only digits"),
    "not_in_nomenclature": _("not in the nomenclature"),
    "scrap": _("scrap"),
    "vehicle_parts": _("parts of vehicles"),
    "used": _("used"),
    "tir": _("tobacco under a TIR carnet"),
    "no_excise": _("in transit, and no paper names excise"),
    "other_substance": _("that of another substance"),
    "driver": _("driver"),
    "broker": _("customs broker"),
    "party": _("party"),
    "phone": _("phone"),
    "address": _("address"),
    "plate": _("plate"),
    "container": _("container"),
    "birth_date": _("date of birth"),
    "country": _("country"),
}

_DATED = re.compile(r"([a-z ]+) (\d{4}-\d{2}-\d{2})")


def in_words(stated: str) -> str:
    """Return the words of a comma-separated list, or of a name with a date, in the active language."""
    dated = _DATED.fullmatch(stated)
    if dated:
        return f"{WORDS.get(dated[1], dated[1])} {formats.date_format(date.fromisoformat(dated[2]), 'DATE_FORMAT')}"
    return ", ".join(str(WORDS.get(word, word)) for word in stated.split(", "))
