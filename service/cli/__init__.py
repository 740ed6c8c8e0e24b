"""The command `communique`."""
