//! What a review asks beside what exercises ask, and an account in which every practice is kept.

use super::{cloudfront, cognito, iam, s3, sns};
use crate::testing::answers::{Answers, ok};

/// The account, and the defaults of AWS in it.
pub fn done(account: Answers) -> Answers {
    account
        .refuses("lambda:GetFunctionEventInvokeConfig", (404, "ResourceNotFoundException"), "The function has none")
        .answers("logs:DescribeDeliveries", ok(r#"{"deliveries": []}"#))
        .answers("logs:DescribeDeliverySources", ok(r#"{"deliverySources": []}"#))
        .answers("iam:GetLoginProfile", ok(LOGIN_PROFILE))
        .refuses("s3:GetBucketLifecycleConfiguration", (404, "NoSuchLifecycleConfiguration"), "There is none")
        .answers("s3:GetBucketOwnershipControls", ok(OWNERSHIP))
        .answers("dynamodb:DescribeTimeToLive", ok(r#"{"TimeToLiveDescription": {"TimeToLiveStatus": "DISABLED"}}"#))
}

/// The account with lists of all that the book makes, and a thing of others.
pub fn listed(account: Answers) -> Answers {
    let names = [
        "get-chapters",
        "put-account-info",
        "rule-analytics-auth-callback",
        "sns-send-email",
        "sns-send-text",
        "photos",
    ];
    account
        .answers("lambda:ListFunctions", ok(functions(&names)))
        .answers(
            "dynamodb:ListTables",
            ok(r#"{"TableNames": ["analytics", "chapters", "comments", "photos", "text-to-speech"]}"#),
        )
        .answers("sns:ListTopics", ok(sns::TOPICS.replace(":sns-send-email", ":function-sns-send-email")))
}

/// A list of functions, each with a role of its own.
fn functions(names: &[&str]) -> String {
    let role = "arn:aws:iam::123456789012:role";
    let rows = names.iter().map(|name| format!(r#"{{"FunctionName": "{name}", "Role": "{role}/function-{name}"}}"#));
    format!(r#"{{"Functions": [{}]}}"#, rows.collect::<Vec<_>>().join(", "))
}

/// The account in which one resource of each kind keeps every practice.
pub fn exemplary(account: Answers) -> Answers {
    let account = account
        .answers("lambda:ListFunctions", ok(functions(&["get-chapters"])))
        .answers("lambda:GetFunction", ok(FUNCTION))
        .answers("lambda:GetPolicy", ok(FUNCTION_POLICY))
        .answers("lambda:GetFunctionEventInvokeConfig", ok(FAILURES))
        .answers("lambda:ListAliases", ok(ALIASES))
        .answers("lambda:ListEventSourceMappings", ok(SOURCES))
        .answers("apigateway:GetRestApis", ok(REST_APIS))
        .answers("apigateway:GetResources", ok(RESOURCES))
        .answers("apigateway:GetStages", ok(STAGES))
        .answers("cognito-idp:DescribeUserPool", ok(cognito::POOL.replace(r#""OFF""#, r#""OPTIONAL""#)))
        .answers("cognito-idp:DescribeUserPoolClient", ok(CLIENT))
        .answers("iam:GetPolicyVersion", ok(iam::version("v2", &iam::needed())));
    data(account)
}

/// The account in which what keeps data, and what gives it out, keeps every practice.
fn data(account: Answers) -> Answers {
    account
        .answers("s3:ListBuckets", ok(BUCKETS))
        .answers("s3:GetBucketPolicy", ok(BUCKET_POLICY))
        .answers("s3:GetBucketVersioning", ok(s3::VERSIONS))
        .answers("s3:GetBucketLifecycleConfiguration", ok(LIFECYCLE))
        .answers("s3:GetBucketTagging", ok(TAGGING))
        .answers("s3:GetPublicAccessBlock", ok(s3::public_access(true)))
        .answers("s3control:GetPublicAccessBlock", ok(s3::public_access(true)))
        .answers("dynamodb:ListTables", ok(r#"{"TableNames": ["analytics"]}"#))
        .answers("dynamodb:DescribeTable", ok(TABLE))
        .answers(
            "dynamodb:DescribeTimeToLive",
            ok(r#"{"TimeToLiveDescription": {"TimeToLiveStatus": "ENABLED", "AttributeName": "expires"}}"#),
        )
        .answers("cloudfront:GetDistribution", ok(distribution()))
        .answers("cloudfront:GetCachePolicy", ok(CACHE_POLICY))
        .answers("logs:DescribeDeliveries", ok(r#"{"deliveries": [{"id": "1", "deliverySourceName": "website"}]}"#))
        .answers("logs:DescribeDeliverySources", ok(DELIVERY_SOURCES))
        .answers("sns:ListTopics", ok(sns::TOPICS.replace(":sns-send-email", ":function-sns-send-email")))
        .answers(
            "sns:GetTopicAttributes",
            ok(sns::topic(sns::OWN_ACCOUNT, &sns::entry("KmsMasterKeyId", "alias/aws/sns"))),
        )
}

const LOGIN_PROFILE: &str = "<GetLoginProfileResponse><GetLoginProfileResult><LoginProfile><UserName>ada</UserName>
    <CreateDate>2026-01-01T00:00:00Z</CreateDate><PasswordResetRequired>false</PasswordResetRequired></LoginProfile>
    </GetLoginProfileResult></GetLoginProfileResponse>";

const OWNERSHIP: &str =
    "<OwnershipControls><Rule><ObjectOwnership>BucketOwnerEnforced</ObjectOwnership></Rule></OwnershipControls>";

const FUNCTION: &str = r#"{"Configuration": {"FunctionName": "get-chapters",
    "FunctionArn": "arn:aws:lambda:us-east-1:123456789012:function:get-chapters", "Runtime": "nodejs24.x",
    "Role": "arn:aws:iam::123456789012:role/function-get-chapters", "Handler": "index.handler", "CodeSize": 600,
    "Timeout": 3, "MemorySize": 128, "LastModified": "2026-01-02T00:00:00.000+0000", "Version": "$LATEST",
    "TracingConfig": {"Mode": "Active"}, "State": "Active", "LastUpdateStatus": "Successful", "PackageType": "Zip",
    "Architectures": ["arm64"], "Environment": {"Variables": {"API_TOKEN": "/website/token"}},
    "LoggingConfig": {"LogFormat": "JSON", "LogGroup": "/aws/lambda/get-chapters"}},
    "Concurrency": {"ReservedConcurrentExecutions": 5},
    "Code": {"RepositoryType": "S3", "Location": "https://awslambda.s3.us-east-1.amazonaws.com/code"}}"#;

/// An API calls it, and a rule.
const FUNCTION_POLICY: &str = r#"{"RevisionId": "1", "Policy": "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Sid\":\"api\",\"Effect\":\"Allow\",\"Principal\":{\"Service\":\"apigateway.amazonaws.com\"},\"Action\":\"lambda:InvokeFunction\",\"Resource\":\"arn:aws:lambda:us-east-1:123456789012:function:get-chapters\"},{\"Sid\":\"rule\",\"Effect\":\"Allow\",\"Principal\":{\"Service\":\"events.amazonaws.com\"},\"Action\":\"lambda:InvokeFunction\",\"Resource\":\"arn:aws:lambda:us-east-1:123456789012:function:get-chapters\"}]}"}"#;

const FAILURES: &str = r#"{"FunctionArn": "arn:aws:lambda:us-east-1:123456789012:function:get-chapters:$LATEST",
    "DestinationConfig": {"OnFailure": {"Destination": "arn:aws:sqs:us-east-1:123456789012:failed"}}}"#;

const ALIASES: &str = r#"{"Aliases": [{"Name": "live", "FunctionVersion": "1",
    "AliasArn": "arn:aws:lambda:us-east-1:123456789012:function:get-chapters:live"}]}"#;

const SOURCES: &str = r#"{"EventSourceMappings": [{"UUID": "1", "State": "Enabled",
    "EventSourceArn": "arn:aws:dynamodb:us-east-1:123456789012:table/comments/stream/1",
    "FunctionArn": "arn:aws:lambda:us-east-1:123456789012:function:get-chapters",
    "FilterCriteria": {"Filters": [{"Pattern": "{\"eventName\": [\"INSERT\"]}"}]},
    "DestinationConfig": {"OnFailure": {"Destination": "arn:aws:sqs:us-east-1:123456789012:failed"}}}]}"#;

const REST_APIS: &str = r#"{"item": [{"id": "a1b2c3d4e5", "name": "website", "minimumCompressionSize": 1000,
    "endpointConfiguration": {"types": ["REGIONAL"]}, "disableExecuteApiEndpoint": true}]}"#;

const RESOURCES: &str = r#"{"item": [{"id": "r1", "path": "/"}, {"id": "r2", "path": "/comments", "resourceMethods": {
    "POST": {"httpMethod": "POST", "authorizationType": "COGNITO_USER_POOLS", "authorizerId": "a1",
        "apiKeyRequired": false, "requestValidatorId": "v1"}}}]}"#;

const STAGES: &str = r#"{"item": [{"deploymentId": "dep001", "stageName": "v1", "cacheClusterEnabled": false,
    "methodSettings": {"*/*": {"metricsEnabled": true, "loggingLevel": "INFO", "dataTraceEnabled": false,
        "throttlingBurstLimit": 200, "throttlingRateLimit": 100.0}},
    "accessLogSettings": {"format": "$context.requestId", "destinationArn": "arn:aws:logs:us-east-1:123456789012:log-group:api"},
    "tracingEnabled": true, "createdDate": 1767225600, "lastUpdatedDate": 1767225600}]}"#;

