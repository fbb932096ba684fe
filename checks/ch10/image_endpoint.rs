//! 10.i9: a method of the API takes images, or says where they may be put.

use crate::own;
use crate::own::function::Places;
use crate::own::method::{self, MethodMarks};
use crate::verifier::prelude::*;

clauses! {
    API = given::REST_API;
    METHOD: "the API has a method of your own that takes images",
        or "Create a resource such as images with CORS on, and in that a method of type POST.", at apigateway::CONSOLE;
    STORES: "it keeps the image in a bucket, lets the page put it there, or has Rekognition see it at once",
        or "Send a PutObjectCommand with the bytes of the image, and choose Deploy.", at lambda::CONSOLE;
    ALLOWED: "what answers it may do that",
        or "Allow the function's role the action on exactly what its code names.", at iam::CONSOLE_POLICIES;
    ANSWER = given::OWN_ANSWER;
    CORS = given::OWN_CORS;
    AUTHORIZER = given::OWN_AUTHORIZER;
    PERMISSION = given::OWN_PERMISSION;
    PREFLIGHT = given::OWN_PREFLIGHT;
    DEPLOYED = given::OWN_DEPLOYED;
}

const MARKS: MethodMarks = MethodMarks {
    words: own::IMAGES,
    others: &[own::COMMENTS, own::SPEECH, &["label", "analy"]],
    verbs: &["POST", "PUT", "PATCH", "GET"],
    actions: ACTIONS,
    places: Places::Buckets,
    advice: "Create a resource for images, and in that a method POST whose function puts an object into a bucket.",
};
/// By which an image is kept: a presigned address is for a PutObject request as well. Or by which Rekognition sees it.
const ACTIONS: &[&str] =
    &["s3:PutObject", "rekognition:DetectLabels", "rekognition:DetectText", "rekognition:DetectFaces"];

pub const READS: Reads = &[
    lambda::FUNCTION,
    lambda::FUNCTION_POLICY,
    s3::BUCKET_NAMES,
    iam::ROLE_PERMISSIONS,
    apigateway::REST_API,
    apigateway::RESOURCES,
    apigateway::AUTHORIZERS,
    apigateway::STAGES,
    apigateway::DEPLOYMENT,
    cognito::POOL_DOMAIN,
];

pub async fn verify(aws: &Aws, you: &Learner, it: &mut Report<'_>) -> Outcome {
    let api = it.finds(API, aws.rest_api(you, book::api(you)).await)?;
    let method = it.finds(METHOD, method::find(aws, you, &api, &MARKS).await)?;
    let said = ["a PutObject request, such as PutObjectCommand", "nothing that writes to S3 or asks Rekognition"];
    let (stores, allowed) = join!(method.does(aws, you, &MARKS, said), method.allowed(aws, you, ACTIONS));
    it.expects(STORES, stores);
    it.expects(ALLOWED, allowed);
    method.expects(aws, you, it, [ANSWER, CORS, AUTHORIZER, PERMISSION, PREFLIGHT, DEPLOYED]).await;
    Ok(())
}
