"""Pictures of what strangers sent: made in a process of its own, so that a hostile file harms nothing else."""

from .pictures import picture_of

__all__ = ["picture_of"]
