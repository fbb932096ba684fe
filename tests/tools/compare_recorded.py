"""Says where an emulator answers otherwise than AWS did: members that it lacks or gives another type, errors.

    python3 tests/tools/compare_recorded.py RECORDED ministack=PYTHON moto=PYTHON

RECORDED is the file that MSL_RECORDED names (checks/tests/recorded.rs), PYTHON is the one that has the emulator. Needs
boto3. Each emulator gets the same few resources, and is asked each recorded operation that the program sends. What is
said of MiniStack is said of the practice account, without its visitors. `*` marks members whose name stands in our
reader of the service. docs/emulators.md says what the differences mean.
"""

import io
import json
import re
import subprocess
import sys
import tempfile
import time
import zipfile
from collections import Counter, defaultdict
from functools import partial
from pathlib import Path

TOOLS = Path(__file__).resolve().parent
ROOT = TOOLS.parents[1]
REGION, BUCKET = "us-east-1", "bucket-of-mine"
# Recorded operations that are not asked: the one that is, and what stands around the answer there.
WITHIN = {
    ("API Gateway", "GetAuthorizer"): ("GetAuthorizers", lambda body: {"item": [body]}),
    ("API Gateway", "GetMethod"): ("GetResources", lambda body: {"item": [{"resourceMethods": {"GET": body}}]}),
    ("API Gateway", "GetRestApi"): ("GetRestApis", lambda body: {"item": [body]}),
    ("API Gateway", "GetStage"): ("GetStages", lambda body: {"item": [body]}),
    ("Lambda", "GetEventSourceMapping"): ("ListEventSourceMappings", lambda body: {"EventSourceMappings": [body]}),
    ("Lambda", "GetFunctionConfiguration"): ("GetFunction", lambda body: {"Configuration": body}),
}
# Where our readers of a service are, if not in the file of its label.
READERS = {"states": "sfn", "events": "eventbridge", "s3control": "s3"}
DEFINITION = {"StartAt": "A", "States": {"A": {"Type": "Pass", "End": True}}}
TRUST = {"Effect": "Allow", "Principal": {"Service": "lambda.amazonaws.com"}, "Action": "sts:AssumeRole"}
ALLOW = {"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*"}
TEMPLATE = {
    "Parameters": {"A": {"Type": "String", "Default": "a"}},
    "Resources": {"Topic": {"Type": "AWS::SNS::Topic"}},
    "Outputs": {"Name": {"Value": {"Ref": "Topic"}, "Description": "a"}},
}


def document(statement):
    return json.dumps({"Version": "2012-10-17", "Statement": [statement]})


