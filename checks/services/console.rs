//! Console pages that findings point to; templates over the learner's names.

pub const IAM_DASHBOARD: &str = "https://console.aws.amazon.com/iam/home#/home";
pub const IAM_USERS: &str = "https://console.aws.amazon.com/iam/home#/users";
pub const IAM_POLICIES: &str = "https://console.aws.amazon.com/iam/home#/policies";
pub const IAM_ROLES: &str = "https://console.aws.amazon.com/iam/home#/roles";
pub const TABLES: &str = "https://{{ region }}.console.aws.amazon.com/dynamodbv2/home?region={{ region }}#tables";
pub const TABLE_ITEMS: &str =
    "https://{{ region }}.console.aws.amazon.com/dynamodbv2/home?region={{ region }}#item-explorer?table=chapters";
pub const HOSTED_ZONES: &str = "https://console.aws.amazon.com/route53/v2/hostedzones";
pub const DOMAINS: &str = "https://console.aws.amazon.com/route53/domains/home#/DomainDetail/{{ domain }}";
pub const BUCKETS: &str = "https://console.aws.amazon.com/s3/buckets";
pub const OBJECTS: &str = "https://console.aws.amazon.com/s3/buckets/{{ website_bucket }}?tab=objects";
pub const BUCKET_PROPERTIES: &str = "https://console.aws.amazon.com/s3/buckets/{{ website_bucket }}?tab=properties";
pub const BUCKET_PERMISSIONS: &str = "https://console.aws.amazon.com/s3/buckets/{{ website_bucket }}?tab=permissions";
pub const S3_ACCOUNT_SETTINGS: &str = "https://console.aws.amazon.com/s3/settings";
pub const CERTIFICATES: &str = "https://us-east-1.console.aws.amazon.com/acm/home?region=us-east-1#/certificates/list";
pub const DISTRIBUTIONS: &str = "https://console.aws.amazon.com/cloudfront/v4/home#/distributions";
pub const API_DOMAINS: &str =
    "https://{{ region }}.console.aws.amazon.com/apigateway/main/publish/domain-names?region={{ region }}";
pub const APIS: &str = "https://{{ region }}.console.aws.amazon.com/apigateway/main/apis?region={{ region }}";
pub const FUNCTIONS: &str = "https://console.aws.amazon.com/lambda/home?region={{ region }}#/functions";
pub const FUNCTION_CODE: &str =
    "https://console.aws.amazon.com/lambda/home?region={{ region }}#/functions/get-chapters?tab=code";
pub const FUNCTION_PERMISSIONS: &str =
    "https://console.aws.amazon.com/lambda/home?region={{ region }}#/functions/get-chapters?tab=configure";
pub const LOG_GROUPS: &str = "https://console.aws.amazon.com/cloudwatch/home?region={{ region }}#logsV2:log-groups";
pub const DATA_OBJECTS: &str = "https://console.aws.amazon.com/s3/buckets/{{ data_bucket }}?tab=objects";
pub const DATA_BUCKET_PERMISSIONS: &str = "https://console.aws.amazon.com/s3/buckets/{{ data_bucket }}?tab=permissions";
