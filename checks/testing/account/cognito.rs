//! The user pool, its app client, the domain of its sign-in pages, and its user.

use crate::testing::answers::{Answers, ok};

/// The account, and these in it.
pub fn done(account: Answers) -> Answers {
    account
        .answers("cognito-idp:DescribeUserPoolDomain", ok(DOMAIN))
        .answers("cognito-idp:ListUserPools", ok(POOLS))
        .answers("cognito-idp:DescribeUserPool", ok(POOL))
        .answers("cognito-idp:ListUserPoolClients", ok(CLIENTS))
        .answers("cognito-idp:DescribeUserPoolClient", ok(CLIENT))
        .answers("cognito-idp:GetUICustomization", ok(CLASSIC_STYLE))
        .answers("cognito-idp:ListUsers", ok(USERS))
        .answers("cognito-idp:AdminGetUser", ok(USER))
        .refuses(
            "cognito-idp:DescribeManagedLoginBrandingByClient",
            (400, "ResourceNotFoundException"),
            "Managed login branding does not exist",
        )
}

/// The account in which nobody has entered the code.
pub fn unconfirmed(account: Answers) -> Answers {
    account.answers("cognito-idp:ListUsers", ok(USERS.replace("CONFIRMED", "UNCONFIRMED")))
}

/// The account before a pool has the domain.
pub fn without_domain(account: Answers) -> Answers {
    account.answers("cognito-idp:DescribeUserPoolDomain", ok(NO_DOMAIN)).edited(
        "cognito-idp:DescribeUserPool",
        r#""CustomDomain": "auth.example.com", "#,
        "",
    )
}

/// The account before the pool is there, in whatever region.
pub fn without(account: Answers) -> Answers {
    account
        .answers("cognito-idp:DescribeUserPoolDomain", ok(NO_DOMAIN))
        .answers("cognito-idp:ListUserPools", ok(NO_POOLS))
}

pub const DOMAIN: &str = r#"{"DomainDescription": {"UserPoolId": "us-east-1_AbCdEfGhI", "AWSAccountId": "123456789012",
    "Domain": "auth.example.com", "S3Bucket": "aws-cognito-prod-iad-assets", "CloudFrontDistribution": "d2pool.cloudfront.net",
    "Version": "20261101000000", "Status": "ACTIVE", "CustomDomainConfig":
    {"CertificateArn": "arn:aws:acm:us-east-1:123456789012:certificate/1"}, "ManagedLoginVersion": 1}}"#;

/// So AWS answers for a domain that nobody has.
pub const NO_DOMAIN: &str = r#"{"DomainDescription": {}}"#;

/// The name as the console makes it.
pub const POOLS: &str = r#"{"UserPools": [{"Id": "us-east-1_AbCdEfGhI", "Name": "User pool - abcdef", "LambdaConfig": {},
    "LastModifiedDate": 1767225600, "CreationDate": 1767225600}]}"#;

pub const NO_POOLS: &str = r#"{"UserPools": []}"#;

/// Of the schema, two of the twenty standard attributes.
pub const POOL: &str = r#"{"UserPool": {"Id": "us-east-1_AbCdEfGhI", "Name": "User pool - abcdef",
    "Arn": "arn:aws:cognito-idp:us-east-1:123456789012:userpool/us-east-1_AbCdEfGhI",
    "Policies": {"PasswordPolicy": {"MinimumLength": 8, "TemporaryPasswordValidityDays": 7}}, "DeletionProtection": "ACTIVE",
    "LambdaConfig": {}, "LastModifiedDate": 1767225600, "CreationDate": 1767225600, "SchemaAttributes": [
        {"Name": "given_name", "AttributeDataType": "String", "DeveloperOnlyAttribute": false, "Mutable": true,
         "Required": true, "StringAttributeConstraints": {"MinLength": "0", "MaxLength": "2048"}},
        {"Name": "email", "AttributeDataType": "String", "DeveloperOnlyAttribute": false, "Mutable": true,
         "Required": true, "StringAttributeConstraints": {"MinLength": "0", "MaxLength": "2048"}}],
    "AutoVerifiedAttributes": ["email"], "UsernameAttributes": ["email"], "MfaConfiguration": "OFF",
    "EstimatedNumberOfUsers": 1, "EmailConfiguration": {"EmailSendingAccount": "COGNITO_DEFAULT"}, "UserPoolTags": {},
    "CustomDomain": "auth.example.com", "AdminCreateUserConfig": {"AllowAdminCreateUserOnly": false},
    "UsernameConfiguration": {"CaseSensitive": false}, "UserPoolTier": "ESSENTIALS"}}"#;

