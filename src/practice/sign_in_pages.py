"""The sign-in pages as text: plain HTML, which works without a script, with the owner's CSS for the classic pages."""

from html import escape

STYLE = """
*{box-sizing:border-box}
body{margin:2rem auto;padding:0 1rem;max-width:24rem;font:1.125rem/1.5 system-ui,sans-serif;color:#1a1a1a;background:#fff}
h1{margin:0;padding:0 1rem;font-size:1.5rem}
.banner-customizable{margin-bottom:1rem;padding:1rem 0;color:#fff;background-color:#555}
label{display:block;margin-top:.75rem}
input{display:block;width:100%;padding:.4rem;font:inherit}
button{display:block;width:100%;margin-top:1rem;padding:.5rem;font:inherit;color:#fff;background-color:#1f4e79;border:0}
.errorMessage-customizable{padding:.5rem;color:#8b0000;border:1px solid}
.practice{margin-top:2rem;padding:.5rem;border:1px dashed}
"""
PRACTICE = '<p class="practice">This page is played by your practice account, on this machine. {}</p>'


class Pages:
    """The pages of an app client."""

    def __init__(self, name, css):
        self.name = name
        # A rule cannot end the element that it stands in.
        self.css = css.replace("<", "\\3c ")

    def page(self, title, content, message="", practice=""):
        told = f'<p class="errorMessage-customizable" role="alert">{escape(message)}</p>' if message else ""
        return (
            f'<!doctype html>\n<html lang="en">\n<head><meta charset="utf-8">'
            f'<meta name="viewport" content="width=device-width, initial-scale=1">'
            f"<title>{escape(title)}</title><style>{STYLE}{self.css}</style></head>\n"
            f'<body class="background-customizable"><main>\n'
            f'<div class="banner-customizable"><h1>{escape(self.name)}</h1></div>\n'
            f"<h2>{escape(title)}</h2>\n{told}{content}\n{PRACTICE.format(practice)}\n</main></body>\n</html>\n"
        )

    def log_in(self, way, name="", message="", may_sign_up=True):
        inputs = field("username", "E-mail address or user name", name, autocomplete="username")
        inputs += field("password", "Password", kind="password", autocomplete="current-password")
        link = f'<p>Need an account? <a href="/signup?{escape(way.query())}">Sign up</a></p>' if may_sign_up else ""
        return self.page("Log in", form("/login", way, inputs, "Log in") + link, message)

    def sign_up(self, way, asked, told=None, message=""):
        """`asked` are the name and the label of each attribute that is required."""
        told = told or {}
        inputs = "".join(
            field(name, label, told.get(name, ""), "email" if name == "email" else "text", AUTOCOMPLETE.get(name, "off"))
            for name, label in asked
        )
        inputs += field("password", "Password", kind="password", autocomplete="new-password")
        link = f'<p>Have an account? <a href="/login?{escape(way.query())}">Log in</a></p>'
        return self.page("Sign up", form("/signup", way, inputs, "Sign up") + link, message)

    def confirm(self, way, name, code, signed_up="", message=""):
        inputs = hidden("username", name) + hidden("signed_up", signed_up)
        inputs += field("code", "Code from the mail", kind="text", autocomplete="one-time-code")
        again = form("/resendcode", way, hidden("username", name) + hidden("signed_up", signed_up), "Resend code")
        practice = f"It sends no mail. In the mail for {escape(name)} would be the code <strong>{escape(code)}</strong>."
        return self.page("Confirm your account", form("/confirm", way, inputs, "Confirm") + again, message, practice)

    def new_password(self, way, name, message=""):
        inputs = hidden("username", name)
        inputs += field("password", "Temporary password", kind="password", autocomplete="current-password")
        inputs += field("new_password", "New password", kind="password", autocomplete="new-password")
        told = "<p>An administrator made this account. Choose a password of your own.</p>"
        return self.page("Change password", told + form("/login", way, inputs, "Change password"), message)


AUTOCOMPLETE = {
    "email": "email",
    "username": "username",
    "given_name": "given-name",
    "family_name": "family-name",
    "name": "name",
}


def form(action, way, inputs, button):
    carried = "".join(hidden(name, value) for name, value in way.fields.items() if value)
    submit = f'<button class="submitButton-customizable">{escape(button)}</button>'
    return f'<form method="post" action="{action}">{carried}{inputs}{submit}</form>\n'


def field(name, label, value="", kind="text", autocomplete="off"):
    return (
        f'<label class="label-customizable" for="{escape(name)}">{escape(label)}</label>'
        f'<input class="inputField-customizable" id="{escape(name)}" name="{escape(name)}" type="{kind}" '
        f'value="{escape(value)}" autocomplete="{autocomplete}" required>\n'
    )


def hidden(name, value):
    return f'<input type="hidden" name="{escape(name)}" value="{escape(value)}">'
