"""Why a fact is not known, in the sentences that officers read."""

from django.utils.translation import gettext_lazy as _

UNSTATED = _("The document does not state it.")
TOO_LITTLE_HISTORY = _("The history is too short to say.")
NO_OUTCOMES = _("Too few examinations with a result are on record.")
NOT_SCREENED = _("The parties have not been screened.")
NO_GOODS_LINE = _("The document states too little of the goods.")
NO_PARTY = _("The document does not name the party.")
NO_ARRIVAL_TIME = _("No hour of arrival is known.")
NO_EQUIPMENT = _("No container, trailer or wagon is stated.")
UNRECORDED = _("Nothing was recorded.")
NOT_READ = _("No reading of the box or vehicle on this journey says so.")
NOT_FED = _("The register has not been fed, or does not know the trader.")
NO_SECOND_DOCUMENT = _("No second document states the same field.")
