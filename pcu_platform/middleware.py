"""Small steps of every request: the content-security policy, the officer's own language, the line in the log."""

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


class RequestLog(RequestMiddleware):
    """A query may hold the name or plate an officer searched for, so the log has the path alone."""

    @staticmethod
    def format_request(request: HttpRequest) -> str:
        return f"{request.method} {request.path}"
