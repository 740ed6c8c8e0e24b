"""Worker processes have no network where the system lets them give it up."""

import socket
import subprocess
import sys

import pytest

CONNECT = (
    "import socket, sys\n"
    "from service.store.workers.network import cut_off\n"
    "print(cut_off())\n"
    "try: socket.create_connection(('127.0.0.1', int(sys.argv[1])), 5); print('reached')\n"
    "except OSError: print('cut off')\n"
)


def test_a_process_that_is_cut_off_reaches_nobody() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = str(server.getsockname()[1])
        command = [sys.executable, "-c", CONNECT, port]
        done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=30)
    worked, reached = done.stdout.split("\n")[:2]
    if worked != "True":
        pytest.skip("this system lets no process give up its network")
    assert reached == "cut off"
