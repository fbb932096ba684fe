"""The way of somebody who signs in: which app client sends them, what for, and to where they go back. Whether Cognito goes
it is told here (Amazon Cognito Developer Guide, "Authorize endpoint")."""

import re
from urllib.parse import urlencode

import pools

NAMES = (
    "client_id",
    "redirect_uri",
    "response_type",
    "scope",
    "state",
    "code_challenge",
    "code_challenge_method",
    "nonce",
)


def known(address):
    """The address by which the learner's own is known, where a browser on this machine has it under `localhost`."""
    return re.sub(r"^http://([^/:]+)\.localhost(:\d+)?(?=/|$)", r"https://\1", address)


class Way:
    def __init__(self, pool_id, fields):
        self.fields = {name: fields.get(name, "") for name in NAMES}
        self.pool_id = pool_id
        self.pool = pools.pool(pool_id)
        self.client = self.pool["_clients"].get(self.fields["client_id"])
        default = (self.client or {}).get("DefaultRedirectURI") or ""
        self.back = self.fields["redirect_uri"] = known(self.fields["redirect_uri"]) or default

    def query(self):
        """The same way in a link."""
        return urlencode({name: value for name, value in self.fields.items() if value})

    def error_page(self):
        """What is wrong with it so that Cognito shows a page of its own, or None."""
        if self.client is None:
            return f"User pool client {self.fields['client_id']} does not exist."
        if not self.client.get("AllowedOAuthFlowsUserPoolClient"):
            return "unauthorized_client"
        if self.back not in (self.client.get("CallbackURLs") or []):
            return "redirect_mismatch"
        if "COGNITO" not in (self.client.get("SupportedIdentityProviders") or []):
            return "Login option is not available. Please try another one"
        return None

    def refusal(self):
        """With what error people are sent back at once, or None. The address is known to be right."""
        asked, flows = self.fields, self.client.get("AllowedOAuthFlows") or []
        if asked["response_type"] not in ("code", "token"):
            return "invalid_request"
        if asked["response_type"] == "token" or "code" not in flows:
            return "unauthorized_client"
        allowed = self.client.get("AllowedOAuthScopes") or []
        if any(scope not in allowed for scope in asked["scope"].split()):
            return "invalid_scope"
        if asked["code_challenge"] or asked["code_challenge_method"]:
            is_known = asked["code_challenge"] and asked["code_challenge_method"] == "S256"
            return None if is_known else "invalid_request"
        return None

    def sent_back(self, **said):
        """The address to go back to, which says this, and the state."""
        state = {"state": self.fields["state"]} if self.fields["state"] else {}
        mark = "&" if "?" in self.back else "?"
        return self.back + mark + urlencode({**said, **state})
