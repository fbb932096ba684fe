//! The only operations that may ever be sent: all of them read. The guard, the advice on a refusal and the
//! policy for a checking user come from this one table.

/// One AWS operation and the IAM action that allows it.
#[derive(Debug, PartialEq, Eq)]
pub struct Operation {
    /// The service id in the SDK, such as `Route 53`.
    pub service: &'static str,
    /// The operation's name in the service model, such as `ListBuckets`.
    pub name: &'static str,
    /// How findings name it: IAM prefix and operation, such as `s3:ListBuckets`.
    pub label: &'static str,
    /// The IAM action it needs, which is not always its name (Service Authorization Reference).
    pub action: &'static str,
    /// Whether a policy can narrow the action to the resource.
    pub scope: Scope,
}

/// What a policy statement may name as the resource of an action (Service Authorization Reference).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// The action takes no resource: `*`.
    All,
    /// The resource's ARN.
    Resource,
    /// No permission is needed at all.
    Free,
}

/// A look from outside; its label is counted and named in findings as that of an AWS call is.
pub const fn look(name: &'static str, label: &'static str) -> Operation {
    Operation { service: "", name, label, action: "", scope: Scope::Free }
}

/// Looks an operation up by what the SDK says of it.
pub fn allowed(service: &str, name: &str) -> Option<&'static Operation> {
    OPERATIONS.iter().copied().find(|operation| operation.service == service && operation.name == name)
}

macro_rules! operations {
    ($($constant:ident: $service:literal $name:literal as $label:literal needs $action:literal on $scope:ident;)+) => {
        $(pub const $constant: &Operation = &Operation {
            service: $service, name: $name, label: $label, action: $action, scope: Scope::$scope,
        };)+
        /// Every operation that the program may send.
        pub const OPERATIONS: &[&Operation] = &[$($constant),+];
    };
}