class Resources:
    """What is made in an emulator; what it refuses is said, and left out of what is asked."""

    def __init__(self, client):
        account = client("sts").get_caller_identity()["Account"]
        self.client, self.ids, self.refused, self.account = client, {"account": account}, [], account

    def make(self, service, operation, **members):
        try:
            return getattr(self.client(service), operation)(**members)
        except Exception as error:
            self.refused.append(f"{service} {operation}: {str(error)[:100]}")
            return defaultdict(str)

    def all(self):
        for part in (self.roles, self.buckets, self.tables, self.functions, self.apis, self.events, self.others):
            try:
                part()
            except Exception as error:
                self.refused.append(f"{part.__name__}: {error!r}"[:150])

    def roles(self):
        make, ids = self.make, self.ids
        ids["role"] = make("iam", "create_role", RoleName="r", AssumeRolePolicyDocument=document(TRUST))["Role"]["Arn"]
        make("iam", "put_role_policy", RoleName="r", PolicyName="p", PolicyDocument=document(ALLOW))
        made = make("iam", "create_policy", PolicyName="p", PolicyDocument=document(ALLOW))
        ids["policy"] = made["Policy"]["Arn"]
        make("iam", "attach_role_policy", RoleName="r", PolicyArn=ids["policy"])
        make("iam", "create_group", GroupName="g")
        make("iam", "put_group_policy", GroupName="g", PolicyName="p", PolicyDocument=document(ALLOW))

    def buckets(self):
        put = partial(self.make, "s3")
        for bucket in (BUCKET, f"{BUCKET}-bare", f"{BUCKET}-copy"):
            put("create_bucket", Bucket=bucket)
        put("put_object", Bucket=BUCKET, Key="b", Body=b"a")
        put("put_object", Bucket=BUCKET, Key="a/a", Body=b"a", ContentType="text/plain", Metadata={"a": "a"})
        for bucket in (BUCKET, f"{BUCKET}-copy"):
            put("put_bucket_versioning", Bucket=bucket, VersioningConfiguration={"Status": "Enabled"})
        moved = {"Condition": {"KeyPrefixEquals": "a"}, "Redirect": {"ReplaceKeyPrefixWith": "b"}}
        missing = {"Condition": {"HttpErrorCodeReturnedEquals": "404"}, "Redirect": {"ReplaceKeyWith": "b"}}
        website = {"IndexDocument": {"Suffix": "a"}, "ErrorDocument": {"Key": "b"}, "RoutingRules": [moved, missing]}
        put("put_bucket_website", Bucket=BUCKET, WebsiteConfiguration=website)
        blocks = ("BlockPublicAcls", "IgnorePublicAcls", "BlockPublicPolicy", "RestrictPublicBuckets")
        blocked = {"PublicAccessBlockConfiguration": dict.fromkeys(blocks, False)}
        put("put_public_access_block", Bucket=BUCKET, **blocked)
        self.make("s3control", "put_public_access_block", AccountId=self.account, **blocked)
        allowed = document({**ALLOW, "Principal": "*", "Resource": f"arn:aws:s3:::{BUCKET}/*"})
        put("put_bucket_policy", Bucket=BUCKET, Policy=allowed)
        put("put_bucket_tagging", Bucket=BUCKET, Tagging={"TagSet": [{"Key": "a", "Value": "b"}]})
        owned = {"Rules": [{"ObjectOwnership": "BucketOwnerPreferred"}]}
        put("put_bucket_ownership_controls", Bucket=BUCKET, OwnershipControls=owned)
        rule = {"ID": "a", "Status": "Enabled", "Filter": {"Prefix": "a"}, "Expiration": {"Days": 1}}
        put("put_bucket_lifecycle_configuration", Bucket=BUCKET, LifecycleConfiguration={"Rules": [rule]})
        copies = {"ID": "a", "Priority": 1, "Status": "Enabled", "Filter": {"Prefix": ""}}
        copies |= {"Destination": {"Bucket": f"arn:aws:s3:::{BUCKET}-copy", "StorageClass": "STANDARD"}}
        copies["DeleteMarkerReplication"] = {"Status": "Disabled"}
        copies = {"Role": self.ids["role"], "Rules": [copies]}
        put("put_bucket_replication", Bucket=BUCKET, ReplicationConfiguration=copies)

    def tables(self):
        members = {"TableName": "table", "BillingMode": "PAY_PER_REQUEST"}
        members |= {"AttributeDefinitions": [{"AttributeName": "a", "AttributeType": "S"}]}
        members |= {"KeySchema": [{"AttributeName": "a", "KeyType": "HASH"}]}
        members |= {"StreamSpecification": {"StreamEnabled": True, "StreamViewType": "NEW_IMAGE"}}
        self.ids["stream"] = self.make("dynamodb", "create_table", **members)["TableDescription"]["LatestStreamArn"]
        self.make("dynamodb", "put_item", TableName="table", Item={"a": {"S": "a"}})
        recovery = {"PointInTimeRecoveryEnabled": True}
        self.make("dynamodb", "update_continuous_backups", TableName="table", PointInTimeRecoverySpecification=recovery)

    def functions(self):
        make, ids, code = self.make, self.ids, io.BytesIO()
        with zipfile.ZipFile(code, "w") as archive:
            archive.writestr("index.mjs", "export const handler = async () => 1;")
        code = {"ZipFile": code.getvalue()}
        settings = {"Runtime": "nodejs22.x", "Role": ids["role"], "Handler": "index.handler", "Code": code}
        settings |= {"Environment": {"Variables": {"A": "a"}}, "Tags": {"a": "b"}}
        ids["function"] = make("lambda", "create_function", FunctionName="f", **settings)["FunctionArn"]
        allowed = {"StatementId": "a", "Action": "lambda:InvokeFunction", "Principal": "s3.amazonaws.com"}
        make("lambda", "add_permission", FunctionName="f", SourceArn=f"arn:aws:s3:::{BUCKET}", **allowed)
        layer = {"Content": code, "CompatibleRuntimes": ["nodejs22.x"], "Description": "a"}
        layer = make("lambda", "publish_layer_version", LayerName="l", **layer)["LayerVersionArn"]
        make("lambda", "update_function_configuration", FunctionName="f", Layers=[layer])
        make("lambda", "publish_version", FunctionName="f")
        make("lambda", "create_alias", FunctionName="f", Name="a", FunctionVersion="1")
        make("lambda", "put_function_concurrency", FunctionName="f", ReservedConcurrentExecutions=1)
        queue = make("sqs", "create_queue", QueueName="q")["QueueUrl"]
        queue = f"arn:aws:sqs:{REGION}:{self.account}:{queue.rpartition('/')[2]}"
        ends = {"DestinationConfig": {"OnFailure": {"Destination": queue}}}
        make("lambda", "put_function_event_invoke_config", FunctionName="f", MaximumRetryAttempts=1, **ends)
        source = {"EventSourceArn": ids["stream"], "StartingPosition": "LATEST", **ends}
        source["FilterCriteria"] = {"Filters": [{"Pattern": '{"eventName": ["INSERT"]}'}]}
        make("lambda", "create_event_source_mapping", FunctionName="f", **source)
        told = {"Id": "a", "LambdaFunctionArn": ids["function"], "Events": ["s3:ObjectCreated:*"]}
        told_of = told["Filter"] = {"Key": {"FilterRules": [{"Name": "prefix", "Value": "a"}]}}
        told = {"LambdaFunctionConfigurations": [told]}
        told["QueueConfigurations"] = [
            {"Id": "b", "QueueArn": queue, "Events": ["s3:ObjectRemoved:*"], "Filter": told_of}
        ]
        topic = make("sns", "create_topic", Name="told")["TopicArn"]
        told["TopicConfigurations"] = [{"Id": "c", "TopicArn": topic, "Events": ["s3:ObjectTagging:*"]}]
        make("s3", "put_bucket_notification_configuration", Bucket=BUCKET, NotificationConfiguration=told)

    def apis(self):
        make, ids = self.make, self.ids
        regional = {"endpointConfiguration": {"types": ["REGIONAL"]}, "description": "a", "tags": {"a": "b"}}
        regional |= {"binaryMediaTypes": ["a/a"], "minimumCompressionSize": 1}
        regional["policy"] = document({**ALLOW, "Principal": "*"})
        api = ids["api"] = make("apigateway", "create_rest_api", name="a", **regional)["id"]
        root = self.client("apigateway").get_resources(restApiId=api)["items"][0]["id"]
        path = make("apigateway", "create_resource", restApiId=api, parentId=root, pathPart="a")["id"]
        method = {"restApiId": api, "resourceId": path, "httpMethod": "GET"}
        asked = {"requestParameters": {"method.request.querystring.a": True}}
        make("apigateway", "put_method", **method, authorizationType="NONE", apiKeyRequired=False, **asked)
        models = {"responseModels": {"application/json": "Empty"}}
        models |= {"responseParameters": {"method.response.header.a": True}}
        make("apigateway", "put_method_response", **method, statusCode="200", **models)
        templates = {"contentHandling": "CONVERT_TO_TEXT"}
        templates |= {"requestTemplates": {"application/json": '{"statusCode": 200}'}}
        make("apigateway", "put_integration", **method, type="MOCK", **templates)
        answer = {"statusCode": "200", "responseTemplates": {"application/json": "{}"}}
        answer |= {"selectionPattern": "a", "responseParameters": {"method.response.header.a": "'a'"}}
        make("apigateway", "put_integration_response", **method, **answer)
        uri = f"arn:aws:apigateway:{REGION}:lambda:path/2015-03-31/functions/{ids['function']}/invocations"
        called = {"type": "TOKEN", "authorizerUri": uri, "identitySource": "method.request.header.A"}
        authorizer = make("apigateway", "create_authorizer", restApiId=api, name="a", **called)["id"]
        pool = self.make("cognito-idp", "create_user_pool", PoolName="p")["UserPool"]["Arn"]
        signed_in = {"type": "COGNITO_USER_POOLS", "providerARNs": [pool], "identitySource": "method.request.header.A"}
        signed_in = make("apigateway", "create_authorizer", restApiId=api, name="b", **signed_in)["id"]
        scoped = {"authorizationType": "COGNITO_USER_POOLS", "authorizerId": signed_in, "authorizationScopes": ["a/b"]}
        make("apigateway", "put_method", **method | {"httpMethod": "POST"}, **scoped)
        make("apigateway", "put_integration", **method | {"httpMethod": "POST"}, type="MOCK")
        validator = {"validateRequestBody": True, "validateRequestParameters": True}
        validator = make("apigateway", "create_request_validator", restApiId=api, name="a", **validator)["id"]
        guarded = method | {"httpMethod": "PUT", "authorizationType": "CUSTOM", "authorizerId": authorizer}
        guarded |= {"requestValidatorId": validator, "requestModels": {"application/json": "Empty"}}
        make("apigateway", "put_method", **guarded)
        proxy = {"type": "AWS_PROXY", "integrationHttpMethod": "POST", "uri": uri}
        make("apigateway", "put_integration", **method | {"httpMethod": "PUT"}, **proxy)
        staged = {"stageName": "s", "variables": {"a": "a"}}
        ids["deployment"] = make("apigateway", "create_deployment", restApiId=api, **staged)["id"]
        log = f"arn:aws:logs:{REGION}:{self.account}:log-group:g"
        changes = {"/accessLogSettings/destinationArn": log, "/accessLogSettings/format": "$context.requestId"}
        changes["/*/*/throttling/rateLimit"], changes["/*/*/logging/loglevel"] = "1", "ERROR"
        changes = [{"op": "replace", "path": path, "value": value} for path, value in changes.items()]
        make("apigateway", "update_stage", restApiId=api, stageName="s", patchOperations=changes)

    def events(self):
        make, ids = self.make, self.ids
        machine = {"name": "m", "definition": json.dumps(DEFINITION), "roleArn": ids["role"]}
        ids["machine"] = make("stepfunctions", "create_state_machine", **machine)["stateMachineArn"]
        for _ in range(2):
            make("stepfunctions", "start_execution", stateMachineArn=ids["machine"])
        make("events", "put_rule", Name="r", EventPattern=json.dumps({"source": ["a"]}), State="ENABLED")
        make("events", "put_targets", Rule="r", Targets=[{"Id": "a", "Arn": ids["function"], "InputPath": "$.detail"}])
        make("events", "put_rule", Name="t", ScheduleExpression="rate(1 day)")
        targets = [{"Id": name, "Arn": ids["function"], "Input": "{}"} for name in "ab"]
        make("events", "put_targets", Rule="t", Targets=targets)
        target = {"Arn": ids["function"], "RoleArn": ids["role"]}
        window = {"FlexibleTimeWindow": {"Mode": "OFF"}, "ScheduleExpression": "rate(1 day)"}
        target["RetryPolicy"] = {"MaximumRetryAttempts": 1, "MaximumEventAgeInSeconds": 60}
        make("scheduler", "create_schedule", Name="s", Target=target, **window)
        ids["topic"] = make("sns", "create_topic", Name="t")["TopicArn"]
        subscribed = {"Attributes": {"FilterPolicy": '{"a": ["a"]}'}, "Protocol": "lambda", "Endpoint": ids["function"]}
        subscribed["ReturnSubscriptionArn"] = True
        ids["subscription"] = make("sns", "subscribe", TopicArn=ids["topic"], **subscribed)["SubscriptionArn"]

    def others(self):
        make, ids = self.make, self.ids
        make("cloudformation", "create_stack", StackName="s", TemplateBody=json.dumps(TEMPLATE))
        make("logs", "create_log_group", logGroupName="g")
        make("logs", "put_retention_policy", logGroupName="g", retentionInDays=1)
        make("logs", "create_log_group", logGroupName="h")
        make("logs", "create_log_stream", logGroupName="g", logStreamName="s")
        event = [{"timestamp": int(time.time() * 1000), "message": "a"}]
        make("logs", "put_log_events", logGroupName="g", logStreamName="s", logEvents=event)
        make("ssm", "put_parameter", Name="p", Value="a", Type="String")
        ids["zone"] = make("route53", "create_hosted_zone", Name="example.com", CallerReference="1")["HostedZone"]["Id"]
        record = {"Name": "a.example.com", "Type": "A", "TTL": 60, "ResourceRecords": [{"Value": "192.0.2.1"}]}
        record |= {"SetIdentifier": "a", "Weight": 1}
        alias = {"HostedZoneId": ids["zone"].rpartition("/")[2], "DNSName": "a.example.com"}
        alias["EvaluateTargetHealth"] = False
        alias = {"Name": "b.example.com", "Type": "A", "AliasTarget": alias, "SetIdentifier": "a", "Weight": 1}
        changes = {"Changes": [{"Action": "CREATE", "ResourceRecordSet": record} for record in (record, alias)]}
        make("route53", "change_resource_record_sets", HostedZoneId=ids["zone"], ChangeBatch=changes)
        wanted = {"DomainName": "example.com", "ValidationMethod": "DNS"}
        wanted["SubjectAlternativeNames"] = ["*.example.com"]
        ids["certificate"] = make("acm", "request_certificate", **wanted)["CertificateArn"]


