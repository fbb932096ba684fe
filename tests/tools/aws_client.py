"""Hands one `aws` command to aws_server.py and ends as it ended.

Usage: python -ISE aws_client.py SOCKET ARGUMENT... Written with built-in modules only: it must start in milliseconds.
"""

import posix
import sys

import _socket


def words():
    encoding = sys.getfilesystemencoding()
    arguments = [argument.encode(encoding, "surrogateescape") for argument in sys.argv[2:]]
    environment = [name + b"=" + value for name, value in posix.environ.items()]
    return len(arguments), b"\0".join(arguments + environment)


def request(server):
    count, text = words()
    data = (len(text) + 16).to_bytes(8, "big") + count.to_bytes(8, "big") + text
    descriptors = (0, 1, 2, posix.open(".", posix.O_RDONLY))
    packed = b"".join(number.to_bytes(4, sys.byteorder) for number in descriptors)
    sent = server.sendmsg([data], [(_socket.SOL_SOCKET, _socket.SCM_RIGHTS, packed)])
    server.sendall(data[sent:])


def main():
    server = _socket.socket(_socket.AF_UNIX, _socket.SOCK_STREAM)
    server.connect(sys.argv[1])
    request(server)
    answer = server.recv(2)
    if len(answer) < 2:
        sys.exit("aws: the tests' aws server ended before the command did")
    code = int.from_bytes(answer, "big", signed=True)
    if code < 0:
        posix.kill(posix.getpid(), -code)
    posix._exit(code)


main()
