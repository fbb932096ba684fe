//! What the book calls the things that its exercises create.

pub mod analytics_policy;
pub mod deploying;
pub mod email_function;
pub mod function_policy;
pub mod mail;
pub mod publishing;
pub mod put_account_info;
pub mod random_cut_forest;
pub mod rule_function;
pub mod rule_policy;

use crate::aws::reader::{Name, name};
use crate::judge::cognito::client::{self, Pages};
use crate::judge::cognito::pool;
use crate::learner::Learner;
use crate::services::apigateway::ApiMarks;
use crate::services::cognito::{AppClient, PoolMarks, UserPool};
use crate::services::dynamodb::Table;
use crate::services::dynamodb::marks::{TableMarks, Unknown};

/// The bucket of the website.
pub const WEBSITE: Name = name("Website", "{{ website_bucket }}");
/// The bucket of the data.
pub const DATA: Name = name("Data", "{{ data_bucket }}");
/// The website's first page.
pub const INDEX_PAGE: Name = name("IndexPage", "index.html");
/// The key of the page that shows the chapters, and links to it.
pub const CHAPTERS_PAGE: &str = "chapters.html";
/// Where people are sent after they signed in.
pub const CALLBACK_PAGE: &str = "auth-callback.html";
/// Where people are sent after they signed out.
pub const LOGOUT_PAGE: &str = "logout.html";
/// The page for those who have signed in.
pub const ACCOUNT_PAGE: &str = "account/index.html";
/// The page on which those who have signed in change their name.
pub const INFO_PAGE: &str = "account/info.html";
/// Under which name the pages keep the tokens in the browser.
pub const TOKENS: &str = crate::judge::web::storage::KEPT;
/// Every object of the website: pages name scripts, and scripts name others.
pub const WEBSITE_OBJECTS: Name = name("WebsiteObjects", "*");
/// The file of chapters, in the bucket of the data.
pub const CHAPTERS_FILE: Name = name("Chapters", "chapters.json");
/// The file of chapters where it does not belong: in the bucket that everyone sees.
pub const CHAPTERS_PUBLISHED: Name = name("ChaptersInWebsite", "chapters.json");
/// The function that answers with the chapters.
pub const GET_CHAPTERS: Name = name("GetChapters", "get-chapters");
/// The table of chapters.
pub const CHAPTERS_TABLE: Name = name("Chapters", "chapters");

/// The table of what happens on the website, each under its kind and time.
pub const ANALYTICS_TABLE: Name = name("Analytics", "analytics");

/// The function that makes a file of the sign-ins, once an interval.
pub const RULE_FUNCTION: Name = name("RuleAnalytics", "rule-analytics-auth-callback");
/// The policy, and the role, of that function.
pub const RULE_ROLE: &str = "function-rule-analytics-auth-callback";
/// The file that it adds to, in the bucket of the data.
pub const SIGN_INS_FILE: Name = name("SignIns", "analytics/auth-callback.csv");
/// What it keeps in mind from run to run.
pub const RULE_PARAMETERS: Name = name("RuleAnalytics", "/function-rule-analytics-auth-callback/*");
/// When the interval begins that comes next.
pub const NEXT_START: &str = "/function-rule-analytics-auth-callback/next-start-iso-timestamp";
/// How long an interval is.
pub const INTERVAL: &str = "/function-rule-analytics-auth-callback/interval-milliseconds";

/// The tables of the website and of what happens on it.
const TABLES_OF_WEBSITE: &[&str] = &[CHAPTERS_TABLE.text, ANALYTICS_TABLE.text];
/// The table of what visitors say.
pub const COMMENTS_TABLE: TableMarks = TableMarks {
    name: "comments",
    purpose: "comments",
    words: OF_COMMENTS,
    others: TABLES_OF_WEBSITE,
    rivals: OF_SPEECH,
    strangers: OF_IMAGES,
    among: |unknown| unknown.tables.into_iter().find(has_new_images),
};
const OF_COMMENTS: &[&str] = &["comment", "coment", "feedback", "guestbook", "review"];
const OF_SPEECH: &[&str] =
    &["speech", "speach", "tts", "audio", "voice", "polly", "speak", "spoken", "narrat", "sound"];
/// What the third service of the chapter is for.
const OF_IMAGES: &[&str] = &["image", "photo", "picture", "rekognition"];

fn has_new_images(table: &Table) -> bool {
    table.stream.as_deref().is_some_and(|view| view.starts_with("NEW_"))
}

