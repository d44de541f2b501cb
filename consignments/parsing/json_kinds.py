"""The JSON documents that are read."""

from . import json_manifest
from .json_carrying import JSON_MANIFEST_CANNOT, JSON_MANIFEST_MUST
from .kind import JSON, Kind
from .values import DocumentKind

KINDS: tuple[Kind, ...] = (
    Kind(
        DocumentKind.JSON_MANIFEST,
        JSON,
        lambda sent: sent.raw.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] in (b"{", b"["),
        lambda sent: json_manifest.parse(sent.raw, local_zone=sent.local_zone),
        JSON_MANIFEST_MUST,
        JSON_MANIFEST_CANNOT,
    ),
)
