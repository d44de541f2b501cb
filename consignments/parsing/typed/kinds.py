"""The documents that are typed by hand; only our own forms send them."""

from functools import partial

from ..kind import Kind, Submitted
from ..values import ParsedDocument
from . import typed_document
from .carrying import cannot_carry, must_carry
from .paper import Paper
from .papers import PAPERS


def _recognises(paper: Paper, sent: Submitted) -> bool:
    return sent.content_type == paper.content_type or typed_document.recognises(paper, sent.raw)


def _parse(paper: Paper, sent: Submitted) -> ParsedDocument:
    return typed_document.parse(paper, sent.raw, local_zone=sent.local_zone)


KINDS: tuple[Kind, ...] = tuple(
    Kind(
        paper.kind,
        frozenset({paper.content_type}),
        partial(_recognises, paper),
        partial(_parse, paper),
        must_carry(paper),
        cannot_carry(paper),
    )
    for paper in PAPERS
)
