"""Group D: the papers themselves."""

from django.utils.translation import gettext_lazy as _

from .indicator import Indicator, holds

DOCUMENTS = (
    Indicator(
        "D01",
        _("Documents differ"),
        _("Invoice, packing list, transport document or declaration differ."),
        holds("documents_differ"),
        (
            _(
                "%(field)s: the %(one)s %(one_number)s states “%(one_states)s”, the %(other)s %(other_number)s "
                "“%(other_states)s”."
            ),
            _("The documents differ in: %(documents_differ_in)s."),
        ),
    ),
    Indicator(
        "D02",
        _("Required permit missing"),
        _("A permit that goods of this code need under this procedure is not there."),
        holds("required_document_missing"),
        (_("Item %(item)s is on the list of %(list)s and needs: %(permit)s; none was handed in."),),
    ),
    Indicator(
        "D03",
        _("Key field amended"),
        _("Consignee, goods, mass or seal was amended after lodging."),
        holds("amended_key_field"),
        (
            _(
                "Changed: %(fields)s; before “%(before)s”, now “%(after)s”; changes: %(times)s, the last %(hours)s h "
                "before arrival."
            ),
            _("Changed: %(fields)s; before “%(before)s”, now “%(after)s”."),
            _("Changed: %(fields)s."),
            _("Amendments so far: %(amendments)s."),
        ),
    ),
    Indicator(
        "D04",
        _("Document number reused"),
        _("The transport document's number was used before, or by another source."),
        holds("document_number_reused"),
        (_("The number stands on %(count)s other consignments, last in %(month)s."),),
    ),
    Indicator(
        "D05",
        _("Permit faulty"),
        _("A permit or certificate is invalid, expired, granted to another, of another issuer, or used up."),
        holds("permit_faulty"),
        (
            _("Permit %(number)s: %(why)s, %(kg)s kg on it of %(permitted_kg)s kg."),
            _("Permit %(number)s: %(why)s, valid until %(valid_until)s."),
            _("Permit %(number)s: %(why)s, “%(stated)s” here, “%(against)s” elsewhere."),
            _("Permit %(number)s: %(why)s, “%(stated)s”."),
            _("Permit %(number)s: %(why)s."),
        ),
    ),
    Indicator(
        "D06",
        _("TIR carnet faulty"),
        _("The TIR carnet has expired, lacks data of its cover, or its number has no such form."),
        holds("carnet_faulty"),
        (
            _("Carnet %(number)s: valid until %(valid_until)s, arrival on %(arrival)s."),
            _("Carnet %(number)s lacks: %(lacks)s."),
            _("Carnet %(number)s: no number of a TIR carnet."),
        ),
    ),
    Indicator(
        "D07",
        _("Impossible dates"),
        _("Dates of the documents cannot follow each other so."),
        holds("dates_impossible"),
        (_("%(first)s, but %(second)s."),),
    ),
    Indicator(
        "D08",
        _("House bills hidden"),
        _("A master document of consolidated goods without house bills, or a house bill without consignee or goods."),
        holds("house_data_missing"),
        (
            _("The master document holds “%(text)s”, and no house bill names it."),
            _("The house bill lacks: %(lacks)s."),
        ),
    ),
    Indicator(
        "D09",
        _("Certificate of origin does not fit"),
        _("The certificate of origin does not fit the origin of the goods, the route, the exporter or the producer."),
        holds("certificate_does_not_fit"),
        (_("Certificate %(number)s, %(what)s: “%(certified)s” certified, “%(against)s” stated."),),
    ),
    Indicator(
        "D10",
        _("Same template"),
        _("The papers look like those of unrelated traders."),
        holds("template_shared"),
        (_("Tagged on %(on)s: “%(reason)s”."), _("Tagged: the same template or handwriting as unrelated traders.")),
    ),
    Indicator(
        "D11",
        _("Copy only"),
        _("Only a copy was shown at the post, or the original cannot be read."),
        holds("copy_only"),
        (_("Tagged on %(on)s: “%(reason)s”."), _("Tagged: only a copy, or an original that cannot be read.")),
    ),
)
