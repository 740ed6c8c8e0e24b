"""`python -m service.cli` is the command `communique`."""

from service.cli.main import main

main()
