//! Amazon Cognito: user pools, the domain of their sign-in pages, the app clients that lead people there, and users.

pub mod branding;
pub mod client;
pub mod domain;
mod search;
pub mod user;
mod user_dates;

use std::fmt;

use aws_sdk_cognitoidentityprovider::Client;
use aws_sdk_cognitoidentityprovider::operation::list_user_pools::ListUserPoolsOutput;
use aws_sdk_cognitoidentityprovider::types::{DeletionProtectionType, SchemaAttributeType, UserPoolType};

use crate::aws::service::prelude::*;

pub use client::AppClient;
pub use domain::PoolDomain;
pub use search::PoolMarks;
pub use user_dates::UserDates;

pub const SERVICE: Service = Service {
    api: Api {
        id: "Cognito Identity Provider",
        settings_key: "cognito_identity_provider",
        operations: OPERATIONS,
        // Amazon Cognito Developer Guide, "Quotas in Amazon Cognito": reads of pools and of app clients 15 a second each, and
        // 5 a second of one pool.
        rates: &[
            rate("DescribeUserPoolDomain", 15, 15).in_each_region(),
            rate("ListUserPools", 15, 15).in_each_region(),
            rate("", 5, 5).in_each_region(),
        ],
        always: &[],
    },
    health: health(|aws, you| {
        aws.answers(LIST_USER_POOLS, || aws.cognito(&you.region).list_user_pools().max_results(1).send())
    }),
};

operations! { "Cognito Identity Provider", "cognito-idp";
    DESCRIBE_USER_POOL_DOMAIN: "DescribeUserPoolDomain" on All;
    LIST_USER_POOLS: "ListUserPools" on All;
    DESCRIBE_USER_POOL: "DescribeUserPool" on Resource;
    LIST_USER_POOL_CLIENTS: "ListUserPoolClients" on Resource;
    DESCRIBE_USER_POOL_CLIENT: "DescribeUserPoolClient" on Resource;
    GET_UI_CUSTOMIZATION: "GetUICustomization" on Resource;
    DESCRIBE_MANAGED_LOGIN_BRANDING_BY_CLIENT: "DescribeManagedLoginBrandingByClient" on Resource;
    LIST_USERS: "ListUsers" on Resource;
    ADMIN_GET_USER: "AdminGetUser" on Resource;
}

/// The ARN of a user pool, whose name in it is its id.
const POOL_ARN: &str = "arn:{{ partition }}:cognito-idp:{{ region }}:{{ account }}:userpool/{{ name }}";
const POOLS: &ResourceSet =
    &resources("UserPools", "arn:{{ partition }}:cognito-idp:{{ region }}:{{ account }}:userpool/*");
/// The user pool that a domain leads to; without the domain, the one whose app clients lead to the website.
pub const USER_POOL: Reader = Reader::of(&[
    reading_all(DESCRIBE_USER_POOL_DOMAIN),
    reading(DESCRIBE_USER_POOL, POOLS),
    reading_all(LIST_USER_POOLS),
    reading(LIST_USER_POOL_CLIENTS, POOLS),
    reading(DESCRIBE_USER_POOL_CLIENT, POOLS),
]);
/// The domain of the sign-in pages.
pub const POOL_DOMAIN: Reader = Reader::of(&[reading_all(DESCRIBE_USER_POOL_DOMAIN)]);
/// The app clients of a pool.
pub const APP_CLIENTS: Reader =
    Reader::of(&[reading(LIST_USER_POOL_CLIENTS, POOLS), reading(DESCRIBE_USER_POOL_CLIENT, POOLS)]);
/// When users of a pool were created and changed.
pub const USER_DATES: Reader = Reader::of(&[reading(LIST_USERS, POOLS)]);
pub const CONSOLE: Page =
    page("https://{{ region }}.console.aws.amazon.com/cognito/v2/idp/user-pools?region={{ region }}");

/// The most entries that AWS puts on a page (service model of ListUserPools, MaxResults).
const PAGE: i32 = 60;
/// AWS says so of a pool, a client or a style that is not there.
const NOT_FOUND: &[&str] = &["ResourceNotFoundException"];

/// A user pool.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UserPool {
    /// Such as `us-east-1_AbCdEfGhI`.
    pub id: String,
    pub name: String,
    pub arn: String,
    pub region: String,
    /// What people sign in with instead of a user name: `email`, `phone_number`.
    pub sign_in: Vec<String>,
    /// What people may sign in with beside their user name.
    pub aliases: Vec<String>,
    pub attributes: Vec<Attribute>,
    /// What Cognito sends a code to, so that people prove that it is theirs.
    pub verified: Vec<String>,
    /// Whether administrators alone create users.
    pub administrators_create: bool,
    /// Whether a function decides about each sign-up.
    pub has_pre_sign_up: bool,
    /// The domain that Cognito gave the sign-in pages: the prefix alone.
    pub prefix_domain: Option<String>,
    /// The domain of the owner's that the sign-in pages have.
    pub custom_domain: Option<String>,
    /// `OFF`, `OPTIONAL` or `ON`, if that is told: a second proof at sign-in.
    pub mfa: Option<String>,
    /// Whether it cannot be deleted by mistake.
    pub is_protected: bool,
    /// How many characters the shortest password has, if that is told.
    pub shortest_password: Option<i32>,
    /// How many other pools lead people to the website as well, where the domain does not tell which one it is.
    pub rivals: usize,
}

