"""The whole practice account: MiniStack, what AWS does beyond it, and the visitors of what was built in it."""

from functools import partial

import certificates
import defaults
import gateway
import mail
import refusals
import signatures
import users
import visitors
from ministack import app as ministack

signatures.accept()
# From the inside out: each asks the one before it.
emulator = ministack.app
for layer in (defaults, certificates, mail, users, refusals, gateway):
    emulator = partial(layer.serve, emulator)


async def play(scope, receive, send):
    """The application to serve."""
    await visitors.visit(emulator, scope, receive, send)
