"""Small steps of every request: the content-security policy, the officer's own language, the line in the log."""

import html
import re

from django.core.exceptions import BadRequest
from django.http import HttpRequest
from django.utils import translation
from django_structlog.middlewares import RequestMiddleware

POLICY = "; ".join(
    [
        "default-src 'self'",
        "img-src 'self' data: blob:",
        "style-src 'self'",
        "script-src 'self'",
        "worker-src 'self'",
        "manifest-src 'self'",
        "object-src 'none'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
        "form-action 'self'",
    ]
)
# The API's own reading page is drawn by a packaged script that sets inline styles and starts itself inline.
DOCS_POLICY = POLICY.replace("style-src 'self'", "style-src 'self' 'unsafe-inline'").replace(
    "script-src 'self'", "script-src 'self' 'unsafe-inline'"
)


class ContentSecurityPolicy:
    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        response.setdefault("Content-Security-Policy", DOCS_POLICY if request.path == "/api/v1/docs/" else POLICY)
        response.setdefault("Permissions-Policy", "geolocation=(), microphone=()")
        return response


class NoNulInAddress:
    """No address of ours has a NUL in it, and the database takes none: answer 400 before anybody asks it."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if "\x00" in request.path_info or "%00" in request.META.get("QUERY_STRING", ""):
            raise BadRequest("NUL in the address")
        return self.get_response(request)


class OfficersLanguage:
    """A signed-in officer's own choice wins over the browser's."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        language = getattr(request.user, "language", "") if request.user.is_authenticated else ""
        if not language:
            return self.get_response(request)
        with translation.override(language):
            request.LANGUAGE_CODE = language
            response = self.get_response(request)
        response.headers["Content-Language"] = language
        return response


class VisibleDirections:
    """Shows the characters that turn the direction of writing: with one, "GEPJ.EXE" reads "EXE.JPEG" in a page.

    Texts are kept as they were sent; here, where pages leave us, each such character becomes its code point.
    """

    # In UTF-8: U+061C, U+200E, U+200F, U+202A to U+202E, U+2066 to U+2069; also as references to characters.
    _TURNING = re.compile(
        rb"\xd8\x9c|\xe2\x80[\x8e\x8f\xaa-\xae]|\xe2\x81[\xa6-\xa9]"
        rb"|&#(?:x(?:061c|200[ef]|202[a-e]|206[6-9])|1564|820[67]|823[4-8]|829[4-7]);?",
        re.IGNORECASE,
    )

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        if not response.streaming and response.get("Content-Type", "").startswith("text/html"):
            content = response.content
            if self._TURNING.search(content):
                response.content = self._TURNING.sub(self._code_point, content)
        return response

    @staticmethod
    def _code_point(found: re.Match[bytes]) -> bytes:
        shown = html.unescape(found[0].decode())
        return f"⟨U+{ord(shown):04X}⟩".encode()


class RequestLog(RequestMiddleware):
    """A query may hold the name or plate an officer searched for, so the log has the path alone."""

    @staticmethod
    def format_request(request: HttpRequest) -> str:
        return f"{request.method} {request.path}"
