//! The root user, the worker, and the function's policy and role.

use crate::testing::account::{lambda, random_cut_forest, rule, s3};
use crate::testing::answers::{Answer, Answers, ok};

/// The account, and these in it.
pub fn done(account: Answers) -> Answers {
    let account = account
        .answers("iam:GetAccountSummary", ok(ACCOUNT_SUMMARY))
        .answers("iam:ListMFADevices", ok(MFA_DEVICES))
        .answers("iam:ListUsers", ok(USERS))
        .answers("iam:GetPolicy", ok(OWN_POLICY))
        .answers(
            "iam:ListPolicies",
            ok(policies(
                &[
                    &[
                        policy("/", "function-get-chapters", "v2"),
                        policy("/", PUT_ITEM, "v1"),
                        policy("/", rule::NAME, "v1"),
                        policy("/", "function-put-account-info", "v1"),
                        policy("/", "function-sns-send-email", "v1"),
                    ][..],
                    &random_cut_forest::policies(),
                ]
                .concat(),
            )),
        )
        .answers("iam:GetPolicyVersion", ok(version("v2", &needed())))
        .answers("iam:ListEntitiesForPolicy", ok(with_policy("function-get-chapters")))
        .answers(
            "iam:ListRoles",
            ok(roles(
                &[&[role("/", "function-get-chapters"), role_for_api("/")][..], &random_cut_forest::roles()].concat(),
            )),
        )
        .answers("iam:GetRole", ok(got_role(&trust("lambda.amazonaws.com"))))
        .answers("iam:ListAttachedRolePolicies", ok(attached(&["123456789012:policy/function-get-chapters"])))
        .answers("iam:ListRolePolicies", ok(OWN_POLICIES.replace("<member>own</member>", "")));
    copies(puts_items(account))
}

/// The account, and in it what lets S3 copy the data.
fn copies(account: Answers) -> Answers {
    service_role(account, s3::COPYING_ROLE, "s3.amazonaws.com", &copying())
}

/// The account, and in it a role for a service, with these statements as a part of it.
pub fn service_role(account: Answers, name: &'static str, service: &str, statements: &str) -> Answers {
    account
        .answers_aside("iam:GetRole", name, ok(got(&described("/", name, &trust(service)))))
        .answers_aside("iam:ListAttachedRolePolicies", name, ok(attached(&[])))
        .answers_aside("iam:ListRolePolicies", name, ok(OWN_POLICIES))
        .answers_aside("iam:GetRolePolicy", name, ok(own_policy(statements)))
}

/// What S3 needs to copy the data.
pub fn copying() -> String {
    [
        statement("s3:GetReplicationConfiguration", "arn:aws:s3:::example-data"),
        statement("s3:ListBucket", "arn:aws:s3:::example-data"),
        statement("s3:GetObjectVersionForReplication", "arn:aws:s3:::example-data/*"),
        statement("s3:ReplicateObject", &format!("{}/*", s3::REPLICA)),
    ]
    .join(", ")
}

/// A role of that name, with the statements of its trust policy.
pub fn role_trusting(name: &str, trust: &str) -> String {
    got(&described("/", name, trust))
}

/// The account, and in it what lets the API put items into the table analytics.
fn puts_items(account: Answers) -> Answers {
    account
        .answers_aside("iam:GetPolicy", PUT_ITEM, ok(OWN_POLICY.replace("function-get-chapters", PUT_ITEM)))
        .answers_aside("iam:GetPolicyVersion", PUT_ITEM, ok(version("v1", &puts_item())))
        .answers_aside("iam:GetRole", PUT_ITEM, ok(got(&role_for_api("/"))))
        .answers_aside(
            "iam:ListAttachedRolePolicies",
            PUT_ITEM,
            ok(attached(&["123456789012:policy/api-analytics-put-item"])),
        )
}

/// The policy, and the role, with which the API puts items into the table analytics.
pub const PUT_ITEM: &str = "api-analytics-put-item";

