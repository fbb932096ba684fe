//! What each reader sends, near misses included, and to which of the learner's resources: the policy for a checking
//! user is made of this.

use crate::aws::operation as op;
use crate::aws::operation::Operation;

/// A set of resources that a policy statement names.
#[derive(Debug, PartialEq, Eq)]
pub struct Place {
    /// The statement's identifier: letters and digits.
    pub sid: &'static str,
    /// The ARN, a template over the learner's names.
    pub arn: &'static str,
}

/// One operation on one set of resources.
#[derive(Debug, PartialEq, Eq)]
pub struct Reading {
    pub operation: &'static Operation,
    pub place: &'static Place,
    /// Whether it is sent in practice accounts alone, which need no policy.
    pub in_practice_alone: bool,
}

/// What a verifier reads: the lists of the readers that it calls.
pub type Reads = &'static [&'static [Reading]];

pub const EVERYTHING: &Place = &Place { sid: "WhatHasNoResource", arn: "*" };
const USERS_OF_ACCOUNT: &Place = &Place { sid: "Users", arn: "arn:{{ partition }}:iam::{{ account }}:user/*" };
const HOSTED_ZONES: &Place = &Place { sid: "HostedZones", arn: "arn:{{ partition }}:route53:::hostedzone/*" };
const WEBSITE_BUCKET: &Place = &Place { sid: "WebsiteBucket", arn: "arn:{{ partition }}:s3:::{{ website_bucket }}" };
const INDEX_PAGE: &Place = &Place { sid: "IndexPage", arn: "arn:{{ partition }}:s3:::{{ website_bucket }}/index.html" };
const CERTIFICATES: &Place =
    &Place { sid: "Certificates", arn: "arn:{{ partition }}:acm:*:{{ account }}:certificate/*" };
const DISTRIBUTIONS: &Place =
    &Place { sid: "Distributions", arn: "arn:{{ partition }}:cloudfront::{{ account }}:distribution/*" };
const ACCESS_CONTROLS: &Place = &Place {
    sid: "OriginAccessControls",
    arn: "arn:{{ partition }}:cloudfront::{{ account }}:origin-access-control/*",
};
/// With its versions and aliases, whose ARNs are longer.
const GET_CHAPTERS: &Place = &Place {
    sid: "FunctionGetChapters",
    arn: "arn:{{ partition }}:lambda:{{ region }}:{{ account }}:function:get-chapters*",
};
const LOG_GROUPS: &Place = &Place { sid: "LogGroups", arn: "arn:{{ partition }}:logs:*:{{ account }}:log-group:*" };
const ROLES_OF_ACCOUNT: &Place = &Place { sid: "Roles", arn: "arn:{{ partition }}:iam::{{ account }}:role/*" };
/// AWS's own policies, which roles have as well, belong to the account `aws`.
const POLICIES: &Place = &Place { sid: "Policies", arn: "arn:{{ partition }}:iam::*:policy/*" };
const TABLES_OF_NAME: &Place =
    &Place { sid: "ChaptersTable", arn: "arn:{{ partition }}:dynamodb:*:{{ account }}:table/chapters" };

const fn on(operation: &'static Operation, place: &'static Place) -> Reading {
    Reading { operation, place, in_practice_alone: false }
}

const fn all(operation: &'static Operation) -> Reading {
    on(operation, EVERYTHING)
}

pub const CALLER: &[Reading] = &[all(op::GET_CALLER_IDENTITY)];
pub const ROOT_USER: &[Reading] = &[all(op::GET_ACCOUNT_SUMMARY)];
/// Read in the stead of the caller, who is always root in a practice account.
pub const USERS: &[Reading] = &[Reading { operation: op::LIST_USERS, place: EVERYTHING, in_practice_alone: true }];
pub const MFA_DEVICES: &[Reading] = &[on(op::LIST_MFA_DEVICES, USERS_OF_ACCOUNT)];

/// Of several zones of the name, the one that the domain is delegated to.
pub const HOSTED_ZONE: &[Reading] = &[
    all(op::LIST_HOSTED_ZONES_BY_NAME),
    on(op::GET_HOSTED_ZONE, HOSTED_ZONES),
    all(op::GET_DOMAIN_DETAIL),
    all(op::LIST_OPERATIONS),
];
pub const RECORDS: &[Reading] = &[on(op::LIST_RESOURCE_RECORD_SETS, HOSTED_ZONES)];

