"""Changes of parts of an API, as API Gateway takes them: in a name, `~1` stands for a slash; what is true or false, or a number, is
no text; and members of a list are named themselves. MiniStack makes parts of other names of them, and keeps texts, which no
client reads again (Amazon API Gateway API Reference, "PatchOperation" and the types that its updates answer with; RFC 6901,
section 4).
"""

from ministack.services import apigateway_v1


def truth(value):
    """True or false, which an operation spells out."""
    if value not in ("true", "false", True, False):
        raise ValueError
    return value in ("true", True)


# What is no text, by its path from the thing that is changed: an integration, a method, an authorizer, an API, a stage, a key, a
# usage plan, the settings of the account.
TYPES = {
    "timeoutInMillis": int,
    "tlsConfig/insecureSkipVerification": truth,
    "apiKeyRequired": truth,
    "authorizerResultTtlInSeconds": int,
    "minimumCompressionSize": int,
    "disableExecuteApiEndpoint": truth,
    "cacheClusterEnabled": truth,
    "tracingEnabled": truth,
    "canarySettings/percentTraffic": float,
    "canarySettings/useStageCache": truth,
    "enabled": truth,
    "throttle/burstLimit": int,
    "throttle/rateLimit": float,
    "quota/limit": int,
    "quota/offset": int,
    "throttleSettings/burstLimit": int,
    "throttleSettings/rateLimit": float,
}
# Those below a method's answer say whether a header may be sent.
DECLARED = ("responseParameters", "requestParameters")
LISTS = ("binaryMediaTypes",)
# Lists whose operations name a member by their value, and how it stands there.
WHOLE_LISTS = {"providerARNs": str, "stages": str, "apiStages": lambda value: dict(zip(("apiId", "stage"), value.split(":")))}


def play():
    """Lets parts of an API be changed by their names."""
    apigateway_v1._apply_patch = changed
    apigateway_v1.handle_request = refusing(apigateway_v1.handle_request)


def refusing(others):
    async def handle(*request):
        try:
            return await others(*request)
        except Unfit as what:
            return apigateway_v1._v1_error("BadRequestException", str(what), 400)

    return handle


class Unfit(Exception):
    """A value that the member cannot have."""


def changed(whole, operations):
    found = [(keys_of(operation), operation.get("op", "replace"), operation.get("value")) for operation in operations]
    # All or nothing.
    wanted = [(keys, verb, value if verb == "remove" else fitting(keys, value)) for keys, verb, value in found if keys != [""]]
    for keys, verb, value in wanted:
        change(whole, keys, verb, value)
    return whole


def keys_of(operation):
    return [unescaped(key) for key in operation.get("path", "").lstrip("/").split("/")]


def change(whole, keys, verb, value):
    *above, last = keys
    if keys[0] in WHOLE_LISTS and len(keys) == 1:
        whole[last] = whole.get(last) or []
        member = WHOLE_LISTS[last](value)
        return change_member(whole[last], member, verb, member)
    for key in above:
        if not isinstance(whole.get(key), (dict, list)):
            whole[key] = [] if key in LISTS else {}
        whole = whole[key]
        if isinstance(whole, list):
            return change_member(whole, last, verb, value)
    if verb == "remove":
        whole.pop(last, None)
    elif verb in ("replace", "add"):
        whole[last] = value


def change_member(members, name, verb, value):
    """Changes a list, whose members stand for themselves: what is replaced goes, and the value comes."""
    if verb in ("remove", "replace") and name in members:
        members.remove(name)
    if verb == "add" and name not in members:
        members.append(name)
    if verb == "replace" and value not in members:
        members.append(value)


def fitting(keys, value):
    """The value as the member has it."""
    if keys[0] in DECLARED:
        return value == "true" if value in ("true", "false") else value
    kind = TYPES.get("/".join(keys))
    if kind is None or value is None:
        return value
    try:
        return kind(value)
    except ValueError:
        raise Unfit(f"Invalid patch value '{value}' specified for /{'/'.join(keys)}") from None


def unescaped(key):
    return key.replace("~1", "/").replace("~0", "~")
