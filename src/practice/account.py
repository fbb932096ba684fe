"""The whole practice account: MiniStack, what AWS does beyond it, and the visitors of what was built in it."""

import defaults
import visitors
from ministack import app as ministack


async def play(scope, receive, send):
    """The application to serve."""
    await visitors.visit(emulator, scope, receive, send)


async def emulator(scope, receive, send):
    await defaults.serve(ministack.app, scope, receive, send)