/// What that policy says.
pub fn puts_item() -> String {
    statement("dynamodb:PutItem", "arn:aws:dynamodb:us-east-1:123456789012:table/analytics")
}

/// That role as lists show it.
pub fn role_for_api(path: &str) -> String {
    format!("<member>{}</member>", described(path, PUT_ITEM, &trust("apigateway.amazonaws.com")))
}

/// The account before all that: neither the policy nor the role.
pub fn without(account: Answers) -> Answers {
    let none = |account: Answers, label| account.refuses(label, (404, "NoSuchEntity"), "cannot be found");
    let account = account
        .answers("iam:ListPolicies", ok(policies(&[])))
        .answers("iam:ListRoles", ok(roles(&[])))
        .answers("lambda:GetFunction", ok(lambda::under("other")));
    ["iam:GetRole", "iam:ListAttachedRolePolicies", "iam:ListRolePolicies"].into_iter().fold(account, none)
}

/// The account where the policy lacks what the function needs, and the role has others that lack it too.
pub fn lacking(account: Answers) -> Answers {
    let made = policy("/service-role/", "AWSLambdaBasicExecutionRole-1", "v1");
    let nothing = statement("s3:ListBucket", "arn:aws:s3:::example-data");
    account
        .answers("iam:ListPolicies", ok(policies(&[policy("/", "function-get-chapters", "v1"), made])))
        .answers("iam:GetPolicyVersion", ok(version("v1", &nothing)))
        .answers("iam:ListPolicyVersions", ok(VERSIONS))
        .answers("iam:ListAttachedRolePolicies", ok(attached(&["aws:policy/AmazonS3ReadOnlyAccess"])))
        .answers("iam:GetPolicy", ok(got_policy("AmazonS3ReadOnlyAccess")))
        .answers("iam:ListRolePolicies", ok(OWN_POLICIES))
        .answers("iam:GetRolePolicy", ok(own_policy(&nothing)))
        .answers("iam:ListEntitiesForPolicy", ok(ENTITIES))
        .answers("lambda:GetFunction", ok(lambda::under("other")))
}

pub const ACCOUNT_SUMMARY: &str = "<GetAccountSummaryResponse><GetAccountSummaryResult><SummaryMap>
    <entry><key>Users</key><value>1</value></entry>
    <entry><key>AccountAccessKeysPresent</key><value>0</value></entry>
    <entry><key>AccountMFAEnabled</key><value>1</value></entry>
</SummaryMap></GetAccountSummaryResult></GetAccountSummaryResponse>";

/// Listed in a practice account alone, where every caller is root.
pub const USERS: &str = "<ListUsersResponse><ListUsersResult><Users><member><Path>/team/</Path><UserName>ada</UserName>
    <UserId>AIDAEXAMPLE</UserId><Arn>arn:aws:iam::123456789012:user/team/ada</Arn>
    <CreateDate>2026-01-01T00:00:00Z</CreateDate></member></Users><IsTruncated>false</IsTruncated>
</ListUsersResult></ListUsersResponse>";

pub const MFA_DEVICES: &str = "<ListMFADevicesResponse><ListMFADevicesResult>
    <MFADevices><member><UserName>ada</UserName><SerialNumber>arn:aws:iam::123456789012:mfa/ada</SerialNumber>
    <EnableDate>2026-01-01T00:00:00Z</EnableDate></member></MFADevices><IsTruncated>false</IsTruncated>
</ListMFADevicesResult></ListMFADevicesResponse>";

pub const OWN_POLICIES: &str = "<ListRolePoliciesResponse><ListRolePoliciesResult><PolicyNames><member>own</member>
    </PolicyNames><IsTruncated>false</IsTruncated></ListRolePoliciesResult></ListRolePoliciesResponse>";

pub const VERSIONS: &str = "<ListPolicyVersionsResponse><ListPolicyVersionsResult><Versions>
    <member><VersionId>v2</VersionId><IsDefaultVersion>false</IsDefaultVersion>
        <CreateDate>2026-01-02T00:00:00Z</CreateDate></member>
    <member><VersionId>v1</VersionId><IsDefaultVersion>true</IsDefaultVersion>
        <CreateDate>2026-01-01T00:00:00Z</CreateDate></member>
    </Versions><IsTruncated>false</IsTruncated></ListPolicyVersionsResult></ListPolicyVersionsResponse>";

