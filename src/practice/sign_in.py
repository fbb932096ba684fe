"""The sign-in pages of a user pool, at the domain of the learner's that the pool has: signing up, the code, signing in and
out. What they show is played here; users, codes and tokens are the emulator's own. MiniStack has a page to log in and none of
the others (Amazon Cognito Developer Guide, "User pool endpoints and managed login reference")."""

import re
from urllib.parse import parse_qsl, urlencode

import pools
import tokens
from asgi import answer, header, replayed
from ministack.services import cognito
from sessions import NO_COOKIE, Sessions, cookie, of_cookie
from sign_in_pages import Pages
from way import Way, known

HTML = (b"content-type", b"text/html; charset=utf-8")
HEADERS = [
    (b"server", b"CloudFront"),
    (b"x-amz-cf-id", b"practice"),
    (b"content-security-policy", b"default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'"),
    # Without any referrer, browsers say of the forms of these pages that they come from nowhere.
    (b"referrer-policy", b"same-origin"),
]
UNAVAILABLE = "Login pages unavailable. Please contact an administrator."
CLASSIC = 1  # the branding version of a domain whose pages need no style

sessions = Sessions()
signed_up = Sessions()


class SignIn:
    """What answers for the domain of a pool."""

    runs_code = False

    def __init__(self, domain, pool_id):
        self.domain, self.pool_id = domain, pool_id

    async def __call__(self, app, scope, receive, send):
        self.app, self.scope = app, scope
        body = (await replayed(receive))[0] if scope["method"] == "POST" else b""
        sent = scope["query_string"] if scope["method"] in ("GET", "HEAD") else body
        self.fields = dict(parse_qsl(sent.decode("utf-8", "replace"), keep_blank_values=True))
        self.session = of_cookie(header(scope, b"cookie"))
        status, headers, text = await self.respond(scope["method"], scope["path"])
        await answer(send, status, text, [*headers, *HEADERS])

    async def respond(self, method, path):
        if path in ("/oauth2/token", "/oauth2/userInfo", "/oauth2/revoke"):
            return await self.program(method, path)
        if method == "POST" and header(self.scope, b"origin") not in ("", f"https://{self.domain}"):
            return page(403, self.pages().page("This form is for these pages alone", ""))
        if method in ("GET", "HEAD") and path == "/logout":
            return self.log_out()
        if method in ("GET", "HEAD") and path == "/error":
            said = self.fields.get("error", "")
            return page(400, self.pages().page("An error was encountered with the requested page.", "", said))
        act = ACTS.get((method.replace("HEAD", "GET"), path))
        if act is None:
            return page(404, self.pages().page("There is no such page", ""))
        versions = pools.pool(self.pool_id).get("_managed_login_versions", {})
        if versions.get(self.domain, CLASSIC) != CLASSIC:
            return page(403, self.pages().page("Login pages unavailable", "", UNAVAILABLE))
        way = Way(self.pool_id, self.fields)
        if wrong := way.error_page():
            return redirect("/error?" + urlencode({"error": wrong, "client_id": way.fields["client_id"]}))
        if wrong := way.refusal():
            return redirect(way.sent_back(error=wrong))
        return await act(self, way)

    async def program(self, method, path):
        if method == "OPTIONS":
            return 204, tokens.PREFLIGHT, b""
        if path == "/oauth2/userInfo" and method in ("GET", "POST"):
            return await tokens.user_info(self.app, self.scope, self.pool_id)
        if method != "POST":
            return tokens.refused("invalid_request", 405)
        act = tokens.token if path == "/oauth2/token" else tokens.revoke
        return await act(self.app, self.scope, self.pool_id, self.fields)

    def pages(self, way=None):
        styles = pools.pool(self.pool_id).get("_ui_customizations", {})
        style = styles.get(way.fields["client_id"] if way else "") or styles.get("ALL") or {}
        return Pages(self.domain, style.get("CSS", ""))

    async def begin(self, way):
        """The form; whoever is signed in already goes back at once."""
        name = sessions.user(self.pool_id, self.session)
        if name and pools.user(self.pool_id, name):
            return self.with_code(way, name)
        return self.form(way)

    def form(self, way, name="", message=""):
        return page(200, self.pages(way).log_in(way, name, message, not self.is_closed()))

    def with_code(self, way, name, headers=()):
        asked = way.fields
        _, given, _ = cognito._issue_auth_code_redirect(
            asked["client_id"],
            self.pool_id,
            way.back,
            asked["scope"],
            name,
            asked["nonce"],
            asked["code_challenge"],
            asked["code_challenge_method"],
            asked["state"],
        )
        return redirect(given["Location"], headers)

    def signed_in(self, way, name):
        return self.with_code(way, name, [cookie(sessions.begin(self.pool_id, name))])

    async def log_in(self, way):
        name, password = (self.fields.get(field, "") for field in ("username", "password"))
        user = pools.user(self.pool_id, name)
        if not user or user.get("_password") != password:
            return self.form(way, name, "Incorrect username or password.")
        if not user.get("Enabled", True):
            return self.form(way, name, "User is disabled.")
        status = user["UserStatus"]
        if status == "UNCONFIRMED":
            return self.code_page(way, name)
        if status == "FORCE_CHANGE_PASSWORD":
            return await self.change_password(way, user, name)
        if status != "CONFIRMED":
            return self.form(way, name, "Password reset required for the user")
        return self.signed_in(way, user["Username"])

    async def change_password(self, way, user, name):
        new, message = self.fields.get("new_password", ""), ""
        if new:
            members = {"UserPoolId": self.pool_id, "Username": user["Username"], "Password": new, "Permanent": True}
            done, said = await pools.operate(self.app, self.scope, self.pool_id, "AdminSetUserPassword", members)
            if done:
                return self.signed_in(way, user["Username"])
            message = said.get("message", "")
        return page(200, self.pages(way).new_password(way, name, message))

    def is_closed(self):
        """Whether administrators alone make users."""
        users = pools.pool(self.pool_id).get("AdminCreateUserConfig") or {}
        return bool(users.get("AllowAdminCreateUserOnly"))

    def required(self):
        """Name and label of what everybody tells who signs up."""
        pool = pools.pool(self.pool_id)
        by_name = [] if pool.get("UsernameAttributes") else [("username", "User name")]
        names = [about["Name"] for about in pool.get("SchemaAttributes", []) if about.get("Required")]
        names += [name for name in pool.get("UsernameAttributes") or [] if name not in names]
        return by_name + [(name, LABELS.get(name, name.replace("_", " ").capitalize())) for name in names if name != "sub"]

    async def begin_sign_up(self, way, message=""):
        if self.is_closed():
            return self.form(way, message="SignUp is not permitted for this user pool")
        return page(200, self.pages(way).sign_up(way, self.required(), self.fields, message))

    async def sign_up(self, way):
        if self.is_closed():
            return await self.begin_sign_up(way)
        told = {name: self.fields.get(name, "").strip() for name, _ in self.required()}
        name = told.pop("username", "") or told.get("email", "") or told.get("phone_number", "")
        attributes = [{"Name": key, "Value": value} for key, value in told.items()]
        members = {"Username": name, "Password": self.fields.get("password", ""), "UserAttributes": attributes}
        done, said = await self.operate_as(way, "SignUp", members)
        if not done:
            return await self.begin_sign_up(way, said.get("message", ""))
        user = pools.user(self.pool_id, name) or pools.user(self.pool_id, said["UserSub"])
        if said.get("UserConfirmed"):
            return self.signed_in(way, user["Username"])
        return self.code_page(way, name, signed_up.begin(self.pool_id, user["Username"]))

    def code_page(self, way, name, mark="", message=""):
        user = pools.user(self.pool_id, name) or {}
        code = user.get("_confirmation_code") or "that you have to ask for again"
        return page(200, self.pages(way).confirm(way, name, code, mark, message))

    async def confirm(self, way):
        """Whoever has just signed up is signed in; anybody else enters the password."""
        name, code = self.fields.get("username", ""), self.fields.get("code", "").strip()
        mark = self.fields.get("signed_up", "")
        done, said = await self.operate_as(way, "ConfirmSignUp", {"Username": name, "ConfirmationCode": code})
        if not done:
            return self.code_page(way, name, mark, said.get("message", ""))
        known_name, user = signed_up.user(self.pool_id, mark), pools.user(self.pool_id, name)
        signed_up.end(mark)
        if known_name and known_name == user["Username"]:
            return self.signed_in(way, known_name)
        return self.form(way, name, "Your account is confirmed. Log in.")

    async def send_code_again(self, way):
        name = self.fields.get("username", "")
        await self.operate_as(way, "ResendConfirmationCode", {"Username": name})
        return self.code_page(way, name, self.fields.get("signed_up", ""), "Another code is on its way.")

    def log_out(self):
        """Ends the session. People go to an address that the app client lists, or to the next log-in."""
        sessions.end(self.session)
        client = pools.pool(self.pool_id)["_clients"].get(self.fields.get("client_id", ""))
        leave = known(self.fields.get("logout_uri", ""))
        if client and leave:
            wrong = None if leave in (client.get("LogoutURLs") or []) else "invalid_request: logout_uri"
            return redirect("/error?" + urlencode({"error": wrong}) if wrong else leave, [NO_COOKIE])
        if client and self.fields.get("redirect_uri"):
            return redirect("/login?" + Way(self.pool_id, self.fields).query(), [NO_COOKIE])
        return redirect("/error?" + urlencode({"error": "invalid_request"}), [NO_COOKIE])

    async def operate_as(self, way, operation, members):
        return await pools.operate_as(way.client, self.app, self.scope, self.pool_id, operation, members)


ACTS = {
    ("GET", "/oauth2/authorize"): SignIn.begin,
    ("GET", "/login"): SignIn.begin,
    ("POST", "/login"): SignIn.log_in,
    ("GET", "/signup"): SignIn.begin_sign_up,
    ("POST", "/signup"): SignIn.sign_up,
    ("POST", "/confirm"): SignIn.confirm,
    ("POST", "/resendcode"): SignIn.send_code_again,
}
LABELS = {"email": "E-mail address", "given_name": "Given name", "family_name": "Family name"}


def page(status, text):
    return status, [HTML, (b"cache-control", b"no-store")], text.encode()


def redirect(address, headers=()):
    # An address is one line of letters that a header may hold.
    plain = re.sub(r"[^!-~]", "", address)
    return 302, [(b"location", plain.encode()), (b"cache-control", b"no-store"), *headers], b""
