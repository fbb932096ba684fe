"""Deployments of REST APIs, as API Gateway has them: a stage serves and exports the API as it was when it was deployed. MiniStack's
stages serve it as it is now.

Each deployment keeps what was deployed, beside what MiniStack keeps and with it in the account's state. An account that was saved
before that has the API as it is for all of its deployments. (Amazon API Gateway Developer Guide, "Deploy REST APIs in API Gateway"
and "Updates to REST APIs that require redeployment"; API Reference, "CreateStage", "UpdateStage" and "DeleteDeployment".)
"""

import base64
import json
import zlib
from contextlib import contextmanager
from contextvars import ContextVar

from ministack.core.responses import AccountRegionScopedDict, get_account_id, get_region, request_scope
from ministack.services import apigateway_v1

API = "_rest_apis"
# Members of the API itself whose changes reach visitors with the next deployment alone.
MEMBERS = ("policy", "binaryMediaTypes", "minimumCompressionSize", "apiKeySource")
# Where MiniStack keeps the rest. Of gateway responses it knows by itself which are deployed.
PARTS = ("_resources", "_authorizers_v1", "_models", "_request_validators")
# How many deployments of an API are kept beside those that stages serve.
MOST = 100
STATE = "deployed_apis"

# By API: what each of its deployments has, packed.
deployed = AccountRegionScopedDict()
# Which API is asked for as a stage has it, and what it has.
served = ContextVar("served", default=None)


def play():
    """Lets stages serve what was deployed to them."""
    for part in (API, *PARTS):
        setattr(apigateway_v1, part, Store(part, getattr(apigateway_v1, part)))
    for name in ("method_authorization_type", "_get_export"):
        setattr(apigateway_v1, name, by_stage(getattr(apigateway_v1, name)))
    apigateway_v1.handle_execute = by_stage_in_time(apigateway_v1.handle_execute)
    apigateway_v1.rest_api_policy_for_arn = by_arn(apigateway_v1.rest_api_policy_for_arn)
    apigateway_v1._build_api_summary = summary
    apigateway_v1._create_deployment = kept(apigateway_v1._create_deployment)
    apigateway_v1._delete_deployment = unused(apigateway_v1._delete_deployment)
    apigateway_v1._create_stage = new_stage(apigateway_v1._create_stage)
    apigateway_v1._update_stage = changed_stage(apigateway_v1._update_stage)
    apigateway_v1._delete_rest_api = forgotten(apigateway_v1._delete_rest_api)
    apigateway_v1.get_state = saved(apigateway_v1.get_state)
    apigateway_v1.load_persisted_state = loaded(apigateway_v1.load_persisted_state)
    apigateway_v1.reset = emptied(apigateway_v1.reset)


class Store(AccountRegionScopedDict):
    """What MiniStack keeps of APIs, in which the API that a stage is asked for is as it was deployed."""

    __slots__ = ("part",)

    def __init__(self, part=None, now=None):
        super().__init__()
        self.part = part
        if now is not None:
            self._data = now._data

    def get(self, key, default=None):
        return self.get_scoped(get_account_id(), get_region(), key, default)

    def get_scoped(self, account_id, region, key, default=None):
        now, asked = super().get_scoped(account_id, region, key), served.get()
        if now is None:
            return default
        if asked is None or asked[0] != (account_id, region, key):
            return now
        then = asked[1][self.part]
        return {**now, **then} if self.part == API else then

    def __getitem__(self, key):
        found = self.get(key)
        if found is None:
            raise KeyError(key)
        return found


@contextmanager
def as_deployed(api_id, stage_name):
    """Shows the API as the stage has it. A stage of a deployment that is not kept has it as it is."""
    scope = apigateway_v1.find_api_scope(api_id)
    deployment = (apigateway_v1.stages_for_api(api_id).get(stage_name) or {}).get("deploymentId")
    packed = scope and deployed.get_scoped(*scope, api_id, {}).get(deployment)
    if not packed:
        yield
        return
    before = served.set(((*scope, api_id), json.loads(zlib.decompress(base64.b64decode(packed)))))
    try:
        yield
    finally:
        served.reset(before)


def by_stage(others):
    def asked(api_id, stage_name, *about):
        with as_deployed(api_id, stage_name):
            return others(api_id, stage_name, *about)

    return asked


def by_stage_in_time(others):
    async def asked(api_id, stage_name, *about):
        with as_deployed(api_id, stage_name):
            return await others(api_id, stage_name, *about)

    return asked


