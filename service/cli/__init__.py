"""The command `communique`."""

from service.cli.main import main

__all__ = ["main"]