const CLIENT: &str = r#"{"UserPoolClient": {"UserPoolId": "us-east-1_AbCdEfGhI", "ClientName": "website",
    "ClientId": "1example23456789", "PreventUserExistenceErrors": "ENABLED"}}"#;

const BUCKETS: &str = "<ListAllMyBucketsResult><Buckets><Bucket><Name>example-data</Name>\
    <BucketRegion>us-east-1</BucketRegion></Bucket></Buckets></ListAllMyBucketsResult>";

const BUCKET_POLICY: &str = r#"{"Version": "2012-10-17", "Statement": [{"Sid": "encrypted", "Effect": "Deny", "Principal": "*",
    "Action": "s3:*", "Resource": ["arn:aws:s3:::example-data", "arn:aws:s3:::example-data/*"],
    "Condition": {"Bool": {"aws:SecureTransport": "false"}}}]}"#;

const LIFECYCLE: &str = "<LifecycleConfiguration><Rule><ID>end</ID><Status>Enabled</Status><Filter><Prefix></Prefix></Filter>\
    <NoncurrentVersionExpiration><NoncurrentDays>30</NoncurrentDays></NoncurrentVersionExpiration>\
    <AbortIncompleteMultipartUpload><DaysAfterInitiation>7</DaysAfterInitiation></AbortIncompleteMultipartUpload>\
    </Rule></LifecycleConfiguration>";