pub const ENTITIES: &str = "<ListEntitiesForPolicyResponse><ListEntitiesForPolicyResult><PolicyGroups/><PolicyUsers>
    <member><UserName>ada</UserName><UserId>AIDAEXAMPLE</UserId></member></PolicyUsers><PolicyRoles/>
    <IsTruncated>false</IsTruncated></ListEntitiesForPolicyResult></ListEntitiesForPolicyResponse>";

/// What a policy is attached to: this role.
pub fn with_policy(role: &str) -> String {
    format!(
        "<ListEntitiesForPolicyResponse><ListEntitiesForPolicyResult><PolicyGroups/><PolicyUsers></PolicyUsers>
         <PolicyRoles><member><RoleName>{role}</RoleName><RoleId>AROAEXAMPLE</RoleId></member></PolicyRoles>
         <IsTruncated>false</IsTruncated></ListEntitiesForPolicyResult></ListEntitiesForPolicyResponse>"
    )
}

/// A list of customer managed policies.
pub fn policies(members: &[String]) -> String {
    format!(
        "<ListPoliciesResponse><ListPoliciesResult><Policies>{}</Policies><IsTruncated>false</IsTruncated>
         </ListPoliciesResult></ListPoliciesResponse>",
        members.concat()
    )
}

pub fn policy(path: &str, name: &str, version: &str) -> String {
    format!(
        "<member><PolicyName>{name}</PolicyName><PolicyId>ANPAEXAMPLE</PolicyId>
         <Arn>arn:aws:iam::123456789012:policy{path}{name}</Arn><Path>{path}</Path>
         <DefaultVersionId>{version}</DefaultVersionId><AttachmentCount>1</AttachmentCount>
         <PermissionsBoundaryUsageCount>0</PermissionsBoundaryUsageCount><IsAttachable>true</IsAttachable>
         <CreateDate>2026-01-01T00:00:00Z</CreateDate><UpdateDate>2026-01-02T00:00:00Z</UpdateDate></member>"
    )
}

/// One of AWS's own policies.
pub fn got_policy(name: &str) -> String {
    format!(
        "<GetPolicyResponse><GetPolicyResult><Policy><PolicyName>{name}</PolicyName>
         <Arn>arn:aws:iam::aws:policy/{name}</Arn><Path>/</Path><DefaultVersionId>v1</DefaultVersionId></Policy>
         </GetPolicyResult></GetPolicyResponse>"
    )
}

/// A version of a policy with these statements.
pub fn version(id: &str, statements: &str) -> String {
    format!(
        "<GetPolicyVersionResponse><GetPolicyVersionResult><PolicyVersion><Document>{}</Document>
         <VersionId>{id}</VersionId><IsDefaultVersion>true</IsDefaultVersion>
         <CreateDate>2026-01-02T00:00:00Z</CreateDate></PolicyVersion></GetPolicyVersionResult>
         </GetPolicyVersionResponse>",
        document(statements)
    )
}

/// The function's policy with these statements and the one about the logs, as its version in force.
pub fn in_force(statements: &[String]) -> Answer {
    ok(version("v2", &[statements, &[logs()]].concat().join(", ")))
}

/// A policy that is part of the role, with these statements.
pub fn own_policy(statements: &str) -> String {
    format!(
        "<GetRolePolicyResponse><GetRolePolicyResult><RoleName>function-get-chapters</RoleName>
         <PolicyName>own</PolicyName><PolicyDocument>{}</PolicyDocument></GetRolePolicyResult></GetRolePolicyResponse>",
        document(statements)
    )
}

/// A list of roles.
pub fn roles(members: &[String]) -> String {
    format!(
        "<ListRolesResponse><ListRolesResult><Roles>{}</Roles><IsTruncated>false</IsTruncated></ListRolesResult>
         </ListRolesResponse>",
        members.concat()
    )
}