def asked(ids):
    """What each operation is asked: about what is there, and about what is not."""
    api, machine = {"restApiId": ids.get("api", "")}, {"stateMachineArn": ids.get("machine")}
    buckets = [{"Bucket": name} for name in (BUCKET, f"{BUCKET}-bare", "no-such-bucket-1")]
    keys = [{"Bucket": BUCKET, "Key": key} for key in ("a/a", "none")]
    a_role, a_function = [{"RoleName": "r"}, {"RoleName": "none"}], [{"FunctionName": "f"}, {"FunctionName": "none"}]
    no_api = {"restApiId": "aaaaaaaaaa"}
    return {
        "acm": {"DescribeCertificate": [{"CertificateArn": ids.get("certificate")}], "ListCertificates": [{}]},
        "apigateway": {
            "GetAuthorizers": [api, no_api],
            "GetDeployment": [api | {"deploymentId": ids.get("deployment"), "embed": ["apisummary"]}],
            "GetExport": [api | {"stageName": "s", "exportType": "oas30"}],
            "GetResources": [api | {"embed": ["methods"]}],
            "GetRestApis": [{}],
            "GetStages": [api],
        },
        "cloudformation": {"DescribeStacks": [{}, {"StackName": "none"}], "ListStackResources": [{"StackName": "s"}]},
        "logs": {"DescribeLogGroups": [{}, {"limit": 1}], "DescribeLogStreams": [{"logGroupName": "g"}]},
        "dynamodb": {
            name: [{"TableName": "table"}, {"TableName": "none"}]
            for name in ("DescribeContinuousBackups", "DescribeTable", "Scan")
        },
        "events": {
            "DescribeRule": [{"Name": "r"}, {"Name": "t"}, {"Name": "none"}],
            "ListRuleNamesByTarget": [{"TargetArn": ids.get("function"), "Limit": 1}],
            "ListRules": [{}, {"Limit": 1}],
            "ListTargetsByRule": [{"Rule": "r"}, {"Rule": "t", "Limit": 1}, {"Rule": "none"}],
        },
        "iam": {
            "GetGroupPolicy": [{"GroupName": "g", "PolicyName": "p"}],
            "GetPolicy": [{"PolicyArn": ids.get("policy")}],
            "GetRole": a_role,
            "GetRolePolicy": [{"RoleName": "r", "PolicyName": "p"}, {"RoleName": "r", "PolicyName": "none"}],
            "ListAttachedRolePolicies": a_role,
            "ListRolePolicies": a_role,
            "ListRoles": [{}],
        },
        "lambda": {
            name: a_function for name in ("GetFunction", "GetFunctionEventInvokeConfig", "GetPolicy", "ListAliases")
        }
        | {"GetLayerVersion": [{"LayerName": "l", "VersionNumber": 1}, {"LayerName": "none", "VersionNumber": 1}]}
        | {name: [{}] for name in ("ListEventSourceMappings", "ListFunctions", "ListLayers")},
        "route53": {
            "GetHostedZone": [{"Id": ids.get("zone")}],
            "ListResourceRecordSets": [{"HostedZoneId": ids.get("zone")}],
        },
        "s3": {
            name: buckets
            for name in (
                "GetBucketEncryption GetBucketLifecycleConfiguration GetBucketLocation GetBucketPolicy "
                "GetBucketNotificationConfiguration GetBucketOwnershipControls GetBucketReplication GetBucketTagging "
                "GetBucketVersioning GetBucketWebsite GetPublicAccessBlock"
            ).split()
        }
        | {name: keys for name in ("GetObject", "HeadObject")}
        | {"ListObjectsV2": [*buckets, buckets[0] | {"MaxKeys": 1}, buckets[0] | {"Delimiter": "/", "StartAfter": "a"}]}
        | {"ListBuckets": [{"Prefix": BUCKET, "MaxBuckets": 1}, {}]},
        "s3control": {"GetPublicAccessBlock": [{"AccountId": ids["account"]}]},
        "states": {
            "DescribeStateMachine": [machine],
            "ListExecutions": [machine, machine | {"maxResults": 1}],
            "ListStateMachines": [{}],
        },
        "sns": {
            "GetSubscriptionAttributes": [{"SubscriptionArn": ids.get("subscription")}],
            "GetTopicAttributes": [{"TopicArn": ids.get("topic")}],
            "ListSubscriptionsByTopic": [{"TopicArn": ids.get("topic")}],
            "ListTopics": [{}],
        },
        "ssm": {"GetParameters": [{"Names": ["p"]}]},
        "scheduler": {"GetSchedule": [{"Name": "s"}, {"Name": "none"}]},
    }


