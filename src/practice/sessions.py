"""Who is signed in at the sign-in pages, by a cookie of theirs, and who has just signed up."""

import secrets
import time

HOUR = 3600  # seconds that a session lasts (Amazon Cognito Developer Guide, "User pool managed login")
COOKIE = "cognito"


class Sessions:
    """Each is a pool and the name of a user in it, known by a text that nobody guesses."""

    def __init__(self):
        self.known = {}

    def begin(self, pool_id, name):
        for old in [old for old, (_, _, end) in self.known.items() if end < time.monotonic()]:
            del self.known[old]
        session = secrets.token_urlsafe(24)
        self.known[session] = (pool_id, name, time.monotonic() + HOUR)
        return session

    def user(self, pool_id, session):
        """The name of the user, or None."""
        found = self.known.get(session)
        return found[1] if found and found[0] == pool_id and found[2] > time.monotonic() else None

    def end(self, session):
        self.known.pop(session, None)


def of_cookie(text):
    """The session that a request names."""
    pairs = (part.strip().partition("=") for part in text.split(";"))
    return next((value for name, _, value in pairs if name == COOKIE), "")


def cookie(session):
    return (b"set-cookie", f"{COOKIE}={session}; Path=/; HttpOnly; SameSite=Lax".encode())


NO_COOKIE = (b"set-cookie", f"{COOKIE}=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax".encode())