const TAGGING: &str = "<Tagging><TagSet><Tag><Key>project</Key><Value>website</Value></Tag></TagSet></Tagging>";

const TABLE: &str = r#"{"Table": {"TableName": "analytics", "BillingModeSummary": {"BillingMode": "PAY_PER_REQUEST"},
    "TableArn": "arn:aws:dynamodb:us-east-1:123456789012:table/analytics", "TableId": "2",
    "AttributeDefinitions": [{"AttributeName": "timestamp", "AttributeType": "N"}, {"AttributeName": "dataType", "AttributeType": "S"}],
    "KeySchema": [{"AttributeName": "dataType", "KeyType": "HASH"}, {"AttributeName": "timestamp", "KeyType": "RANGE"}],
    "ProvisionedThroughput": {"NumberOfDecreasesToday": 0, "ReadCapacityUnits": 50, "WriteCapacityUnits": 50},
    "TableStatus": "ACTIVE", "DeletionProtectionEnabled": true}}"#;

fn distribution() -> String {
    let protocol = "<ViewerProtocolPolicy>redirect-to-https</ViewerProtocolPolicy>";
    let more = format!("{protocol}<Compress>true</Compress><CachePolicyId>1</CachePolicyId>");
    let version = "<Comment></Comment><HttpVersion>http2and3</HttpVersion>";
    cloudfront::DISTRIBUTION.replace(protocol, &more).replace("<Comment></Comment>", version)
}

const CACHE_POLICY: &str = "<CachePolicy><Id>1</Id><LastModifiedTime>2026-01-01T00:00:00Z</LastModifiedTime><CachePolicyConfig>\
    <Name>own</Name><MinTTL>1</MinTTL><MaxTTL>86400</MaxTTL><ParametersInCacheKeyAndForwardedToOrigin>\
    <EnableAcceptEncodingGzip>true</EnableAcceptEncodingGzip><HeadersConfig><HeaderBehavior>none</HeaderBehavior></HeadersConfig>\
    <CookiesConfig><CookieBehavior>none</CookieBehavior></CookiesConfig><QueryStringsConfig><QueryStringBehavior>none</QueryStringBehavior>\
    </QueryStringsConfig></ParametersInCacheKeyAndForwardedToOrigin></CachePolicyConfig></CachePolicy>";

const DELIVERY_SOURCES: &str = r#"{"deliverySources": [{"name": "website", "service": "cloudfront", "logType": "ACCESS_LOGS",
    "resourceArns": ["arn:aws:cloudfront::123456789012:distribution/E1"]}]}"#;
