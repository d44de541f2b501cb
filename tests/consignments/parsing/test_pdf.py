"""PDFs: what is read from papers of several kinds, where it stands, and what hostile files are answered with."""

import zlib

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from consignments.parsing.pdf import read_draft
from consignments.parsing.pdf.labels import LABELS
from consignments.parsing.problems import PROBLEMS
from consignments.parsing.typed.papers import BY_KIND

from .. import papers
from ..files import pdf

CMR = {
    "number": "0088231",
    "sender": "Kashi Xinlan Garment Co., Ltd, 12 Renmin East Road, Kashi, China",
    "consignee": "Nur-Kiyim Import OsOO, Kurmanjan Datka 14, Osh, Kyrgyzstan",
    "carrier": "Tulpar-Trans Osh OsOO, Lenina 2, Osh, Kyrgyzstan",
    "place_of_delivery": "Osh, Kyrgyzstan",
    "place_of_taking_over": "Kashi, China",
    "taken_over_on": "23.11.2026",
    "documents_attached": "Invoice XL-26/09 of 20.11.2026; packing list 77",
    "instructions": "Keep dry",
    "payment_of_carriage": "Prepaid by sender",
    "vehicle": "01 KG 730 BHC",
    "trailer": "01 KG 112 PA",
    "seals": "HX204512",
    "established_in": "Kashi",
    "established_on": "22.11.2026",
    "goods": [
        {
            "marks": "XL 1-618",
            "packages": "618",
            "packing": "CT",
            "description": "Trousers of cotton, men’s, in cartons",
            "commodity_code": "6203 42 3500",
            "gross_mass_kg": "15 640,5",
            "volume_m3": "61,2",
        }
    ],
}
BILL = {
    "number": "NGB26114407",
    "shipper": "Ningbo Haisen Textile Co., Ltd, 88 Haiyan Road, Ningbo, China",
    "consignee": "Ala-Too Kiyim OsOO, Osh, Kyrgyzstan",
    "carrier": "Blue Strait Line Ltd, Singapore",
    "notify": "Silk Way Logistics LLP, Almaty, Kazakhstan",
    "place_of_receipt": "Ningbo, China",
    "vessel": "BLUE ORCHID",
    "voyage": "114W",
    "port_of_loading": "Ningbo, China",
    "port_of_discharge": "Poti, Georgia",
    "freight": "prepaid",
    "total_packages": "300",
    "issued_in": "Ningbo",
    "issued_on": "12 Nov 2026",
    "shipped_on": "11.11.2026",
    "containers": [{"container": "MSKU6873900", "container_seals": "CN8841207"}],
    "goods": [
        {
            "marks": "ALT 1-240",
            "packages": "240",
            "description": "Knitted fabrics of synthetic fibres",
            "gross_mass_kg": "9 820.000",
            "volume_m3": "58.4",
        },
        {
            "marks": "ALT 241-300",
            "packages": "60",
            "description": "Zip fasteners",
            "gross_mass_kg": "1 105.500",
            "volume_m3": "6.1",
        },
    ],
}
INVOICE = {
    "number": "XL-26/09",
    "issued_on": "20.11.2026",
    "sender_name": "Kashi Xinlan Garment Co., Ltd, 12 Renmin East Road, Kashi, China",
    "receiver_name": "Nur-Kiyim Import OsOO, Osh, Kyrgyzstan",
    "incoterm": "DAP Osh",
    "value": "58,200.00",
    "currency": "USD",
    "goods": [
        {
            "description": "Trousers of cotton",
            "commodity_code": "6203423500",
            "packages": "618",
            "value": "58,200.00",
        }
    ],
}
RUSSIAN_INVOICE = {
    "number": "ХЛ-26/09",
    "issued_on": "20.11.2026",
    "sender_name": "ООО Хлопок Импэкс, Ташкент, Узбекистан",
    "receiver_name": "ОсОО Нур-Кийим, Ош, Кыргызстан",
    "incoterm": "DAP Ош",
    "value": "55 200,00",
    "currency": "USD",
    "goods": [
        {
            "description": "Пряжа хлопчатобумажная",
            "commodity_code": "5205120000",
            "packages": "400",
            "net_mass_kg": "20 000",
            "value": "54 000,00",
        },
        {
            "description": "Нитки швейные",
            "commodity_code": "5204110000",
            "packages": "10",
            "net_mass_kg": "350,5",
            "value": "1 200,00",
        },
    ],
}
PACKING_LIST = {
    "number": "77",
    "issued_on": "20.11.2026",
    "sender_name": "Kashi Xinlan Garment Co., Ltd, Kashi, China",
    "receiver_name": "Nur-Kiyim Import OsOO, Osh, Kyrgyzstan",
    "containers": "KSHU6182408",
    "seals": "HX204512",
    "net_mass_kg": "14 820.5",
    "gross_mass_kg": "15 640",
    "goods": [
        {
            "marks": "XL 1-618",
            "description": "Trousers of cotton",
            "packages": "618",
            "net_mass_kg": "14 820.5",
            "gross_mass_kg": "15 640",
        }
    ],
}


