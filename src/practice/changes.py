"""Which requests may change the account: everything that is not plainly a question."""

import re

METHODS = {"GET", "HEAD", "OPTIONS"}
READ = r"(Batch)?(Get|List|Describe|Lookup|Scan|Query|Search|Simulate|Filter)[A-Z]?\w*"
# The operation's name is in a header, or at the beginning of a form.
TARGET = re.compile(rf"\w+(\.\w+)*\.{READ}")
FORM = re.compile(rf"(\w+=[^&]*&)*Action={READ}(&.*)?", re.DOTALL)
LONGEST_FORM = 4096


def may_change(scope, body):
    """Whether the request may change something; `body` is the beginning of its body."""
    if scope["method"] in METHODS:
        query = scope["query_string"].decode("latin-1")
        return "Action=" in query and FORM.fullmatch(query) is None  # a link in a letter
    headers = {name.lower(): value.decode("latin-1") for name, value in scope["headers"]}
    if target := headers.get(b"x-amz-target"):
        return TARGET.fullmatch(target) is None
    is_form = headers.get(b"content-type", "").startswith("application/x-www-form-urlencoded")
    return not is_form or FORM.fullmatch(body[:LONGEST_FORM].decode("utf-8", "replace")) is None
