//! The table of chapters and its items, the table of what happens on the website, and those of what visitors send.

use crate::testing::answers::{Answers, ok};

/// The account, and this in it.
pub fn done(account: Answers) -> Answers {
    account
        .answers("dynamodb:ListTables", ok(TABLES))
        .answers("dynamodb:DescribeTable", ok(TABLE))
        .answers_aside("dynamodb:DescribeTable", r#""analytics""#, ok(ANALYTICS))
        .answers_aside("dynamodb:DescribeTable", r#""comments""#, ok(COMMENTS))
        .answers_aside("dynamodb:DescribeTable", r#""text-to-speech""#, ok(SPEECH))
        .answers("dynamodb:Scan", ok(ITEMS))
        .answers("dynamodb:Query", ok(NEWEST))
        .answers("dynamodb:DescribeContinuousBackups", ok(recovery("ENABLED")))
        .answers("dynamodb:ListTagsOfResource", ok(TAGS))
        .refuses("dynamodb:GetResourcePolicy", (400, "PolicyNotFoundException"), "No resource policy was found")
}

/// The account before the table is there, in whatever region.
pub fn without(account: Answers) -> Answers {
    const NONE: &str = "Requested resource not found";
    account
        .answers("dynamodb:ListTables", ok(r#"{"TableNames": []}"#))
        .refuses("dynamodb:DescribeTable", (400, "ResourceNotFoundException"), NONE)
        .refuses("dynamodb:GetResourcePolicy", (400, "ResourceNotFoundException"), NONE)
        .answers("dynamodb:ListBackups", ok(r#"{"BackupSummaries": []}"#))
}

/// What DynamoDB says of the recovery of a table: the first member is the same for every table.
pub fn recovery(status: &str) -> String {
    format!(
        r#"{{"ContinuousBackupsDescription": {{"ContinuousBackupsStatus": "ENABLED", "PointInTimeRecoveryDescription":
            {{"PointInTimeRecoveryStatus": "{status}", "RecoveryPeriodInDays": 35}}}}}}"#
    )
}

/// The tags of a table.
pub const TAGS: &str = r#"{"Tags": [{"Key": "backup", "Value": "daily"}]}"#;

pub const TABLES: &str = r#"{"TableNames": ["Chapters"]}"#;

pub const TABLE: &str = r#"{"Table": {"TableName": "chapters", "TableStatus": "ACTIVE",
    "TableArn": "arn:aws:dynamodb:us-east-1:123456789012:table/chapters", "TableId": "1", "CreationDateTime": 1767225600,
    "AttributeDefinitions": [{"AttributeName": "id", "AttributeType": "N"}],
    "KeySchema": [{"AttributeName": "id", "KeyType": "HASH"}],
    "ProvisionedThroughput": {"NumberOfDecreasesToday": 0, "ReadCapacityUnits": 0, "WriteCapacityUnits": 0},
    "BillingModeSummary": {"BillingMode": "PAY_PER_REQUEST", "LastUpdateToPayPerRequestDateTime": 1767225600},
    "TableSizeBytes": 0, "ItemCount": 0, "DeletionProtectionEnabled": false}}"#;

pub const ANALYTICS: &str = r#"{"Table": {"TableName": "analytics", "BillingModeSummary": {"BillingMode": "PAY_PER_REQUEST"},
    "TableArn": "arn:aws:dynamodb:us-east-1:123456789012:table/analytics", "TableId": "2", "CreationDateTime": 1767225600,
    "AttributeDefinitions": [{"AttributeName": "timestamp", "AttributeType": "N"}, {"AttributeName": "dataType", "AttributeType": "S"}],
    "KeySchema": [{"AttributeName": "dataType", "KeyType": "HASH"}, {"AttributeName": "timestamp", "KeyType": "RANGE"}],
    "ProvisionedThroughput": {"NumberOfDecreasesToday": 0, "ReadCapacityUnits": 0, "WriteCapacityUnits": 0},
    "TableStatus": "ACTIVE", "TableSizeBytes": 0, "ItemCount": 0, "DeletionProtectionEnabled": false}}"#;

/// Its stream is on.
pub const COMMENTS: &str = r#"{"Table": {"TableName": "comments", "BillingModeSummary": {"BillingMode": "PAY_PER_REQUEST"},
    "TableArn": "arn:aws:dynamodb:us-east-1:123456789012:table/comments", "TableId": "3", "CreationDateTime": 1767225600,
    "AttributeDefinitions": [{"AttributeName": "id", "AttributeType": "S"}],
    "KeySchema": [{"AttributeName": "id", "KeyType": "HASH"}],
    "StreamSpecification": {"StreamEnabled": true, "StreamViewType": "NEW_IMAGE"},
    "LatestStreamLabel": "2026-01-01T00:00:00.000",
    "LatestStreamArn": "arn:aws:dynamodb:us-east-1:123456789012:table/comments/stream/2026-01-01T00:00:00.000",
    "ProvisionedThroughput": {"NumberOfDecreasesToday": 0, "ReadCapacityUnits": 0, "WriteCapacityUnits": 0},
    "TableStatus": "ACTIVE", "TableSizeBytes": 0, "ItemCount": 0, "DeletionProtectionEnabled": false}}"#;

/// Without a stream.
pub const SPEECH: &str = r#"{"Table": {"TableName": "text-to-speech", "BillingModeSummary": {"BillingMode": "PAY_PER_REQUEST"},
    "TableArn": "arn:aws:dynamodb:us-east-1:123456789012:table/text-to-speech", "TableId": "4",
    "AttributeDefinitions": [{"AttributeName": "id", "AttributeType": "S"}], "CreationDateTime": 1767225600,
    "KeySchema": [{"AttributeName": "id", "KeyType": "HASH"}],
    "ProvisionedThroughput": {"NumberOfDecreasesToday": 0, "ReadCapacityUnits": 0, "WriteCapacityUnits": 0},
    "TableStatus": "ACTIVE", "TableSizeBytes": 0, "ItemCount": 0, "DeletionProtectionEnabled": false}}"#;

const ITEMS: &str = r#"{"Count": 1, "ScannedCount": 1, "Items": [{"id": {"N": "1"}, "title": {"S": "One"},
    "description": {"S": "The first."}}]}"#;

/// The newest sign-in, at the beginning of 2026.
pub const NEWEST: &str = r#"{"Count": 1, "ScannedCount": 1, "Items": [
    {"dataType": {"S": "auth-callback"}, "timestamp": {"N": "1767225600000"}}]}"#;