/// The first that was made after the table of comments, which comes first in the book and has a stream.
fn after_comments(unknown: Unknown) -> Option<Table> {
    let mut tables = unknown.tables.into_iter();
    if !unknown.has_rival {
        tables.find(has_new_images)?;
    }
    tables.next()
}

/// The table of the texts that are to be spoken.
pub const SPEECH_TABLE: TableMarks = TableMarks {
    name: "text-to-speech",
    purpose: "text-to-speech requests",
    words: OF_SPEECH,
    others: TABLES_OF_WEBSITE,
    rivals: OF_COMMENTS,
    strangers: OF_IMAGES,
    among: after_comments,
};
/// Every object of the data: learners name their sound files as they like.
pub const DATA_OBJECTS: Name = name("DataObjects", "*");

/// The topic that has an e-mail sent for every message.
pub const EMAIL_TOPIC: Name = name("SnsSendEmail", "function-sns-send-email");
/// The function that sends it.
pub const SEND_EMAIL: Name = name("SendEmail", "sns-send-email");
/// The policy, and the role, of that function.
pub const SEND_EMAIL_ROLE: &str = "function-sns-send-email";

/// The resource of the API that answers with the chapters.
pub const CHAPTERS_PATH: &str = "/chapters";
/// The resource of the API that changes what is known of the user.
pub const ACCOUNT_INFO_PATH: &str = "/account/info";
/// The resource of the API that writes down that somebody came back from signing in.
pub const AUTH_CALLBACK_PATH: &str = "/analytics/auth-callback";

/// Whichever table a stream is of.
pub const ANY_TABLE: Name = name("Any", "*");

/// The resources that the hands-on exercises make.
pub const PATHS: [&str; 3] = [CHAPTERS_PATH, ACCOUNT_INFO_PATH, AUTH_CALLBACK_PATH];

/// How to tell the learner's API from others.
pub fn api(you: &Learner) -> ApiMarks<'_> {
    ApiMarks { name: "website", stage: "v1", path: CHAPTERS_PATH, domain: &you.names.api_domain }
}

/// The policy, and the role, of the function.
pub const FUNCTION_POLICY: &str = "function-get-chapters";
/// The role of the function.
pub const FUNCTION_ROLE: &str = "function-get-chapters";

/// The attribute of users that the account page shows and changes.
pub const NAME_OF_USER: &str = "given_name";

/// The attribute of users that holds their phone number.
pub const PHONE_OF_USER: &str = "phone_number";

/// The function that changes what the pool knows of a user.
pub const PUT_ACCOUNT_INFO: Name = name("PutAccountInfo", "put-account-info");
/// The role of that function, and the policy by which it sends mail.
pub const PUT_ACCOUNT_INFO_ROLE: &str = "function-put-account-info";

/// The functions that the exercises create, but for those whose names are the learner's.
pub const FUNCTIONS: [Name; 6] = [
    GET_CHAPTERS,
    PUT_ACCOUNT_INFO,
    RULE_FUNCTION,
    SEND_EMAIL,
    random_cut_forest::TRAINING.function,
    random_cut_forest::INFERENCE.function,
];

/// By what the learner's user pool is told from others.
pub fn pool(you: &Learner) -> PoolMarks<'_> {
    PoolMarks { domain: &you.names.auth_domain, website: &you.domain, fits: pool_fits }
}

/// How much of what exercise 7.1 asks a pool has.
fn pool_fits(you: &Learner, pool: &UserPool, clients: &[AppClient]) -> usize {
    let own = [
        pool::signs_in_with(pool, "email"),
        pool::requires(pool, NAME_OF_USER),
        pool::open_to_visitors(pool),
        pool::verifies(pool, "email"),
    ];
    let fitting = own.iter().filter(|judged| judged.does_hold()).count();
    let pages = sign_in_pages(you);
    fitting + clients.iter().map(|one| client::fits(one, &pages)).max().unwrap_or(0)
}

/// What the website's pages expect of their app client.
pub fn sign_in_pages(you: &Learner) -> Pages {
    Pages {
        callback: format!("https://{}/{CALLBACK_PAGE}", you.domain),
        sign_out: format!("https://{}/{LOGOUT_PAGE}", you.domain),
        scopes: &["openid", "aws.cognito.signin.user.admin"],
        more_scopes: &["profile"],
        attribute: NAME_OF_USER,
    }
}
