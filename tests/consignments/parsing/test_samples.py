"""Each sample document is read as its expected file says."""

import json

import pytest

from consignments.parsing.problems import PROBLEMS, remedy, sentence

from .samples import as_json, documents, expected_path, read


@pytest.mark.parametrize("document", documents(), ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_a_sample_is_read_as_expected(document):
    assert as_json(read(document)) == json.loads(expected_path(document).read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("kind", "least"),
    [
        ("cuscar", 18),
        ("iftmin", 3),
        ("iftmcs", 2),
        ("ifcsum", 2),
        ("eaeu_road", 5),
        ("eaeu_rail", 3),
        ("eaeu_transit", 3),
        ("eaeu_goods", 2),
        ("esadout", 4),
        ("json_manifest", 5),
        ("spreadsheet", 6),
        ("cmr_note", 3),
        ("tir_carnet", 4),
        ("smgs_note", 3),
        ("air_waybill", 3),
        ("bill_of_lading", 3),
    ],
)
def test_every_kind_has_its_samples(kind, least):
    assert len([path for path in documents() if path.parent.name == kind]) >= least


def test_every_problem_of_the_samples_has_a_sentence_and_a_remedy():
    for path in documents():
        document = read(path)
        problems = [p for consignment in document.consignments for p in consignment.problems]
        for problem in [*problems, *document.problems]:
            assert problem.code in PROBLEMS
            assert sentence(problem) and "?" not in sentence(problem).replace(problem.params.get("value", ""), "")
            assert remedy(problem)
