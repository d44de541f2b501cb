"""Printed sheets: a Typst template and plain data become a PDF."""
