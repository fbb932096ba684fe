//! The recorder of AWS Config, and a pack of rules.

use crate::testing::answers::{Answers, ok};

/// The account, and these in it.
pub fn done(account: Answers) -> Answers {
    account
        .answers("config:DescribeConfigurationRecorders", ok(recorder(SELECTED)))
        .answers("config:DescribeConfigurationRecorderStatus", ok(status(true, "Success")))
        .answers("config:DescribeDeliveryChannels", ok(CHANNELS))
        .answers("config:DescribeDeliveryChannelStatus", ok(delivered("Success")))
        .answers("config:DescribeConformancePackStatus", ok(pack("CREATE_COMPLETE", "")))
}

/// The account before anything is recorded, in whatever region.
pub fn without(account: Answers) -> Answers {
    account
        .answers("config:DescribeConfigurationRecorders", ok(r#"{"ConfigurationRecorders": []}"#))
        .answers("config:DescribeConfigurationRecorderStatus", ok(r#"{"ConfigurationRecordersStatus": []}"#))
        .answers("config:DescribeDeliveryChannels", ok(r#"{"DeliveryChannels": []}"#))
        .answers("config:DescribeDeliveryChannelStatus", ok(r#"{"DeliveryChannelsStatus": []}"#))
        .answers("config:DescribeConformancePackStatus", ok(r#"{"ConformancePackStatusDetails": []}"#))
}

/// The role that AWS made for the service.
pub const ROLE: &str = "arn:aws:iam::123456789012:role/aws-service-role/config.amazonaws.com/AWSServiceRoleForConfig";

/// The recorder, with what it records.
pub fn recorder(what: &str) -> String {
    format!(r#"{{"ConfigurationRecorders": [{{"name": "default", "roleARN": "{ROLE}", {what}}}]}}"#)
}

/// Buckets and tables, once a day.
pub const SELECTED: &str = r#""recordingGroup": {"allSupported": false, "includeGlobalResourceTypes": false,
    "resourceTypes": ["AWS::S3::Bucket", "AWS::DynamoDB::Table"], "recordingStrategy": {"useOnly": "INCLUSION_BY_RESOURCE_TYPES"}},
    "recordingMode": {"recordingFrequency": "DAILY"}"#;

/// Whether it is recording, and how the last recording ended.
pub fn status(recording: bool, last: &str) -> String {
    format!(
        r#"{{"ConfigurationRecordersStatus": [{{"name": "default", "recording": {recording}, "lastStatus": "{last}",
            "lastErrorCode": "AccessDenied"}}]}}"#
    )
}

/// The history goes into the bucket of the data.
pub const CHANNELS: &str = r#"{"DeliveryChannels": [{"name": "default", "s3BucketName": "example-data"}]}"#;

/// How the last delivery ended.
pub fn delivered(last: &str) -> String {
    format!(
        r#"{{"DeliveryChannelsStatus": [{{"name": "default", "configHistoryDeliveryInfo": {{"lastStatus": "{last}",
            "lastErrorCode": "NoSuchBucket"}}}}]}}"#
    )
}

/// A conformance pack in that state.
pub fn pack(state: &str, reason: &str) -> String {
    format!(
        r#"{{"ConformancePackStatusDetails": [{{"ConformancePackName": "website", "ConformancePackId": "1",
            "ConformancePackArn": "arn:aws:config:us-east-1:123456789012:conformance-pack/website/1",
            "ConformancePackState": "{state}", "ConformancePackStatusReason": "{reason}",
            "StackArn": "arn:aws:cloudformation:us-east-1:123456789012:stack/website/1", "LastUpdateRequestedTime": 1767225600}}]}}"#
    )
}
