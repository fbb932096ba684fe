//! The function's code package, where Lambda keeps it.

use std::io::{Cursor, Write};

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::Reply;
use crate::learner::example;

/// What answers there, and the address of the package in it, as GetFunction's answer has it.
pub const HOST: &str = "awslambda-us-east-1-tasks.s3.us-east-1.amazonaws.com";
pub const ADDRESS: &str =
    "https://awslambda-us-east-1-tasks.s3.us-east-1.amazonaws.com/get-chapters?X-Amz-Signature=CANARY";

/// The address of the package of the account page's function.
pub const ACCOUNT_INFO_ADDRESS: &str =
    "https://awslambda-us-east-1-tasks.s3.us-east-1.amazonaws.com/put-account-info?X-Amz-Signature=CANARY";

/// The addresses of the packages of the functions that train and infer.
pub const TRAINING_ADDRESS: &str =
    "https://awslambda-us-east-1-tasks.s3.us-east-1.amazonaws.com/sagemaker-rcf-run-training?X-Amz-Signature=CANARY";
pub const INFERENCE_ADDRESS: &str =
    "https://awslambda-us-east-1-tasks.s3.us-east-1.amazonaws.com/sagemaker-rcf-run-inference?X-Amz-Signature=CANARY";

/// The code of these functions.
pub const TRAINING: &str =
    include_str!("../../exercises/ch08/rcf_functions/files/functions/sagemaker-rcf-run-training/lambda_function.py");
pub const INFERENCE: &str =
    include_str!("../../exercises/ch08/rcf_functions/files/functions/sagemaker-rcf-run-inference/lambda_function.py");

/// The address of the package of the function that sends text messages, and its code.
pub const TEXT_ADDRESS: &str =
    "https://awslambda-us-east-1-tasks.s3.us-east-1.amazonaws.com/sns-send-text?X-Amz-Signature=CANARY";
pub const TEXT: &str = include_str!("../../exercises/ch09/text_function/files/functions/sns-send-text/index.mjs");

/// The address of the package of the function that makes a file of the sign-ins.
pub const RULE_ADDRESS: &str =
    "https://awslambda-us-east-1-tasks.s3.us-east-1.amazonaws.com/rule-analytics?X-Amz-Signature=CANARY";

/// The code of the function that makes a file of the sign-ins.
pub const RULE: &str =
    include_str!("../../exercises/ch08/rule_function/files/functions/rule-analytics-auth-callback/index.mjs");
/// The code of the account page's function.
pub const ACCOUNT_INFO: &str =
    include_str!("../../exercises/ch07/put_account_info_function/files/functions/put-account-info/index.mjs");
/// The same when it sends mail as well.
pub const ACCOUNT_INFO_MAILS: &str =
    include_str!("../../exercises/ch09/put_account_info_mails/files/functions/put-account-info/index.mjs");
/// The same when it tells the topic instead.
pub const ACCOUNT_INFO_PUBLISHES: &str =
    include_str!("../../exercises/ch09/put_account_info_publishes/files/functions/put-account-info/index.mjs");
/// The same when it keeps phone numbers, too: as the last exercise about it leaves it.
pub const ACCOUNT_INFO_STORES: &str =
    include_str!("../../exercises/ch09/phone_stored/files/functions/put-account-info/index.mjs");
/// The address of the package of the function that sends an e-mail for every message of the topic.
pub const EMAIL_ADDRESS: &str =
    "https://awslambda-us-east-1-tasks.s3.us-east-1.amazonaws.com/sns-send-email?X-Amz-Signature=CANARY";
/// The code of that function.
pub const SEND_EMAIL: &str =
    include_str!("../../exercises/ch09/sns_email_function/files/functions/sns-send-email/index.mjs");
/// The code of the exercises, after each of them.
pub const FROM_BUCKET: &str =
    include_str!("../../exercises/ch06/function_reads_s3/files/functions/get-chapters/index.mjs");
pub const FROM_TABLE: &str =
    include_str!("../../exercises/ch06/function_scans_table/files/functions/get-chapters/index.mjs");

/// The packages of the account in which all is done: where each is kept, its one file, and what stands in it.
pub const PACKAGES: &[(&str, &str, &str)] = &[
    (ADDRESS, "index.mjs", FROM_TABLE),
    (ACCOUNT_INFO_ADDRESS, "index.mjs", ACCOUNT_INFO_STORES),
    (EMAIL_ADDRESS, "index.mjs", SEND_EMAIL),
    (TEXT_ADDRESS, "index.mjs", TEXT),
    (RULE_ADDRESS, "index.mjs", RULE),
    (TRAINING_ADDRESS, "lambda_function.py", TRAINING),
    (INFERENCE_ADDRESS, "lambda_function.py", INFERENCE),
];

/// A package of these files, whose text is a template.
pub fn package(files: &[(&str, &str)]) -> Vec<u8> {
    let mut package = ZipWriter::new(Cursor::new(Vec::new()));
    for (path, template) in files {
        package.start_file(*path, SimpleFileOptions::default()).expect("room in memory");
        let text = example().fill(template).expect("a template");
        package.write_all(text.as_bytes()).expect("room in memory");
    }
    package.finish().expect("room in memory").into_inner()
}

/// The answer with the package.
pub fn reply(package: &[u8]) -> Reply {
    let head = format!("HTTP/1.1 200 OK\r\nServer: AmazonS3\r\nContent-Length: {}\r\n\r\n", package.len());
    Reply::Sends([head.as_bytes(), package].concat())
}