@pytest.mark.parametrize(
    ("raw", "kind", "values"),
    [
        pytest.param(papers.cmr("en"), "cmr_note", CMR, id="CMR in English"),
        pytest.param(papers.cmr("ru"), "cmr_note", CMR, id="CMR in Russian"),
        pytest.param(papers.bill_of_lading(), "bill_of_lading", BILL, id="bill of lading"),
        pytest.param(papers.invoice("en"), "invoice", INVOICE, id="invoice in English"),
        pytest.param(papers.invoice("ru"), "invoice", RUSSIAN_INVOICE, id="invoice in Russian"),
        pytest.param(papers.packing_list(), "packing_list", PACKING_LIST, id="packing list"),
    ],
)
def test_what_a_paper_states(raw, kind, values):
    draft = read_draft(raw)
    assert (draft.kind, draft.values, draft.problems) == (kind, values, [])


def _names(values):
    for name, value in values.items():
        if isinstance(value, list):
            yield from (f"{name}.{row}.{box}" for row, line in enumerate(value) for box in line)
        else:
            yield name


@pytest.mark.parametrize("raw", [papers.cmr(), papers.bill_of_lading(), papers.invoice("ru"), papers.packing_list()])
def test_every_value_has_its_place_on_the_page(raw):
    draft = read_draft(raw)
    assert set(draft.places) == set(_names(draft.values))
    (width, height), *_ = draft.pages
    for place in draft.places.values():
        assert 0 <= place["x0"] < place["x1"] <= width and 0 <= place["y0"] < place["y1"] <= height


def test_a_place_is_where_the_value_stands():
    places = read_draft(papers.cmr()).places
    assert places["sender"]["x1"] < places["carrier"]["x0"]  # left and right half of the blank
    assert places["sender"]["y1"] < places["consignee"]["y0"] < places["place_of_delivery"]["y0"]
    assert places["goods.0.packages"]["x1"] < places["goods.0.gross_mass_kg"]["x0"]


@pytest.mark.parametrize("kind", ["cmr_note", "bill_of_lading"])
def test_labels_name_boxes_of_the_typed_paper(kind):
    paper = BY_KIND[kind]
    named = {box for label in LABELS[kind] for box in (label.box, label.day_box) if box}
    in_lines = {box.name for lines in paper.lines for box in lines.boxes}
    assert named - set(paper.boxes) - in_lines == set()


def test_values_on_a_second_page_are_found():
    head, _, tail = papers.cmr_markup().partition("#table(columns: (1.2fr")
    draft = read_draft(pdf(f"{head}#pagebreak()\n#table(columns: (1.2fr{tail}"))
    assert draft.places["goods.0.packages"]["page"] == 1
    assert (draft.values["sender"], draft.values["goods"]) == (CMR["sender"], CMR["goods"])


def test_a_row_of_totals_is_no_goods():
    row = "[61,2],"
    summed = papers.cmr_markup().replace(row, f"{row} [Total], [618], [], [], [], [15 640,5], {row}")
    assert read_draft(pdf(summed)).values["goods"] == CMR["goods"]


def a_pdf(objects: list[bytes], trailer: bytes = b"") -> bytes:
    """Return a PDF of these objects, numbered from 1; the first is the catalogue."""
    body, at = b"%PDF-1.7\n", []
    for number, content in enumerate(objects, start=1):
        at.append(len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    xref = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1) + b"".join(b"%010d 00000 n \n" % a for a in at)
    end = b"trailer\n<</Size %d /Root 1 0 R %s>>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, trailer, len(body))
    return body + xref + end


def pages(count: int, page: bytes = b"/MediaBox [0 0 300 300]", *, more: bytes = b"") -> bytes:
    kids = b" ".join(b"%d 0 R" % (number + 3) for number in range(count))
    page_objects = [b"<</Type /Page /Parent 2 0 R %s>>" % page] * count
    return a_pdf(
        [
            b"<</Type /Catalog /Pages 2 0 R %s>>" % more,
            b"<</Type /Pages /Count %d /Kids [%s]>>" % (count, kids),
            *page_objects,
        ]
    )


