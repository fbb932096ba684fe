"""The whole practice account: MiniStack, what AWS does beyond it, and the visitors of what was built in it."""

from functools import partial

import batches
import certificates
import defaults
import deployments
import gateway
import identities
import integrations
import machines
import mail
import parameters
import patches
import refusals
import runtimes
import scopes
import unplayed
import users
import visitors
from ministack import app as ministack

integrations.play()
deployments.play()
parameters.name()
patches.play()
identities.play()
batches.play()
refusals.play()
runtimes.name()
# From the inside out: each asks the one before it.
layered = ministack.app
for layer in (defaults, certificates, machines, mail, users, scopes, refusals, gateway, unplayed):
    layered = partial(layer.serve, layered)


async def emulator(scope, receive, send):
    """MiniStack with what AWS does beyond it. What is no request, such as the end of serving, is MiniStack's alone."""
    await (layered if scope["type"] == "http" else ministack.app)(scope, receive, send)


async def play(scope, receive, send):
    """The application to serve."""
    await visitors.visit(emulator, scope, receive, send)
