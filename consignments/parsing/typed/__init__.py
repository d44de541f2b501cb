"""Documents typed by hand."""
