"""What ./pcu does: an environment, embedded PostgreSQL and Valkey, the platform's processes under one parent.

Standard library only: the first half runs before any package is installed.
"""