def type_of(value):
    kinds = {bool: "boolean", int: "number", float: "number", str: "text", dict: "structure", list: "list"}
    return kinds.get(type(value), type(value).__name__)


def is_map_of_names(shape):
    """Whether the keys are AWS's, and not a learner's."""
    return shape.type_name == "map" and shape.name.endswith(("AttributesMap", "attributes"))


def walk(value, shape, path, paths, parents):
    """Adds the path of each member with its type, and how often what it is a member of is there."""
    if value is None or shape is None:
        return
    kind = shape.type_name
    if path:
        paths[path].update([type_of(value)])
    if kind == "list" and isinstance(value, list):
        for one in value:
            walk(one, shape.member, f"{path}[]", paths, parents)
    elif kind == "map" and isinstance(value, dict):
        parents.update([path])
        for key, one in value.items():
            walk(one, shape.value, f"{path}.{key}" if is_map_of_names(shape) else f"{path}{{}}", paths, parents)
    elif kind == "structure" and isinstance(value, dict):
        parents.update([path])
        for name, member in shape.members.items():
            for key in {member.serialization.get("name", name), name} & value.keys():
                walk(value[key], member, f"{path}.{name}".lstrip("."), paths, parents)


class Told:
    """What the answers to one operation say, whoever gave them."""

    def __init__(self):
        self.paths, self.parents, self.errors, self.answers = defaultdict(Counter), Counter(), Counter(), 0

    def take(self, body, model, wrap=lambda body: body):
        self.answers += 1
        protocol, shape = model.service_model.metadata["protocol"], model.output_shape
        if shape is None:
            return
        payload = shape.serialization.get("payload")
        # Whoever wrote the recordings back as XML left a body that is one word as it is.
        is_word = protocol == "rest-xml" and not body.startswith("<")
        if is_word or payload and shape.members[payload].type_name in ("blob", "string"):
            return
        if protocol in ("json", "rest-json", "smithy-rpc-v2-cbor"):
            walk(wrap(json.loads(body or "{}")), shape, "", self.paths, self.parents)
            return
        from botocore.parsers import create_parser

        answer = {"status_code": 200, "headers": {}, "body": body.encode()}
        walk(create_parser(protocol).parse(answer, shape), shape, "", self.paths, self.parents)