def one_page(content: bytes, resources: bytes = b"", *more: bytes) -> bytes:
    """Return a PDF of one page with this packed content."""
    page = b"<</Type /Page /Parent 2 0 R /MediaBox [0 0 300 300] /Contents 4 0 R /Resources <<%s>>>>" % resources
    stream = b"<</Length %d /Filter /FlateDecode>>\nstream\n%s\nendstream" % (len(content), content)
    tree = [b"<</Type /Catalog /Pages 2 0 R>>", b"<</Type /Pages /Count 1 /Kids [3 0 R]>>"]
    return a_pdf([*tree, page, stream, *more])


def bomb() -> bytes:
    """A page that unpacks to 350 MB of strokes."""
    packer = zlib.compressobj(9)
    return one_page(b"".join(packer.compress(b"0 0 m 1 1 l S\n" * 100_000) for _ in range(250)) + packer.flush())


def enormous_image() -> bytes:
    claims = b"/Subtype /Image /Width 60000 /Height 60000 /ColorSpace /DeviceRGB /BitsPerComponent 8 /Length 1"
    image = b"<</Type /XObject %s>>\nstream\n0\nendstream" % claims
    return one_page(zlib.compress(b"300 0 0 300 0 0 cm /I Do"), b"/XObject <</I 5 0 R>>", image)


LOCK = (
    b"/Encrypt <</Filter /Standard /V 1 /R 2 /Length 40 /P -4 /O <" + b"41" * 32 + b"> /U <" + b"42" * 32 + b">>>"
    b" /ID [<4142> <4142>]"
)


@pytest.mark.parametrize(
    ("what", "raw", "codes"),
    [
        ("nothing behind the mark", b"%PDF-1.7", ["pdf_broken"]),
        ("no pages", a_pdf([b"<</Type /Catalog>>"]), ["pdf_broken"]),
        ("half a file", papers.cmr()[:900], ["pdf_broken"]),
        (
            "locked",
            a_pdf([b"<</Type /Catalog /Pages 2 0 R>>", b"<</Type /Pages /Count 0 /Kids []>>"], LOCK),
            ["pdf_locked"],
        ),
        ("10,000 pages", pages(10_000), ["pdf_pages_left", "pdf_without_text"]),
        ("a scan", pages(1), ["pdf_without_text"]),
        ("a script", pages(1, more=b"/OpenAction <</S /JavaScript /JS (app.alert(1))>>"), ["pdf_without_text"]),
        ("a page that unpacks without end", bomb(), ["pdf_too_large"]),
        ("an enormous image", enormous_image(), ["pdf_without_text"]),
        ("a page without end", pages(1, b"/MediaBox [0 0 1e30 1e30]"), ["pdf_without_text"]),
        ("another kind", pdf("= Air waybill\n706-12345675"), ["pdf_kind_only"]),
        ("no kind", pdf("Hello"), ["pdf_kind_unknown"]),
        ("a title alone", pdf("= Packing list"), ["pdf_nothing_found"]),
    ],
)
def test_a_file_that_gives_nothing_says_why(what, raw, codes):
    draft = read_draft(raw)
    assert ([problem.code for problem in draft.problems], draft.values) == (codes, {})
    assert all(code in PROBLEMS for code in codes)


def test_a_file_whose_table_of_objects_is_broken_is_read_all_the_same():
    raw = papers.cmr()
    at = raw.rindex(b"startxref")
    assert read_draft(raw[:at] + b"startxref\n7\n%%EOF").values == CMR


def test_a_page_that_is_turned_is_read_as_it_is_seen():
    turned = papers.cmr_markup().replace("#set page(", "#set page(flipped: true, ", 1)
    draft = read_draft(pdf(turned))
    assert draft.pages[0][0] > draft.pages[0][1]
    assert draft.values["sender"] == CMR["sender"]


def test_a_flood_of_text_is_cut():
    draft = read_draft(pdf("= Invoice\nInvoice No: X-1\n\n#for i in range(9000) [Total goods #i ]"))
    assert draft.kind == "invoice" and draft.values["number"] == "X-1"
    assert all(len(str(value)) <= 1000 for name, value in draft.values.items() if name != "goods")


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.integers(0, 10_000), st.binary(min_size=1, max_size=40))
def test_any_bytes_are_answered(at, patch):
    raw = papers.cmr()
    at %= len(raw)
    read_draft(raw[:at] + patch + raw[at + len(patch) :])
