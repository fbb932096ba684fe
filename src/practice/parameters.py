"""Who may read several parameters at once in the practice account. MiniStack knows which parameter a request is about that
names one, and takes those about several for requests about everything, which no narrow policy allows.

AWS Systems Manager User Guide, "Restricting access to Parameter Store parameters using IAM policies".
"""

import json

from ministack.core import iam_actions

SEVERAL = {"GetParameters", "GetParametersByPath"}
extract = iam_actions.extract_resource_arn


def name():
    """Lets policies be asked about the first of several parameters, or about the folder."""
    iam_actions.extract_resource_arn = resource


def resource(service, method, path, headers, body, query, region, account):
    known = extract(service, method, path, headers, body, query, region, account)
    action = headers.get("x-amz-target", "").rpartition(".")[2]
    if service != "ssm" or action not in SEVERAL:
        return known
    asked = json.loads(body or b"{}")
    names = [asked["Path"]] if action == "GetParametersByPath" else asked.get("Names") or [""]
    return f"arn:aws:ssm:{region}:{account}:parameter/{names[0].lstrip('/')}"
