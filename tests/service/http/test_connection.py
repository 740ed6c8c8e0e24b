"""A connection is found by its client's address, and only that one is broken."""

import socket

import pytest

from service.http.connection import break_off


@pytest.mark.parametrize("family", [socket.AF_INET, socket.AF_INET6])
def test_only_the_client_that_is_named_sees_its_connection_end(
    family: socket.AddressFamily,
) -> None:
    host = "127.0.0.1" if family is socket.AF_INET else "::1"
    with socket.create_server((host, 0), family=family) as server:
        ours = [socket.create_connection(server.getsockname()[:2], timeout=5) for _ in range(2)]
        theirs = [server.accept()[0] for _ in ours]
        port = ours[0].getsockname()[1]
        break_off(f"[{host}]:{port}" if ":" in host else f"{host}:{port}")
        assert ours[0].recv(1) == b""
        theirs[1].sendall(b"x")
        assert ours[1].recv(1) == b"x"
        for each in (*ours, *theirs):
            each.close()


def test_a_client_that_is_nowhere_breaks_nothing() -> None:
    one, other = socket.socketpair()
    with one, other:
        break_off("127.0.0.1:1")
        one.sendall(b"x")
        assert other.recv(1) == b"x"
