//! A layer, and the function that uses it.

use crate::testing::answers::{Answers, ok};

/// Where the layer's archive is, and the archive.
pub const ADDRESS: &str =
    "https://awslambda-us-east-1-tasks.s3.us-east-1.amazonaws.com/chapters-text?X-Amz-Signature=CANARY";
pub const ARCHIVE: &[u8] = include_bytes!("../workspace/layers/chapters-text.zip");

/// The account, and these in it.
pub fn done(account: Answers) -> Answers {
    account.answers("lambda:ListLayers", ok(LAYERS)).answers("lambda:GetLayerVersion", ok(VERSION)).edited(
        "lambda:ListFunctions",
        LISTED,
        USING,
    )
}

/// The account without a layer.
pub fn without(account: Answers) -> Answers {
    account.answers("lambda:ListLayers", ok(NO_LAYERS))
}

/// The function as it is listed, and with the layer.
pub const LISTED: &str =
    r#"{"FunctionName": "layer-example", "Role": "arn:aws:iam::123456789012:role/function-layer-example"}"#;
pub const USING: &str = r#"{"FunctionName": "layer-example", "Role": "arn:aws:iam::123456789012:role/function-layer-example", "Layers": [{"CodeSize": 595,
    "Arn": "arn:aws:lambda:us-east-1:123456789012:layer:chapters-text:1"}]}"#;

pub const LAYERS: &str = r#"{"Layers": [{"LayerName": "chapters-text",
    "LayerArn": "arn:aws:lambda:us-east-1:123456789012:layer:chapters-text", "LatestMatchingVersion": {"Version": 1,
    "LayerVersionArn": "arn:aws:lambda:us-east-1:123456789012:layer:chapters-text:1",
    "CreatedDate": "2026-01-02T00:00:00.000+0000", "CompatibleRuntimes": ["nodejs24.x", "nodejs22.x"]}}]}"#;

pub const NO_LAYERS: &str = r#"{"Layers": []}"#;

const VERSION: &str = r#"{"Content": {"Location":
    "https://awslambda-us-east-1-tasks.s3.us-east-1.amazonaws.com/chapters-text?X-Amz-Signature=CANARY",
    "CodeSha256": "1", "CodeSize": 595}, "Version": 1,
    "LayerArn": "arn:aws:lambda:us-east-1:123456789012:layer:chapters-text",
    "LayerVersionArn": "arn:aws:lambda:us-east-1:123456789012:layer:chapters-text:1",
    "CreatedDate": "2026-01-02T00:00:00.000+0000", "CompatibleRuntimes": ["nodejs24.x", "nodejs22.x"]}"#;
