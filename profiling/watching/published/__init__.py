"""Reads lists as their publishers write them: files in, entries out, bad records named; nothing is stored."""