/// Whether another account has a bucket of the name is seen at its location.
pub const BUCKET: &[Reading] = &[all(op::LIST_BUCKETS), on(op::GET_BUCKET_LOCATION, WEBSITE_BUCKET)];
pub const INDEX_OBJECT: &[Reading] = &[on(op::HEAD_OBJECT, INDEX_PAGE), on(op::LIST_OBJECTS, WEBSITE_BUCKET)];
pub const WEBSITE: &[Reading] = &[on(op::GET_BUCKET_WEBSITE, WEBSITE_BUCKET)];
pub const BUCKET_POLICY: &[Reading] = &[on(op::GET_BUCKET_POLICY, WEBSITE_BUCKET)];
pub const PUBLIC_ACCESS: &[Reading] =
    &[on(op::GET_PUBLIC_ACCESS_BLOCK, WEBSITE_BUCKET), all(op::GET_ACCOUNT_PUBLIC_ACCESS_BLOCK)];

pub const CERTIFICATE: &[Reading] = &[all(op::LIST_CERTIFICATES), on(op::DESCRIBE_CERTIFICATE, CERTIFICATES)];

pub const DISTRIBUTION: &[Reading] = &[all(op::LIST_DISTRIBUTIONS)];
pub const DISTRIBUTION_SETTINGS: &[Reading] =
    &[on(op::GET_DISTRIBUTION, DISTRIBUTIONS), on(op::GET_ORIGIN_ACCESS_CONTROL, ACCESS_CONTROLS)];

/// Other regions are looked in, too, and other names.
const API_DOMAINS: &Place = &Place { sid: "ApiDomains", arn: "arn:{{ partition }}:apigateway:*::/domainnames*" };
pub const API_DOMAIN: &[Reading] = &[on(op::GET_API_DOMAIN, API_DOMAINS), on(op::GET_API_DOMAINS, API_DOMAINS)];
pub const API_MAPPINGS: &[Reading] = &[on(op::GET_BASE_PATH_MAPPINGS, API_DOMAINS)];
const REST_APIS: &Place = &Place { sid: "RestApis", arn: "arn:{{ partition }}:apigateway:*::/restapis" };
const HTTP_APIS: &Place = &Place { sid: "HttpApis", arn: "arn:{{ partition }}:apigateway:{{ region }}::/apis" };
const PARTS_OF_REST_APIS: &Place =
    &Place { sid: "PartsOfRestApis", arn: "arn:{{ partition }}:apigateway:{{ region }}::/restapis/*" };

/// An API in another region or of another kind is a near miss; of several, what the custom domain name leads to tells
/// which it is, or their resources.
pub const REST_API: &[Reading] = &[
    on(op::GET_REST_APIS, REST_APIS),
    on(op::GET_HTTP_APIS, HTTP_APIS),
    on(op::GET_BASE_PATH_MAPPINGS, API_DOMAINS),
    on(op::GET_RESOURCES, PARTS_OF_REST_APIS),
];
pub const RESOURCES: &[Reading] = &[on(op::GET_RESOURCES, PARTS_OF_REST_APIS)];
pub const STAGES: &[Reading] = &[on(op::GET_STAGES, PARTS_OF_REST_APIS)];
pub const FUNCTION: &[Reading] = &[on(op::GET_FUNCTION, GET_CHAPTERS), all(op::LIST_FUNCTIONS)];
pub const FUNCTION_POLICY: &[Reading] = &[on(op::GET_FUNCTION_POLICY, GET_CHAPTERS)];
pub const LOG_GROUP: &[Reading] = &[on(op::DESCRIBE_LOG_GROUPS, LOG_GROUPS)];
pub const ROLE: &[Reading] = &[on(op::GET_ROLE, ROLES_OF_ACCOUNT), all(op::LIST_ROLES)];
pub const ROLE_POLICIES: &[Reading] = &[
    on(op::LIST_ATTACHED_ROLE_POLICIES, ROLES_OF_ACCOUNT),
    on(op::LIST_ROLE_POLICIES, ROLES_OF_ACCOUNT),
    on(op::GET_ROLE_POLICY, ROLES_OF_ACCOUNT),
    on(op::GET_POLICY, POLICIES),
    on(op::GET_POLICY_VERSION, POLICIES),
];
/// A policy of another name is known by the function's role; one that is part of a role is a near miss.
pub const POLICY_FOR_FUNCTION: &[Reading] = &[
    all(op::LIST_POLICIES),
    on(op::GET_POLICY_VERSION, POLICIES),
    on(op::GET_FUNCTION, GET_CHAPTERS),
    on(op::LIST_ATTACHED_ROLE_POLICIES, ROLES_OF_ACCOUNT),
    on(op::LIST_ROLE_POLICIES, ROLES_OF_ACCOUNT),
];
/// A role of another name is known by the function.
pub const ROLE_FOR_FUNCTION: &[Reading] =
    &[on(op::GET_ROLE, ROLES_OF_ACCOUNT), all(op::LIST_ROLES), on(op::GET_FUNCTION, GET_CHAPTERS)];