operations! {
    GET_CALLER_IDENTITY: "STS" "GetCallerIdentity" as "sts:GetCallerIdentity" needs "sts:GetCallerIdentity" on Free;
    GET_ACCOUNT_SUMMARY: "IAM" "GetAccountSummary" as "iam:GetAccountSummary" needs "iam:GetAccountSummary" on All;
    LIST_USERS: "IAM" "ListUsers" as "iam:ListUsers" needs "iam:ListUsers" on All;
    LIST_MFA_DEVICES: "IAM" "ListMFADevices" as "iam:ListMFADevices" needs "iam:ListMFADevices" on Resource;
    LIST_HOSTED_ZONES_BY_NAME: "Route 53" "ListHostedZonesByName" as "route53:ListHostedZonesByName"
        needs "route53:ListHostedZonesByName" on All;
    GET_HOSTED_ZONE: "Route 53" "GetHostedZone" as "route53:GetHostedZone" needs "route53:GetHostedZone" on Resource;
    LIST_RESOURCE_RECORD_SETS: "Route 53" "ListResourceRecordSets" as "route53:ListResourceRecordSets"
        needs "route53:ListResourceRecordSets" on Resource;
    GET_DOMAIN_DETAIL: "Route 53 Domains" "GetDomainDetail" as "route53domains:GetDomainDetail"
        needs "route53domains:GetDomainDetail" on All;
    LIST_OPERATIONS: "Route 53 Domains" "ListOperations" as "route53domains:ListOperations"
        needs "route53domains:ListOperations" on All;
    LIST_BUCKETS: "S3" "ListBuckets" as "s3:ListBuckets" needs "s3:ListAllMyBuckets" on All;
    GET_BUCKET_LOCATION: "S3" "GetBucketLocation" as "s3:GetBucketLocation" needs "s3:GetBucketLocation" on Resource;
    HEAD_OBJECT: "S3" "HeadObject" as "s3:HeadObject" needs "s3:GetObject" on Resource;
    LIST_OBJECTS: "S3" "ListObjectsV2" as "s3:ListObjectsV2" needs "s3:ListBucket" on Resource;
    GET_BUCKET_WEBSITE: "S3" "GetBucketWebsite" as "s3:GetBucketWebsite" needs "s3:GetBucketWebsite" on Resource;
    GET_BUCKET_POLICY: "S3" "GetBucketPolicy" as "s3:GetBucketPolicy" needs "s3:GetBucketPolicy" on Resource;
    GET_PUBLIC_ACCESS_BLOCK: "S3" "GetPublicAccessBlock" as "s3:GetPublicAccessBlock"
        needs "s3:GetBucketPublicAccessBlock" on Resource;
    GET_ACCOUNT_PUBLIC_ACCESS_BLOCK: "S3 Control" "GetPublicAccessBlock" as "s3control:GetPublicAccessBlock"
        needs "s3:GetAccountPublicAccessBlock" on All;
    LIST_CERTIFICATES: "ACM" "ListCertificates" as "acm:ListCertificates" needs "acm:ListCertificates" on All;
    DESCRIBE_CERTIFICATE: "ACM" "DescribeCertificate" as "acm:DescribeCertificate"
        needs "acm:DescribeCertificate" on Resource;
    LIST_DISTRIBUTIONS: "CloudFront" "ListDistributions" as "cloudfront:ListDistributions"
        needs "cloudfront:ListDistributions" on All;
    GET_DISTRIBUTION: "CloudFront" "GetDistribution" as "cloudfront:GetDistribution"
        needs "cloudfront:GetDistribution" on Resource;
    GET_REST_APIS: "API Gateway" "GetRestApis" as "apigateway:GetRestApis" needs "apigateway:GET" on Resource;
    GET_HTTP_APIS: "ApiGatewayV2" "GetApis" as "apigatewayv2:GetApis" needs "apigateway:GET" on Resource;
    GET_FUNCTION: "Lambda" "GetFunction" as "lambda:GetFunction" needs "lambda:GetFunction" on Resource;
    GET_FUNCTION_POLICY: "Lambda" "GetPolicy" as "lambda:GetPolicy" needs "lambda:GetPolicy" on Resource;
    LIST_FUNCTIONS: "Lambda" "ListFunctions" as "lambda:ListFunctions" needs "lambda:ListFunctions" on All;
    DESCRIBE_LOG_GROUPS: "CloudWatch Logs" "DescribeLogGroups" as "logs:DescribeLogGroups"
        needs "logs:DescribeLogGroups" on Resource;
    GET_ROLE: "IAM" "GetRole" as "iam:GetRole" needs "iam:GetRole" on Resource;
    LIST_ROLES: "IAM" "ListRoles" as "iam:ListRoles" needs "iam:ListRoles" on All;
    LIST_ATTACHED_ROLE_POLICIES: "IAM" "ListAttachedRolePolicies" as "iam:ListAttachedRolePolicies"
        needs "iam:ListAttachedRolePolicies" on Resource;
    LIST_ROLE_POLICIES: "IAM" "ListRolePolicies" as "iam:ListRolePolicies" needs "iam:ListRolePolicies" on Resource;
    GET_ROLE_POLICY: "IAM" "GetRolePolicy" as "iam:GetRolePolicy" needs "iam:GetRolePolicy" on Resource;
    LIST_POLICIES: "IAM" "ListPolicies" as "iam:ListPolicies" needs "iam:ListPolicies" on All;
    GET_POLICY: "IAM" "GetPolicy" as "iam:GetPolicy" needs "iam:GetPolicy" on Resource;
    GET_POLICY_VERSION: "IAM" "GetPolicyVersion" as "iam:GetPolicyVersion" needs "iam:GetPolicyVersion" on Resource;
    LIST_POLICY_VERSIONS: "IAM" "ListPolicyVersions" as "iam:ListPolicyVersions"
        needs "iam:ListPolicyVersions" on Resource;
    LIST_ENTITIES_FOR_POLICY: "IAM" "ListEntitiesForPolicy" as "iam:ListEntitiesForPolicy"
        needs "iam:ListEntitiesForPolicy" on Resource;
    DESCRIBE_TABLE: "DynamoDB" "DescribeTable" as "dynamodb:DescribeTable" needs "dynamodb:DescribeTable" on Resource;
    SCAN: "DynamoDB" "Scan" as "dynamodb:Scan" needs "dynamodb:Scan" on Resource;
    LIST_TABLES: "DynamoDB" "ListTables" as "dynamodb:ListTables" needs "dynamodb:ListTables" on All;
    GET_ORIGIN_ACCESS_CONTROL: "CloudFront" "GetOriginAccessControl" as "cloudfront:GetOriginAccessControl"
        needs "cloudfront:GetOriginAccessControl" on Resource;
    GET_API_DOMAIN: "API Gateway" "GetDomainName" as "apigateway:GetDomainName" needs "apigateway:GET" on Resource;
    GET_API_DOMAINS: "API Gateway" "GetDomainNames" as "apigateway:GetDomainNames" needs "apigateway:GET" on Resource;
    GET_BASE_PATH_MAPPINGS: "API Gateway" "GetBasePathMappings" as "apigateway:GetBasePathMappings"
        needs "apigateway:GET" on Resource;
    GET_RESOURCES: "API Gateway" "GetResources" as "apigateway:GetResources" needs "apigateway:GET" on Resource;
    GET_DEPLOYMENT: "API Gateway" "GetDeployment" as "apigateway:GetDeployment" needs "apigateway:GET" on Resource;
    GET_EXPORT: "API Gateway" "GetExport" as "apigateway:GetExport" needs "apigateway:GET" on Resource;
    GET_STAGES: "API Gateway" "GetStages" as "apigateway:GetStages" needs "apigateway:GET" on Resource;
    GET_OBJECT: "S3" "GetObject" as "s3:GetObject" needs "s3:GetObject" on Resource;
    LIST_INVALIDATIONS: "CloudFront" "ListInvalidations" as "cloudfront:ListInvalidations"
        needs "cloudfront:ListInvalidations" on Resource;
    GET_INVALIDATION: "CloudFront" "GetInvalidation" as "cloudfront:GetInvalidation"
        needs "cloudfront:GetInvalidation" on Resource;
}
