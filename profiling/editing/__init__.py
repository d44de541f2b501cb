"""A version as an officer edits it in the browser: a tree of fields, moved by buttons, read back as a definition."""

from .forms_of_version import VersionForms, VersionJson, errors_of

__all__ = ["VersionForms", "VersionJson", "errors_of"]
