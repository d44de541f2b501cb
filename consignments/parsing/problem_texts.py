"""The table of problems: for each code what is wrong and how to mend it; a family of formats may have its own."""

from django.utils.translation import gettext_lazy as _

from .problem_text import (
    AS_THE_SCHEMA_SAYS,
    CHECK_NUMBERS,
    MEND_AND_SEND,
    NOTHING_NEEDED,
    SEND_AS_EXPORTED,
    SEND_WHAT_IS_READ,
    ProblemText,
)
from .problem_texts_eaeu import EAEU_PROBLEMS
from .problem_texts_edifact import EDIFACT_PROBLEMS
from .problem_texts_manifests import MANIFEST_PROBLEMS
from .problem_texts_observations import OBSERVATION_PROBLEMS
from .problem_texts_papers import PAPER_PROBLEMS
from .problem_texts_sheets import SHEET_PROBLEMS
from .problem_texts_typed import TYPED_PROBLEMS

PROBLEMS: dict[str, ProblemText] = {
    **EAEU_PROBLEMS,
    **EDIFACT_PROBLEMS,
    **MANIFEST_PROBLEMS,
    **OBSERVATION_PROBLEMS,
    **SHEET_PROBLEMS,
    **PAPER_PROBLEMS,
    **TYPED_PROBLEMS,
    # The document as a whole
    "document_empty": ProblemText(_("The document is empty."), _("Send the document with its content.")),
    "document_unknown": ProblemText(
        _("This is no document that can be read here."),
        SEND_WHAT_IS_READ,
    ),
    "document_not_read": ProblemText(
        _("Documents of the kind %(value)s are not read here."),
        SEND_WHAT_IS_READ,
    ),
    "pdf_not_read": ProblemText(
        _("A PDF cannot be registered by itself."),
        _("Confirm what was read of it on its page, type it by hand, or send the data behind it."),
    ),
    "content_type_differs": ProblemText(
        _("The content type %(value)s does not fit the content; it was read as %(found)s."),
        _("Send the document with the content type that fits it."),
    ),
    "charset_unreadable": ProblemText(
        _("Byte %(offset)s does not belong to the stated character set."), _("Save the document as UTF-8.")
    ),
    "charset_differs": ProblemText(
        _("The text is not in the stated character set %(stated)s; it was read as %(found)s."),
        _("State the character set that the text is in."),
    ),
    "byte_order_mark": ProblemText(
        _("The interchange begins with a byte order mark."), _("Write the file without it; nothing else is needed.")
    ),
    "nul_removed": ProblemText(_("NUL characters were left out."), SEND_AS_EXPORTED),
    "more_problems": ProblemText(
        _("More problems of this kind of gravity were found; the first %(count)s are shown."),
        _("Mend these first, then send the document again."),
    ),
    "too_many_consignments": ProblemText(
        _("The document has more than %(limit)s consignments."), _("Send it in several documents.")
    ),
    "no_consignments": ProblemText(_("The document states no consignment."), NOTHING_NEEDED),
    # Values
    "number_unreadable": ProblemText(
        _("“%(value)s” is not a number."), _("Write figures only, such as 12500 or 12500.5.")
    ),
    "number_ambiguous": ProblemText(
        _("“%(value)s” can be read in two ways."), _("Write 15640 or 15.640, without a comma for thousands.")
    ),
    "number_not_finite": ProblemText(
        _("“%(value)s” is not a finite number of usual length."), _("Write the number in figures, or leave it out.")
    ),
    "number_negative": ProblemText(_("“%(value)s” is below zero."), MEND_AND_SEND),
    "number_too_large": ProblemText(_("“%(value)s” is too large to be true."), MEND_AND_SEND),
    "count_not_whole": ProblemText(_("“%(value)s” is not a whole number."), _("Write the number of pieces.")),
    "mass_unreadable": ProblemText(
        _("“%(value)s” is not a number of kilograms."), _("Write kilograms as figures: 12,5 t is 12500.")
    ),
    "date_unreadable": ProblemText(_("“%(value)s” is not a date."), _("Write the date as 2026-11-24 or 24.11.2026.")),
    "date_absurd": ProblemText(_("The date “%(value)s” lies too far from today."), _("Correct the year.")),
    "time_unreadable": ProblemText(
        _("“%(value)s” is not a date with a time."), _("Write the time as 2026-11-24T20:30:00+06:00.")
    ),
    "country_unknown": ProblemText(
        _("“%(value)s” is not known as a country; it was left out."), _("Use the two-letter code, such as KG.")
    ),
    "country_code_unknown": ProblemText(
        _("“%(value)s” is not a country code."), _("Use the two-letter code of ISO 3166, such as KG.")
    ),
    "currency_unknown": ProblemText(
        _("“%(value)s” is not known as a currency."), _("Use the three-letter code of ISO 4217, such as USD.")
    ),
    "unlocode_unreadable": ProblemText(
        _("“%(value)s” has not the form of a UN/LOCODE."), _("Use the five-character code, such as KGOSS.")
    ),
    "un_number_unreadable": ProblemText(_("“%(value)s” is not a UN number."), _("Write its four digits.")),
    "choice_unknown": ProblemText(_("“%(value)s” is not one of the allowed words."), _("Use one of: %(choices)s.")),
    "identifier_too_long": ProblemText(
        _("“%(value)s” has more than %(limit)s characters."), _("Check that two fields have not run together.")
    ),
    "text_cut": ProblemText(_("The text was cut after %(limit)s characters."), _("Shorten the text.")),
    "list_cut": ProblemText(
        _("More than %(limit)s are stated; the first %(limit)s were read."), _("Check that the list is right.")
    ),
    "commodity_code_malformed": ProblemText(
        _("“%(value)s” is not a commodity code of 4 to 10 digits; it was kept as it came."),
        _("Give the HS or TN VED code in digits."),
    ),
    # What is missing
    "document_number_missing": ProblemText(
        _("The number of the transport document is missing."),
        _("Give the number of the CMR note, bill of lading or other transport document."),
    ),
    "field_missing": ProblemText(
        _("The field %(field)s is missing."), _("Give the field and send the document again.")
    ),
    "field_expected": ProblemText(
        _("The field %(field)s must be stated and is not."), _("Give it with the next version of the document.")
    ),
    # What disagrees
    "packages_disagree": ProblemText(
        _("The total says %(stated)s packages, the goods lines together %(found)s."), CHECK_NUMBERS
    ),
    "gross_mass_disagrees": ProblemText(
        _("The total says %(stated)s kg gross, the goods lines together %(found)s kg."), CHECK_NUMBERS
    ),
    "value_disagrees": ProblemText(
        _("The total value is %(stated)s, that of the goods lines together %(found)s."), CHECK_NUMBERS
    ),
    "seals_disagree": ProblemText(
        _("%(stated)s seals are stated, %(found)s seal numbers are given."), _("Give the number of every seal.")
    ),
    "equipment_not_described": ProblemText(
        _("The goods name %(value)s, which is not among the equipment."), _("Describe every container and trailer.")
    ),
    "goods_renumbered": ProblemText(
        _("The numbers of the goods lines repeat; they were counted anew."), _("Number the lines from 1, each once.")
    ),
    "consignment_count_differs": ProblemText(
        _("The document states %(stated)s consignments and holds %(found)s."), CHECK_NUMBERS
    ),
    "unit_unknown": ProblemText(
        _("The unit “%(value)s” is not known; the measure was left out."), _("State masses in KGM, volumes in MTQ.")
    ),
    # XML of the Union
    "xml_broken": ProblemText(
        _("The XML breaks off or is malformed at line %(line)s: %(value)s."), SEND_AS_EXPORTED
    ),
    "xml_dtd_forbidden": ProblemText(
        _("The XML brings its own document type definition."), _("Send the XML without DOCTYPE and entities.")
    ),
    "xml_too_many_elements": ProblemText(
        _("One part of the XML has more than %(limit)s elements."), _("Send the consignments in several documents.")
    ),
    "goods_count_differs": ProblemText(
        _("The document states %(stated)s goods items and holds %(found)s."), CHECK_NUMBERS
    ),
    # Registering
    "repeated_in_document": ProblemText(
        _("The number %(value)s comes twice in this document; the second was not registered."),
        _("Give each consignment its own number, or send the second as a change."),
    ),
    "cancels_nothing": ProblemText(
        _("Nothing of yours with the number %(value)s is registered, so there is nothing to cancel."),
        _("Check the number and the date of issue."),
    ),
    # Spreadsheets
    "workbook_broken": ProblemText(
        _("The workbook cannot be opened."), _("Open it in your spreadsheet program and save it as XLSX again.")
    ),
    "workbook_locked": ProblemText(_("The workbook is locked with a password."), _("Save it without a password.")),
    "workbook_too_large": ProblemText(
        _("The workbook unpacks to more than can be read."), _("Send only the sheet with the table, or save it as CSV.")
    ),
    "sheet_too_large": ProblemText(
        _("The sheet %(sheet)s has more than %(rows)s rows or %(columns)s columns."),
        _("Delete what stands below and beside the table, or send the table in parts."),
    ),
    "csv_broken": ProblemText(
        _("The table breaks off or is malformed at row %(row)s: %(value)s."), _("Save the table as CSV again.")
    ),
    "header_not_found": ProblemText(
        _("No row with column headers was found."), _("Use the template, or say what the columns mean.")
    ),
    "column_missing": ProblemText(
        _("There is no column for the field %(field)s."), _("Add the column, or say which one it is.")
    ),
    "mapped_column_missing": ProblemText(
        _("The saved layout names a column “%(value)s” that is not in this table."), _("Correct the saved layout.")
    ),
    "sheets_not_read": ProblemText(
        _("Other sheets were not read: %(value)s."), _("Send each table as a document of its own.")
    ),
    "totals_row_left_out": ProblemText(_("A row of totals was not read as goods."), NOTHING_NEEDED),
    "totals_row_disagrees": ProblemText(
        _("The row of totals says %(stated)s, the rows above together %(found)s."), CHECK_NUMBERS
    ),
    "row_left_out": ProblemText(
        _("A row without document number and goods was passed over."), _("Nothing, if it is a remark or a signature.")
    ),
    "rows_disagree": ProblemText(
        _("The rows of one consignment state “%(stated)s” and “%(found)s”; the first was taken."),
        _("Give each transport document its own number, or the same data in all its rows."),
    ),
    "leading_zero_restored": ProblemText(
        _("“%(value)s” was kept as a number and lost its leading zero; the zero was put back."),
        _("Format the column as text."),
    ),
    "word_unknown": ProblemText(
        _("“%(value)s” is not known here and was left out."), _("Use the words of the template.")
    ),
    # JSON manifest
    "json_broken": ProblemText(
        _("The JSON breaks off or is malformed at line %(line)s, column %(column)s."), SEND_AS_EXPORTED
    ),
    "json_too_large": ProblemText(
        _("The JSON holds more than %(limit)s values."), _("Send the consignments in several manifests.")
    ),
    "json_too_deep": ProblemText(_("The JSON is nested too deeply."), AS_THE_SCHEMA_SAYS),
    "json_not_an_object": ProblemText(
        _("The manifest must be a JSON object, this is: %(value)s."), AS_THE_SCHEMA_SAYS
    ),
    "json_wrong_type": ProblemText(
        _("Expected here: %(expected)s; found: %(value)s."), _("Send the field in the type that the schema names.")
    ),
    "json_key_repeated": ProblemText(
        _("The key “%(field)s” comes twice in one object."), _("Give each key once.")
    ),
    "json_field_unknown": ProblemText(
        _("The field “%(field)s” is not known and was not read."), _("Compare its name with the schema.")
    ),
}  # fmt: skip