pub fn role(path: &str, name: &str) -> String {
    format!("<member>{}</member>", described(path, name, &trust("lambda.amazonaws.com")))
}

/// The role function-get-chapters with the statements of its trust policy.
pub fn got_role(trust: &str) -> String {
    got(&described("/", "function-get-chapters", trust))
}

/// A role, as lists show it, by itself.
pub fn got(listed: &str) -> String {
    let role = listed.trim_start_matches("<member>").trim_end_matches("</member>");
    format!("<GetRoleResponse><GetRoleResult><Role>{role}</Role></GetRoleResult></GetRoleResponse>")
}

/// The role with which the API puts items in, with the statements of its trust policy.
pub fn trusting(trust: &str) -> String {
    got(&described("/", PUT_ITEM, trust))
}

fn described(path: &str, name: &str, trust: &str) -> String {
    format!(
        "<Path>{path}</Path><RoleName>{name}</RoleName><RoleId>AROAEXAMPLE</RoleId>
         <Arn>arn:aws:iam::123456789012:role{path}{name}</Arn><CreateDate>2026-01-01T00:00:00Z</CreateDate>
         <AssumeRolePolicyDocument>{}</AssumeRolePolicyDocument><MaxSessionDuration>3600</MaxSessionDuration>",
        document(trust)
    )
}

/// The managed policies of a role, each by the end of its ARN.
pub fn attached(arns: &[&str]) -> String {
    let members = arns.iter().map(|arn| {
        let name = arn.rsplit('/').next().unwrap_or(arn);
        format!("<member><PolicyName>{name}</PolicyName><PolicyArn>arn:aws:iam::{arn}</PolicyArn></member>")
    });
    format!(
        "<ListAttachedRolePoliciesResponse><ListAttachedRolePoliciesResult><AttachedPolicies>{}</AttachedPolicies>
         <IsTruncated>false</IsTruncated></ListAttachedRolePoliciesResult></ListAttachedRolePoliciesResponse>",
        members.collect::<String>()
    )
}

/// A statement of a trust policy for a service.
pub fn trust(service: &str) -> String {
    format!(r#"{{"Effect": "Allow", "Principal": {{"Service": "{service}"}}, "Action": "sts:AssumeRole"}}"#)
}

/// A statement that allows.
pub fn statement(action: &str, resource: &str) -> String {
    format!(r#"{{"Effect": "Allow", "Action": "{action}", "Resource": "{resource}"}}"#)
}

/// All that the function needs.
pub fn needed() -> String {
    [
        statement("s3:GetObject", "arn:aws:s3:::example-data/*"),
        statement("dynamodb:Scan", "arn:aws:dynamodb:us-east-1:123456789012:table/chapters"),
        logs(),
    ]
    .join(", ")
}

/// What the function needs for its logs.
pub fn logs() -> String {
    let group = "arn:aws:logs:us-east-1:123456789012:log-group:/aws/lambda/get-chapters:*";
    format!(
        r#"{{"Effect": "Allow", "Action": ["logs:CreateLogStream", "logs:PutLogEvents"], "Resource": ["{group}"]}}"#
    )
}

/// A policy with these statements, encoded as IAM sends it.
fn document(statements: &str) -> String {
    let json = format!(r#"{{"Version": "2012-10-17", "Statement": [{statements}]}}"#);
    let encoded = json.bytes().map(|byte| match byte {
        b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' => char::from(byte).to_string(),
        _ => format!("%{byte:02X}"),
    });
    encoded.collect()
}

/// The policy of the function's role.
const OWN_POLICY: &str = "<GetPolicyResponse><GetPolicyResult><Policy><PolicyName>function-get-chapters</PolicyName>
    <Arn>arn:aws:iam::123456789012:policy/function-get-chapters</Arn><Path>/</Path><DefaultVersionId>v2</DefaultVersionId>
    </Policy></GetPolicyResult></GetPolicyResponse>";
