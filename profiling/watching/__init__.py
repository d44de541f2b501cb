"""Watch lists and warnings: what goes in and out, what it is compared with, and the rounds that follow."""