pub const ROLES: &[Reading] = &[all(op::LIST_ROLES)];
pub const LAMBDA_POLICIES: &[Reading] = &[all(op::LIST_POLICIES), on(op::GET_POLICY_VERSION, POLICIES)];
pub const POLICY_VERSIONS: &[Reading] = &[on(op::LIST_POLICY_VERSIONS, POLICIES)];

/// Read when the policy is not attached to the role: to what it is attached in its stead.
pub const POLICY_USERS: &[Reading] = &[on(op::LIST_ENTITIES_FOR_POLICY, POLICIES)];

/// A missing table is looked for under other names, and in other regions.
pub const TABLE: &[Reading] = &[on(op::DESCRIBE_TABLE, TABLES_OF_NAME), all(op::LIST_TABLES)];
pub const ITEMS: &[Reading] = &[on(op::SCAN, TABLES_OF_NAME)];
/// That of a custom domain name, whose ARN is known.
pub const CERTIFICATE_OF: &[Reading] = &[on(op::DESCRIBE_CERTIFICATE, CERTIFICATES)];
/// The pages of the website, and the scripts that they name.
const WEBSITE_OBJECTS: &Place =
    &Place { sid: "WebsiteObjects", arn: "arn:{{ partition }}:s3:::{{ website_bucket }}/*" };
const DATA_BUCKET: &Place = &Place { sid: "DataBucket", arn: "arn:{{ partition }}:s3:::{{ data_bucket }}" };
const CHAPTERS: &Place = &Place { sid: "Chapters", arn: "arn:{{ partition }}:s3:::{{ data_bucket }}/chapters.json" };
const CHAPTERS_PUBLISHED: &Place =
    &Place { sid: "ChaptersInWebsite", arn: "arn:{{ partition }}:s3:::{{ website_bucket }}/chapters.json" };

pub const WEBSITE_OBJECT: &[Reading] = &[on(op::HEAD_OBJECT, WEBSITE_OBJECTS), on(op::LIST_OBJECTS, WEBSITE_BUCKET)];
pub const WEBSITE_CONTENT: &[Reading] =
    &[on(op::HEAD_OBJECT, WEBSITE_OBJECTS), on(op::GET_OBJECT, WEBSITE_OBJECTS), on(op::LIST_OBJECTS, WEBSITE_BUCKET)];
/// Their paths stand in the invalidations alone, and not in the list of them.
pub const INVALIDATIONS: &[Reading] =
    &[on(op::LIST_INVALIDATIONS, DISTRIBUTIONS), on(op::GET_INVALIDATION, DISTRIBUTIONS)];

/// Whether another account has a bucket of the name is seen at its location.
pub const OWN_DATA_BUCKET: &[Reading] = &[all(op::LIST_BUCKETS), on(op::GET_BUCKET_LOCATION, DATA_BUCKET)];
pub const DATA_BUCKET_POLICY: &[Reading] = &[on(op::GET_BUCKET_POLICY, DATA_BUCKET)];
pub const DATA_PUBLIC_ACCESS: &[Reading] =
    &[on(op::GET_PUBLIC_ACCESS_BLOCK, DATA_BUCKET), all(op::GET_ACCOUNT_PUBLIC_ACCESS_BLOCK)];
/// Where there is none, the website's bucket is looked in.
pub const CHAPTERS_OBJECT: &[Reading] = &[
    on(op::HEAD_OBJECT, CHAPTERS),
    on(op::GET_OBJECT, CHAPTERS),
    on(op::LIST_OBJECTS, DATA_BUCKET),
    on(op::HEAD_OBJECT, CHAPTERS_PUBLISHED),
];
pub const DEPLOYMENT: &[Reading] = &[on(op::GET_DEPLOYMENT, PARTS_OF_REST_APIS)];
pub const STAGE_EXPORT: &[Reading] = &[on(op::GET_EXPORT, PARTS_OF_REST_APIS)];