def recorded(path, declared, models):
    told, labels = defaultdict(Told), {(service, name): label for service, label, name in declared}
    for line in Path(path).read_text().splitlines():
        one = json.loads(line)
        name, wrap = WITHIN.get((one["service"], one["operation"]), (one["operation"], lambda body: body))
        if (one["service"], name) not in labels:
            continue
        operation = told[labels[one["service"], name], name]
        if one.get("error"):
            operation.errors.update([one["error"]])
        elif one.get("body"):
            operation.take(one["body"], models[one["service"]].operation_model(name), wrap)
    return told


def serve(kind, folder):
    """Serves the emulator alone, until standard input closes."""
    import socket
    import threading

    sys.path.insert(0, str(TOOLS))
    from emulators import KINDS

    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = str(listener.getsockname()[1])
        emulator = KINDS[kind](folder, port)
        answer, sys.stdout = sys.stdout, sys.stderr

        def end():
            import os

            sys.stdin.read()
            os._exit(0)

        threading.Thread(target=end, daemon=True).start()
        emulator.serve(listener, lambda: print(port, file=answer, flush=True), lambda end: None)


def without_account(request, **_):
    if found := re.match(r"http://(\d{12}\.([^/]+))", request.url):
        request.headers["Host"] = found[1]
        request.url = request.url.replace(found[1], found[2], 1)


