"""Changes of parts of an API, as API Gateway takes them: in a name, `~1` stands for a slash; what is true or false is no text; and
members of a list are named themselves. MiniStack makes parts of other names of them (Amazon API Gateway API Reference,
"PatchOperation"; RFC 6901, section 4).
"""

from ministack.services import apigateway_v1

# Members that are true or false, wherever they stand; those below a method's answer say whether a header may be sent.
SWITCHES = ("apiKeyRequired", "disableExecuteApiEndpoint")
DECLARED = ("responseParameters", "requestParameters")
LISTS = ("binaryMediaTypes",)


def play():
    """Lets parts of an API be changed by their names."""
    apigateway_v1._apply_patch = changed


def changed(whole, operations):
    for operation in operations:
        keys = [unescaped(key) for key in operation.get("path", "").lstrip("/").split("/")]
        if keys != [""]:
            change(whole, keys, operation.get("op", "replace"), operation.get("value"))
    return whole


def change(whole, keys, verb, value):
    *above, last = keys
    for key in above:
        if not isinstance(whole.get(key), (dict, list)):
            whole[key] = [] if key in LISTS else {}
        whole = whole[key]
        if isinstance(whole, list):
            return change_member(whole, last, verb, value)
    if verb == "remove":
        whole.pop(last, None)
    elif verb in ("replace", "add"):
        whole[last] = switch(keys, value)


def change_member(members, name, verb, value):
    """Changes a list, whose members stand for themselves: what is replaced goes, and the value comes."""
    if verb in ("remove", "replace") and name in members:
        members.remove(name)
    if verb == "add" and name not in members:
        members.append(name)
    if verb == "replace" and value not in members:
        members.append(value)


def switch(keys, value):
    is_one = keys[-1] in SWITCHES or keys[0] in DECLARED
    return value == "true" if is_one and value in ("true", "false") else value


def unescaped(key):
    return key.replace("~1", "/").replace("~0", "~")