pub const CLIENTS: &str = r#"{"UserPoolClients": [
    {"ClientId": "1example23456789", "UserPoolId": "us-east-1_AbCdEfGhI", "ClientName": "website"}]}"#;

pub const NO_CLIENTS: &str = r#"{"UserPoolClients": []}"#;

/// Attributes that it may read and write are not listed: the default.
pub const CLIENT: &str = r#"{"UserPoolClient": {"UserPoolId": "us-east-1_AbCdEfGhI", "ClientName": "website",
    "ClientId": "1example23456789", "LastModifiedDate": 1767225600, "CreationDate": 1767225600, "RefreshTokenValidity": 30,
    "ExplicitAuthFlows": ["ALLOW_USER_SRP_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"], "SupportedIdentityProviders": ["COGNITO"],
    "CallbackURLs": ["https://example.com/auth-callback.html"], "LogoutURLs": ["https://example.com/logout.html"],
    "AllowedOAuthFlows": ["code"], "AllowedOAuthScopes": ["aws.cognito.signin.user.admin", "openid", "profile"],
    "AllowedOAuthFlowsUserPoolClient": true, "PreventUserExistenceErrors": "ENABLED", "EnableTokenRevocation": true,
    "EnablePropagateAdditionalUserContextData": false, "AuthSessionValidity": 3}}"#;

/// The classic pages, with CSS and a logo.
pub const CLASSIC_STYLE: &str = r#"{"UICustomization": {"UserPoolId": "us-east-1_AbCdEfGhI", "ClientId": "1example23456789",
    "ImageUrl": "https://auth.example.com/us-east-1_AbCdEfGhI/1example23456789/20261101000000/assets/images/image.jpg",
    "CSS": ".banner-customizable {background-color: #123;}", "CSSVersion": "20261101000000",
    "LastModifiedDate": 1767225600, "CreationDate": 1767225600}}"#;

/// Nothing was changed of the classic pages.
pub const NO_CLASSIC_STYLE: &str = r#"{"UICustomization": {}}"#;

/// A style of managed login, with a logo.
pub const MANAGED_STYLE: &str = r#"{"ManagedLoginBranding": {"ManagedLoginBrandingId": "1", "UserPoolId":
    "us-east-1_AbCdEfGhI", "UseCognitoProvidedValues": false, "Settings": {"components": {}}, "Assets":
    [{"Category": "FORM_LOGO", "ColorMode": "LIGHT", "Extension": "PNG", "Bytes": "iVBORw0KGgo="}],
    "CreationDate": 1767225600, "LastModifiedDate": 1767225600}}"#;

/// One user, with all that they told.
pub const USERS: &str = r#"{"Users": [{"Username": "4a7b3c1d-1", "Attributes": [{"Name": "email", "Value": "ada@example.net"},
    {"Name": "email_verified", "Value": "true"}, {"Name": "given_name", "Value": "Ada"}, {"Name": "sub", "Value": "4a7b3c1d-1"}],
    "UserCreateDate": 1767225600, "UserLastModifiedDate": 1767312000.5, "Enabled": true, "UserStatus": "CONFIRMED"}]}"#;

pub const NO_USERS: &str = r#"{"Users": []}"#;

/// Who signed up, and entered the code.
pub const USER: &str = r#"{"Username": "4a7b3c1d-1", "UserAttributes": [{"Name": "email", "Value": "ada@example.net"},
    {"Name": "email_verified", "Value": "true"}, {"Name": "given_name", "Value": "Ada"},
    {"Name": "family_name", "Value": "Lovelace"}, {"Name": "sub", "Value": "4a7b3c1d-1"}], "UserCreateDate": 1767225600,
    "UserLastModifiedDate": 1767225600, "Enabled": true, "UserStatus": "CONFIRMED"}"#;