impl fmt::Display for UserPool {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the user pool {} ({})", self.name, self.id)
    }
}

impl UserPool {
    /// The attribute of that name; every pool has all standard ones.
    pub fn attribute(&self, name: &str) -> Option<&Attribute> {
        self.attributes.iter().find(|attribute| attribute.name == name)
    }
}

/// What the pool keeps of each user.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attribute {
    pub name: String,
    /// Whether nobody signs up without it.
    pub is_required: bool,
    /// Whether it may change once it is set.
    pub is_mutable: bool,
}

impl Aws {
    /// The pool of that id; `None` if there is none.
    pub(crate) async fn pool_of(&self, you: &Learner, id: &str) -> Read<Option<UserPool>> {
        let call = Call::new(DESCRIBE_USER_POOL, you.arn(POOL_ARN, &you.region, id)).at(&you.region);
        let send = || self.cognito(&you.region).describe_user_pool().user_pool_id(id).send();
        let answer = self.ask(call.clone(), &you.region, send).await.absent_on(NOT_FOUND)?;
        let Some(answer) = answer else { return Ok(None) };
        let pool = answer.user_pool().ok_or("UserPool").and_then(|pool| described(&you.region, pool));
        pool.map(Some).map_err(|member| Fault::incomplete(call, member))
    }

    /// Id and name of every pool of a region.
    pub(crate) async fn user_pools(&self, region: &str) -> Read<Vec<(String, String)>> {
        let call = Call::new(LIST_USER_POOLS, "*").at(region);
        let list = || self.cognito(region).list_user_pools().max_results(PAGE);
        let send = |token| list().set_next_token(token).send();
        let read = |answer: &ListUserPoolsOutput| {
            let listed = answer.user_pools.as_ref().ok_or("UserPools")?;
            let pools = listed.iter().map(|pool| Some((pool.id()?.to_owned(), pool.name()?.to_owned())));
            let pools = pools.collect::<Option<_>>().ok_or("Id and Name")?;
            Ok(Listing::marked(pools, answer.next_token()))
        };
        self.all(call, region, send, read).await
    }

    pub(crate) fn cognito(&self, region: &str) -> Client {
        client!(self, aws_sdk_cognitoidentityprovider, region)
    }
}

/// The pool, or the member that AWS always sends and that is missing.
fn described(region: &str, pool: &UserPoolType) -> Result<UserPool, &'static str> {
    let owned = |text: Option<&str>| text.filter(|text| !text.is_empty()).map(str::to_owned);
    let attributes: Vec<_> = pool.schema_attributes().iter().filter_map(attribute).collect();
    if attributes.is_empty() {
        return Err("SchemaAttributes");
    }
    Ok(UserPool {
        id: pool.id().ok_or("Id")?.to_owned(),
        name: pool.name().unwrap_or_default().to_owned(),
        arn: pool.arn().ok_or("Arn")?.to_owned(),
        region: region.to_owned(),
        sign_in: pool.username_attributes().iter().map(|attribute| attribute.as_str().to_owned()).collect(),
        aliases: pool.alias_attributes().iter().map(|attribute| attribute.as_str().to_owned()).collect(),
        attributes,
        verified: pool.auto_verified_attributes().iter().map(|attribute| attribute.as_str().to_owned()).collect(),
        administrators_create: pool
            .admin_create_user_config()
            .is_some_and(|users| users.allow_admin_create_user_only()),
        has_pre_sign_up: pool.lambda_config().is_some_and(|triggers| triggers.pre_sign_up().is_some()),
        prefix_domain: owned(pool.domain()),
        custom_domain: owned(pool.custom_domain()),
        mfa: pool.mfa_configuration().map(|mfa| mfa.as_str().to_owned()),
        is_protected: pool.deletion_protection() == Some(&DeletionProtectionType::Active),
        shortest_password: pool
            .policies()
            .and_then(|policies| policies.password_policy())
            .and_then(|policy| policy.minimum_length()),
        rivals: 0,
    })
}

fn attribute(listed: &SchemaAttributeType) -> Option<Attribute> {
    Some(Attribute {
        name: listed.name()?.to_owned(),
        is_required: listed.required().unwrap_or(false),
        is_mutable: listed.mutable().unwrap_or(true),
    })
}
