"""What readers put right: checked, applied to every article that it reaches, and undone."""

from service.correcting.asking import Asked, correction_for, kinds_for
from service.correcting.planning import Planned, applied, undone

__all__ = ["Asked", "Planned", "applied", "correction_for", "kinds_for", "undone"]
