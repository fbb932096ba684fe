//! Clauses that several exercises begin or end with, said once. The exercise that creates the thing says what to do instead.

use crate::aws::console::Page;
use crate::book;
use crate::findings::Pillar;
use crate::report::Clause;
use crate::services::{apigateway, cloudfront, cognito, iam, lambda, route53, s3, ses, sns};

const fn given(text: &'static str, advice: &'static str, console: Page) -> Clause {
    Clause { name: "", text, advice, console, pillar: None }
}

pub const HOSTED_ZONE: Clause =
    given("your account has a public hosted zone for {{ domain }}", "Exercise 4.2 creates it.", route53::CONSOLE);
pub const WEBSITE_BUCKET: Clause =
    given("your account has the bucket {{ website_bucket }}", "Exercise 4.3 creates it.", s3::CONSOLE);
pub const DISTRIBUTION: Clause =
    given("a distribution has the alternate domain name {{ domain }}", "Exercise 4.7 creates it.", cloudfront::CONSOLE);
pub const REST_API: Clause =
    given("your account has a REST API in {{ region }}", "Exercise 5.3 creates it.", apigateway::CONSOLE);
pub const CHAPTERS_RESOURCE: Clause =
    given("the API has the resource /chapters", "Exercise 5.4 creates it.", apigateway::CONSOLE);
pub const STAGE_IS_CURRENT: Clause = given(
    "the stage serves /chapters as the API now has it",
    "The API has changed since it was deployed: choose Deploy API, and the stage that is there already.",
    apigateway::CONSOLE,
);
pub const GET_CHAPTERS: Clause =
    given("{{ region }} has a function named get-chapters", "Exercise 5.10 creates it.", lambda::CONSOLE);
pub const FUNCTION_IS_READY: Clause = given(
    "it is active, and its last change succeeded",
    "Read the reason, and deploy the code once more.",
    lambda::CONSOLE_CODE.of(book::GET_CHAPTERS),
);
pub const FUNCTION_HAS_HANDLER: Clause = given(
    "its code package has the handler",
    "Give the file and what it exports the names that the handler has under Runtime settings.",
    lambda::CONSOLE_CODE.of(book::GET_CHAPTERS),
);
pub const FUNCTION_ANSWERS: Clause = given(
    "its code answers with status code 200 and JSON text as body",
    "Return an object with statusCode 200, headers and body: `body: JSON.stringify(chapters)`.",
    lambda::CONSOLE_CODE.of(book::GET_CHAPTERS),
);
pub const LAMBDA_MAY_ASSUME_ROLE: Clause = given(
    "Lambda may take on the role",
    "Edit the role's trust policy: the principal is the service lambda.amazonaws.com, the action sts:AssumeRole.",
    iam::CONSOLE_ROLES,
);
pub const FUNCTION_POLICY: Clause =
    given("your account has the policy function-get-chapters", "Exercise 6.2 creates it.", iam::CONSOLE_POLICIES);
pub const API_ANSWERS: Clause = given(
    "https://{{ api_domain }}/chapters answers with the chapters",
    "Call the function with Test on its page, and read what its log says.",
    lambda::CONSOLE_CODE.of(book::GET_CHAPTERS),
);
pub const PUT_ACCOUNT_INFO: Clause =
    given("{{ region }} has a function named put-account-info", "Exercise 7.15 creates it.", lambda::CONSOLE);
pub const CALLBACK_SENDS: Clause = given(
    "a script of the page sends POST https://{{ api_domain }}/analytics/auth-callback",
    "Call fetch(\"https://{{ api_domain }}/analytics/auth-callback\") with method: \"POST\" once the tokens are there, and upload the script again.",
    s3::CONSOLE_OBJECTS.of(book::WEBSITE),
);

pub const RULE_FUNCTION: Clause = given(
    "{{ region }} has a function named rule-analytics-auth-callback",
    "Exercise 8.12 creates it.",
    lambda::CONSOLE,
);
pub const SEND_EMAIL: Clause =
    given("{{ region }} has a function named sns-send-email", "Exercise 9.11 creates it.", lambda::CONSOLE);
