"""What API Gateway does and MiniStack does not: it asks DynamoDB itself, as the role of the integration, for what the mapping
template makes of the request.

API Gateway Developer Guide, "Variables for data transformations for API Gateway", "API Gateway permissions model for
invoking an API".
"""

import json
import time

import templates
from ministack.core import iam_evaluator
from ministack.core.responses import request_scope
from ministack.services import apigateway_v1, dynamodb, iam

GATEWAY = "apigateway.amazonaws.com"
FAILED = 500, {"Content-Type": "application/json"}, b'{"message": "Internal server error"}'
JSON = "application/json"
# Says what of the mapping template the answer leaves out.
UNPLAYED = "x-msl-learn-unplayed"


def play():
    """Lets integrations with actions of DynamoDB ask for them; all others are MiniStack's."""
    others = apigateway_v1._invoke_lambda_custom_v1

    async def invoke(integration, *call, **about):
        spec = apigateway_v1._parse_service_integration_uri(integration.get("uri", ""))
        if spec and spec[1:3] == ("dynamodb", "action"):
            return await asked(integration, spec[0], spec[3], call, about)
        return await others(integration, *call, **about)

    apigateway_v1._invoke_lambda_custom_v1 = invoke


async def asked(integration, region, action, call, about):
    """The answer to a visitor: what DynamoDB says, as the integration responses have it."""
    api_id, stage_name, stage, resource, path, verb, headers, body, query, path_params = call
    account, role = about["owner_account_id"], integration.get("credentials") or ""
    source = f"arn:aws:execute-api:{region}:{account}:{api_id}/{stage_name}/{verb}{path}"
    if not is_taken_on(role, account, source):
        return FAILED
    params = {**headers, **{name: value[0] if isinstance(value, list) else value for name, value in query.items()}, **path_params}
    context = {
        "accountId": account,
        "apiId": api_id,
        "authorizer": about["authorizer_context"] or {},
        "httpMethod": verb,
        "path": f"/{stage_name}{path}",
        "requestId": apigateway_v1.new_uuid(),
        "requestTime": time.strftime("%d/%b/%Y:%H:%M:%S +0000", time.gmtime()),
        "requestTimeEpoch": time.time_ns() // 1_000_000,
        "resourcePath": resource["path"],
        "stage": stage_name,
    }
    template = template_for(integration, headers)
    text = (body or b"").decode("utf-8", "replace")
    unplayed = {}
    if template is not None:
        try:
            text = templates.render(template, text, params, context, stage.get("variables") or {})
        except templates.Unplayed as what:
            unplayed = {UNPLAYED: str(what).encode("latin-1", "replace").decode("latin-1")}
            text = apigateway_v1._render_request_template_v1(template, text, params, context)
    if integration.get("httpMethod") == "POST":
        status, answer = await answered(region, account, action, role, text)
    else:
        status, answer = 404, json.dumps({"__type": "com.amazon.coral.service#UnknownOperationException"})
    status, headers, body = apigateway_v1._service_integration_response(integration, status, answer, JSON, params, context)
    return status, {**headers, **unplayed}, body


def template_for(integration, headers):
    """The mapping template for the content type of the request, or None: then the request is handed on as it is."""
    named = next((value for name, value in headers.items() if name.lower() == "content-type"), "")
    wanted = named.partition(";")[0].strip().lower() or JSON
    kept = integration.get("requestTemplates") or {}
    return next((template for kind, template in kept.items() if kind.lower() == wanted), None)


async def answered(region, account, action, role, text):
    """What DynamoDB says: status and body."""
    try:
        table = json.loads(text).get("TableName", "")
    except (ValueError, AttributeError):
        table = ""
    arn = f"arn:aws:dynamodb:{region}:{account}:table/{table}"
    if table and not may(role, account, f"dynamodb:{action}", arn, region):
        message = f"{role} is not authorized to perform: dynamodb:{action} on resource: {arn}"
        return 400, json.dumps({"__type": "com.amazon.coral.service#AccessDeniedException", "Message": message})
    with request_scope(account, region):
        target = {"x-amz-target": f"DynamoDB_20120810.{action}"}
        status, _, body = await dynamodb.handle_request("POST", "/", target, text.encode(), {})
    return status, body.decode() if isinstance(body, bytes) else body


def is_taken_on(role, account, source):
    """Whether API Gateway may take on the role, for the method of this ARN."""
    found = iam._roles.get_scoped(account, None, role.rpartition("/")[2])
    if not found:
        return False
    trust = found.get("AssumeRolePolicyDocument") or "{}"
    known = {"aws:sourcearn": source, "aws:sourceaccount": account}
    asks = context_of(GATEWAY, account, "sts:AssumeRole", role, source.split(":")[3], known)
    return iam_evaluator.evaluate_resource_policy(trust, asks, GATEWAY).decision == "Allow"


def may(role, account, action, resource, region):
    """Whether the role may do that: by its policies and within its boundary."""
    name = role.rpartition("/")[2]
    session = f"arn:aws:sts::{account}:assumed-role/{name}/BackplaneAssumeRoleSession"
    asks = context_of(session, account, action, resource, region, {})
    limits = iam_evaluator._permissions_boundary(iam._roles, name, account)
    said = iam_evaluator.evaluate(asks, iam_evaluator._gather_role_policies(name, account), *limits)
    return said.decision == "Allow"


def context_of(who, account, action, resource, region, known):
    return iam_evaluator.EvalContext(
        principal_arn=who,
        principal_type="AssumedRole",
        principal_account=account,
        action=action,
        resource_arn=resource,
        region=region,
        service_context=known,
    )