def by_arn(others):
    """Of the ARN of a request, whose last part begins with the API and the stage."""

    def asked(arn):
        api_id, stage_name = (arn.split(":", 5)[-1].split("/") + [""])[:2]
        with as_deployed(api_id, stage_name):
            return others(arn)

    return asked


def summary(api_id):
    """What a deployment tells of its methods (API Gateway API Reference, "MethodSnapshot")."""
    resources = apigateway_v1._resources.get(api_id, {}).values()
    return {
        resource["path"]: {verb: snapshot(method) for verb, method in resource["resourceMethods"].items()}
        for resource in resources
        if resource["resourceMethods"]
    }


def snapshot(method):
    return {"authorizationType": method.get("authorizationType") or "NONE", "apiKeyRequired": bool(method.get("apiKeyRequired"))}


def keep(api_id, deployment_id):
    """Keeps the API as it is for the deployment."""
    api = apigateway_v1._rest_apis[api_id]
    parts = {part: getattr(apigateway_v1, part).get(api_id, {}) for part in PARTS}
    now = json.dumps({API: {name: api.get(name) for name in MEMBERS}, **parts})
    all_kept = deployed.setdefault(api_id, {})
    all_kept[deployment_id] = base64.b64encode(zlib.compress(now.encode())).decode()
    spare = [one for one in all_kept if one != deployment_id and not stages_of(api_id, one)]
    for oldest in spare[: max(0, len(spare) - MOST)]:
        del all_kept[oldest]


def stages_of(api_id, deployment_id):
    stages = apigateway_v1._stages_v1.get(api_id, {}).items()
    return [name for name, stage in stages if stage.get("deploymentId") == deployment_id]


def kept(others):
    def create(api_id, data):
        if why := unready(api_id):
            return refused(why)
        status, headers, body = others(api_id, data)
        if status == 201:
            keep(api_id, json.loads(body)["id"])
        return status, headers, body

    return create


def unready(api_id):
    """Why API Gateway does not deploy the API as it is (its answers to "CreateDeployment"), or None."""
    resources = apigateway_v1._resources.get(api_id, {}).values()
    methods = [method for resource in resources for method in resource["resourceMethods"].values()]
    if api_id in apigateway_v1._rest_apis and not methods:
        return "The REST API doesn't contain any methods"
    return None if all(method.get("methodIntegration") for method in methods) else "No integration defined for method"


def unused(others):
    def delete(api_id, deployment_id):
        if stages_of(api_id, deployment_id):
            return refused("Active stages pointing to this deployment must be moved or deleted")
        deployed.get(api_id, {}).pop(deployment_id, None)
        return others(api_id, deployment_id)

    return delete


def new_stage(others):
    def create(api_id, data):
        if data.get("stageName") in apigateway_v1._stages_v1.get(api_id, {}):
            return apigateway_v1._v1_error("ConflictException", "Stage already exists", 409)
        if api_id in apigateway_v1._rest_apis and not is_deployment(api_id, data.get("deploymentId")):
            return refused("Deployment id does not exist")
        return others(api_id, data)

    return create


def changed_stage(others):
    def update(api_id, stage_name, data):
        operations = data.get("patchOperations") or []
        wanted = [operation.get("value") for operation in operations if operation.get("path") == "/deploymentId"]
        is_stage = stage_name in apigateway_v1._stages_v1.get(api_id, {})
        if is_stage and not all(is_deployment(api_id, one) for one in wanted):
            return refused("Deployment id does not exist")
        return others(api_id, stage_name, data)

    return update


def is_deployment(api_id, deployment_id):
    return deployment_id in apigateway_v1._deployments_v1.get(api_id, {})


def refused(why):
    return apigateway_v1._v1_error("BadRequestException", why, 400)


def forgotten(others):
    def delete(api_id):
        deployed.pop(api_id, None)
        return others(api_id)

    return delete


def saved(others):
    def state():
        copy = AccountRegionScopedDict()
        copy.update(deployed)
        return {**others(), STATE: copy}

    return state


def loaded(others):
    def load(data):
        others(data)
        # Without `or`: a store is false if the account that asks has nothing in it.
        deployed.update((data or {}).get(STATE, {}))
        for (account, region, api_id), deployments in apigateway_v1._deployments_v1.all_items():
            with request_scope(account, region):
                if api_id not in deployed and api_id in apigateway_v1._rest_apis:
                    for deployment_id in deployments:
                        keep(api_id, deployment_id)

    return load


def emptied(others):
    def reset():
        deployed.clear()
        others()

    return reset