def ask(port, operations):
    """What an emulator answers to each operation, and what it refused to make."""
    import boto3
    from botocore.config import Config

    config = Config(retries={"max_attempts": 1}, s3={"addressing_style": "path"}, inject_host_prefix=False)
    session, clients = boto3.Session("test", "test", region_name=REGION), {}

    def client(service):
        if service not in clients:
            clients[service] = session.client(service, endpoint_url=f"http://127.0.0.1:{port}", config=config)
            # S3 Control puts the account's number before the host.
            clients[service].meta.events.register("before-send", without_account)
        return clients[service]

    resources, told, last = Resources(client), defaultdict(Told), {}
    resources.all()
    time.sleep(3)  # executions and stacks come to an end
    for label, rows in asked(resources.ids).items():
        api = client({"states": "stepfunctions"}.get(label, label))
        api.meta.events.register("before-parse", lambda response_dict, **_: last.update(response_dict))
        for name, requests in rows.items():
            if (label, name) not in operations:
                continue
            model = api.meta.service_model.operation_model(name)
            for members in requests:
                last.clear()
                try:
                    api._make_api_call(name, dict(members))
                    body = last.get("body", b"")
                    told[label, name].take(body.decode() if isinstance(body, bytes) else "", model)
                except api.exceptions.ClientError as error:
                    told[label, name].errors.update([error.response["Error"]["Code"]])
                except Exception as error:
                    told[label, name].errors.update([f"unreadable: {error}"[:80]])
    return told, resources.refused