pub const EMAIL_TOPIC: Clause =
    given("{{ region }} has the topic function-sns-send-email", "Exercise 9.8 creates it.", sns::CONSOLE);
pub const APP_CLIENT: Clause =
    given("the pool has the app client of your website", "Exercise 7.1 creates it.", cognito::CONSOLE);
pub const POOL_DOMAIN: Clause =
    given("a user pool has the domain {{ auth_domain }}", "Exercise 7.1 creates it.", cognito::CONSOLE);
pub const EMAIL_IDENTITY: Clause =
    given("SES has the identity {{ domain }} in {{ region }}", "Exercise 9.1 creates it.", ses::CONSOLE);

/// Of a function that the learner names.
pub const OWN_READY: Clause = given(
    "it is active, and its last change succeeded",
    "Read the reason, and deploy the code once more.",
    lambda::CONSOLE,
);
pub const OWN_HANDLER: Clause = given(
    "its code package has the handler",
    "Give the file and what it exports the names that the handler has under Runtime settings.",
    lambda::CONSOLE,
);

/// Of a method that the learner names.
pub const OWN_ANSWER: Clause = given(
    "its code answers with a status that says that it went well, and text as body",
    "Return an object with statusCode 200, headers and a body of text: `body: JSON.stringify({ … })`.",
    lambda::CONSOLE,
);
pub const OWN_CORS: Clause = given(
    "pages of https://{{ domain }} may read the answer",
    "Add the header Access-Control-Allow-Origin to the answer, with https://{{ domain }} or *.",
    lambda::CONSOLE,
);
pub const OWN_AUTHORIZER: Clause = Clause {
    pillar: Some(Pillar::Security),
    ..given(
        "if it asks who is there, it takes the tokens of the user pool behind {{ auth_domain }}",
        "Edit the method request, and choose the authorizer of exercise 7.13 as its authorization. Then deploy the API again.",
        apigateway::CONSOLE,
    )
};
pub const OWN_PERMISSION: Clause = Clause {
    pillar: Some(Pillar::Security),
    ..given(
        "the API, and no other, may invoke the function",
        "Under Configuration, Permissions, Resource-based policy statements, add one for API Gateway with the ARN of the method.",
        lambda::CONSOLE,
    )
};
pub const OWN_PREFLIGHT: Clause = given(
    "OPTIONS tells browsers that pages of https://{{ domain }} may send it",
    "Choose the resource, Enable CORS, tick OPTIONS and the method, and leave Authorization among the headers.",
    apigateway::CONSOLE,
);
pub const OWN_DEPLOYED: Clause = given(
    "a stage serves the method as the API now has it",
    "Choose Deploy API on the page of resources, and the stage that is there already.",
    apigateway::CONSOLE,
);

/// Of what hands a function its work.
pub const FED_CALLED: Clause = given(
    "something hands it its work, such as the stream of a table, a bucket or a method of your API",
    "Choose Add trigger on the function's page: DynamoDB, and the table with its stream. Or let a method of the API invoke it.",
    lambda::CONSOLE,
);
pub const FED_ON: Clause = given(
    "that is switched on, as it is there now, and works",
    "Open Configuration, Triggers on the function's page, and read the state and the last result.",
    lambda::CONSOLE,
);
pub const FED_THROUGH: Clause = given(
    "new work gets through its filter",
    "Edit the trigger, and give the filter the pattern { \"eventName\": [\"INSERT\"] }, or none.",
    lambda::CONSOLE,
);
pub const FED_PERMITTED: Clause = Clause {
    pillar: Some(Pillar::Security),
    ..given(
        "whatever hands it over is allowed to",
        "For a stream, let the function's role read it: dynamodb:DescribeStream, GetRecords and GetShardIterator. For a method or a bucket, add a statement to the function's policy.",
        lambda::CONSOLE,
    )
};
