"""What the worker does for this room; Procrastinate looks for it here."""

from .berichtenpost.tasks import doe_de_post

__all__ = ["doe_de_post"]