def is_read(label, path):
    """Whether the member's name stands in our reader, as the SDK for Rust spells it."""
    name = re.split(r"[.{}\[\]]+", path.rstrip("[]{}"))[-1]
    name = re.sub(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", "_", name)
    stem = READERS.get(label, label)
    services = ROOT / "checks/services"
    text = "".join(file.read_text() for file in [services / f"{stem}.rs", *(services / stem).glob("**/*.rs")])
    return re.search(rf"\b{re.escape(name.lower())}\b", text) or f'"{path.rpartition(".")[2]}"' in text


def differences(label, aws, emulator, known):
    """`known` are the codes that AWS gave to any operation of the service."""
    for path, kinds in sorted(aws.paths.items()):
        # A member of what is not there is not there either: the outermost is enough.
        parent = re.sub(r"(\.?[^.{}\[\]]+|\{\}|\[\])$", "", path)
        if parent and parent not in emulator.paths:
            continue
        of = path.rpartition(".")[0] if "." in path else ""
        share = f"{sum(kinds.values())} of {aws.parents[of]}" if not path.endswith(("[]", "{}")) else "inside"
        if path not in emulator.paths:
            yield path, f"AWS {'/'.join(kinds)} ({share}), lacking"
        elif set(emulator.paths[path]) - set(kinds):
            yield path, f"AWS {'/'.join(kinds)}, here {'/'.join(emulator.paths[path])}"
    for code in sorted(emulator.errors.keys() - known):
        if aws.errors or code.startswith("unreadable"):
            yield "", f"error {code}; recorded: {', '.join(aws.errors)}"
    missing = (code for code in aws.errors.keys() - emulator.errors.keys() if code.startswith(("No", "404")))
    for code in sorted(missing):
        yield "", f"error {code} is recorded, and is not given here"


def main():
    path, *emulators = sys.argv[1:]
    sys.path.insert(0, str(TOOLS))
    import answer_shapes

    declared = list(answer_shapes.declared())
    aws = recorded(path, declared, answer_shapes.models())
    count = sum(told.answers + sum(told.errors.values()) for told in aws.values())
    print(f"{len(aws)} operations, {count} recorded answers")
    for emulator in emulators:
        kind, _, python = emulator.partition("=")
        with tempfile.TemporaryDirectory() as folder, open(f"{folder}/log", "w") as log:
            command = [python, "-B", __file__, "serve", kind, folder]
            pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": log}
            with subprocess.Popen(command, cwd=folder, text=True, **pipes) as process:
                try:
                    told, refused = ask(process.stdout.readline().strip(), aws)
                finally:
                    process.stdin.close()
        report(kind, aws, told, refused)


def report(kind, aws, told, refused):
    print(f"\n# {kind}: {len(told)} operations asked")
    for line in refused:
        print(f"refused: {line}")
    for label, name in sorted(aws.keys() - told.keys()):
        print(f"not asked: {label}:{name}")
    count = 0
    known = defaultdict(set)
    for (label, _), answers in aws.items():
        known[label].update(answers.errors)
    for (label, name), answers in sorted(told.items()):
        for path, text in differences(label, aws[label, name], answers, known[label]):
            count += 1
            print(f"{'*' if path and is_read(label, path) else ' '} {label}:{name} {path}: {text}")
    print(f"{count} differences")


if __name__ == "__main__":
    serve(*sys.argv[2:]) if sys.argv[1] == "serve" else main()
