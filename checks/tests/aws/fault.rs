//! What AWS's words and the SDK's errors are taken for: the documented messages one by one, and any text at all.

use std::error::Error;
use std::io;

use aws_credential_types::provider::error::CredentialsError;
use aws_smithy_runtime_api::client::orchestrator::HttpResponse;
use aws_smithy_runtime_api::client::result::{ConnectorError, SdkError};
use proptest::prelude::*;

use crate::aws::fault::denial::Denial;
use crate::aws::fault::*;
use crate::aws::secrets::Secrets;
use crate::findings::bounded;
use crate::services::APIS;
use PolicyType::*;

const JOHN: &str = "arn:aws:iam::123456789012:user/JohnDoe";

/// A message, the type of policy, whether a Deny says so, the action and the resource.
type Worded = (&'static str, PolicyType, bool, Option<&'static str>, Option<&'static str>);

/// The wordings of the IAM User Guide, "Troubleshoot access denied error messages", and of older services.
const MESSAGES: &[Worded] = &[
    (
        "User: arn:aws:iam::123456789012:user/JohnDoe is not authorized to perform: codecommit:ListRepositories because no service control policy allows the codecommit:ListRepositories action",
        ServiceControl,
        false,
        Some("codecommit:ListRepositories"),
        None,
    ),
    (
        "User: arn:aws:iam::123456789012:user/JohnDoe is not authorized to perform: codecommit:ListRepositories with an explicit deny in a service control policy",
        ServiceControl,
        true,
        Some("codecommit:ListRepositories"),
        None,
    ),
    (
        "User: arn:aws:iam::123456789012:user/JohnDoe is not authorized to perform: s3:GetObject on resource: \"arn:aws:s3:::b/k\" with an explicit deny in a resource control policy",
        ResourceControl,
        true,
        Some("s3:GetObject"),
        Some("arn:aws:s3:::b/k"),
    ),
    (
        "User: arn:aws:iam::123456789012:user/JohnDoe is not authorized to perform: codecommit:ListRepositories because no VPC endpoint policy allows the codecommit:ListRepositories action",
        VpcEndpoint,
        false,
        Some("codecommit:ListRepositories"),
        None,
    ),
    (
        "User: arn:aws:iam::123456789012:user/JohnDoe is not authorized to perform: codedeploy:ListDeployments on resource: arn:aws:codedeploy:us-east-1:123456789012:deploymentgroup:* with an explicit deny in a VPC endpoint policy",
        VpcEndpoint,
        true,
        Some("codedeploy:ListDeployments"),
        Some("arn:aws:codedeploy:us-east-1:123456789012:deploymentgroup:*"),
    ),
    (
        "User: arn:aws:iam::123456789012:user/JohnDoe is not authorized to perform: codedeploy:ListDeployments on resource: arn:aws:codedeploy:us-east-1:123456789012:deploymentgroup:* because no permissions boundary allows the codedeploy:ListDeployments action",
        PermissionsBoundary,
        false,
        Some("codedeploy:ListDeployments"),
        Some("arn:aws:codedeploy:us-east-1:123456789012:deploymentgroup:*"),
    ),
    (
        "User: arn:aws:iam::123456789012:user/JohnDoe is not authorized to perform: sso:ListInstances with an explicit deny in a permissions boundary",
        PermissionsBoundary,
        true,
        Some("sso:ListInstances"),
        None,
    ),
    (
        "User: arn:aws:iam::123456789012:user/JohnDoe is not authorized to perform: codecommit:ListRepositories because no session policy allows the codecommit:ListRepositories action",
        Session,
        false,
        Some("codecommit:ListRepositories"),
        None,
    ),
    (
        "User: arn:aws:sts::123456789012:assumed-role/admin/me is not authorized to perform: sso:ListInstances with an explicit deny in a session policy",
        Session,
        true,
        Some("sso:ListInstances"),
        None,
    ),
    (
        "User: arn:aws:iam::123456789012:user/JohnDoe is not authorized to perform: secretsmanager:GetSecretValue on resource: arn:aws:secretsmanager:us-east-1:123456789012:secret:one because no resource-based policy allows the secretsmanager:GetSecretValue action",
        Resource,
        false,
        Some("secretsmanager:GetSecretValue"),
        Some("arn:aws:secretsmanager:us-east-1:123456789012:secret:one"),
    ),
    (
        "User: arn:aws:iam::123456789012:user/JohnDoe is not authorized to perform: secretsmanager:GetSecretValue on resource: arn:aws:secretsmanager:us-east-1:123456789012:secret:one with an explicit deny in a resource-based policy",
        Resource,
        true,
        Some("secretsmanager:GetSecretValue"),
        Some("arn:aws:secretsmanager:us-east-1:123456789012:secret:one"),
    ),
    (
        "User: arn:aws:iam::123456789012:user/JohnDoe is not authorized to perform: sts:AssumeRole because no role trust policy allows the sts:AssumeRole action",
        RoleTrust,
        false,
        Some("sts:AssumeRole"),
        None,
    ),
    (
        "User: arn:aws:iam::123456789012:user/JohnDoe is not authorized to perform: sts:AssumeRole with an explicit deny in the role trust policy",
        RoleTrust,
        true,
        Some("sts:AssumeRole"),
        None,
    ),
    (
        "User: arn:aws:iam::123456789012:user/JohnDoe is not authorized to perform: codecommit:ListRepositories because no identity-based policy allows the codecommit:ListRepositories action",
        Identity,
        false,
        Some("codecommit:ListRepositories"),
        None,
    ),
    (
        "User: arn:aws:iam::123456789012:user/JohnDoe is not authorized to perform: codedeploy:ListDeployments with an explicit deny in an identity-based policy: arn:aws:iam::123456789012:policy/no",
        Identity,
        true,
        Some("codedeploy:ListDeployments"),
        None,
    ),
    (
        "User: arn:aws:iam::123456789012:user/JohnDoe is not authorized to perform: acm:ListCertificates due to an explicit deny in a Service Control Policy",
        ServiceControl,
        true,
        Some("acm:ListCertificates"),
        None,
    ),
    (
        "User: arn:aws:iam::123456789012:user/JohnDoe is not authorized to perform: iam:ListUsers on resource: arn:aws:iam::123456789012:user/",
        Unnamed,
        false,
        Some("iam:ListUsers"),
        Some("arn:aws:iam::123456789012:user/"),
    ),
    ("Access Denied", Unnamed, false, None, None),
    ("", Unnamed, false, None, None),
];

#[test]
fn denials_in_all_documented_words() {
    for (message, policy, explicit, action, resource) in MESSAGES {
        let denial = Denial::parse(message);
        assert_eq!((denial.policy, denial.explicit), (*policy, *explicit), "{message}");
        assert_eq!((denial.action.as_deref(), denial.resource.as_deref()), (*action, *resource), "{message}");
        let principal = denial.principal.as_deref().unwrap_or_default();
        assert_eq!(principal.starts_with("arn:aws:"), message.contains("User: "), "{message}");
    }
}

#[test]
fn an_encoded_message_is_told_apart_from_the_words() {
    let message = format!(
        "You are not authorized to perform this operation. User: {JOHN} is not authorized to perform: \
         ec2:DescribeVpcs because no identity-based policy allows the ec2:DescribeVpcs action. \
         Encoded authorization failure message: 9A-explicit_deny"
    );
    let denial = Denial::parse(&message);
    assert_eq!((denial.principal.as_deref(), denial.policy, denial.explicit), (Some(JOHN), Identity, false));
    assert_eq!(denial.encoded.as_deref(), Some("9A-explicit_deny"));
    let fault = Fault::new(Cause::Denied(denial), Some(Call::new(crate::services::s3::LIST_BUCKETS, "*")), &message);
    assert!(fault.advice().contains("aws sts decode-authorization-message"), "{}", fault.advice());
}

/// A name in the message, which somebody else may have chosen, is not taken for the reason.
#[test]
fn the_reason_stands_last() {
    let message = "User: arn:aws:iam::1:user/a is not authorized to perform: s3:GetObject on resource: \
         \"arn:aws:s3:::b/explicit deny in a service control policy\" because no identity-based policy allows it";
    assert_eq!(Denial::parse(&message.replace("explicit deny", "because no")).policy, Identity);
}

/// AWS may check another action than the operation's own; only reads that the program knows get into a statement.
#[test]
fn the_action_that_aws_names_is_the_one_to_allow() {
    let fixed = |action: &str, resource: &str| {
        let message = format!(
            "User: {JOHN} is not authorized to perform: {action} on resource: {resource} because no identity-based policy allows it"
        );
        let call = Call::new(crate::services::s3::HEAD_OBJECT, "arn:aws:s3:::example.com/index.html");
        let fault = Fault::new(Cause::Denied(Denial::parse(&message)), Some(call), &message).naming(APIS);
        let advice = fault.advice();
        advice.split_once("fixes it: ").map(|(_, statement)| statement.to_owned()).unwrap_or_default()
    };
    let statement = r#"{"Action":"s3:ListBucket","Effect":"Allow","Resource":"arn:aws:s3:::example.com"}"#;
    assert_eq!(fixed("s3:ListBucket", "arn:aws:s3:::example.com"), statement);
    assert_eq!(fixed("s3:ListBucket", "*"), "", "a wildcard from outside gets into no policy");
    for foreign in ["iam:CreateUser", "*", "s3:*"] {
        assert!(fixed(foreign, "*").contains("\"s3:GetObject\""), "{foreign}");
    }
}

#[test]
fn what_no_policy_denies_to_anyone_has_no_statement() {
    let fault = Fault::new(
        Cause::Denied(Denial::default()),
        Some(Call::new(crate::services::sts::GET_CALLER_IDENTITY, "*")),
        "",
    );
    assert!(!fault.advice().contains("statement that fixes"), "{}", fault.advice());
}

fn refused_by(error: impl Into<Box<dyn Error + Send + Sync>>) -> Cause {
    switched_off_by(error, Switches::default())
}

fn switched_off_by(error: impl Into<Box<dyn Error + Send + Sync>>, switched: Switches) -> Cause {
    let error = SdkError::<aws_sdk_sts::Error, HttpResponse>::dispatch_failure(ConnectorError::io(error.into()));
    Fault::of(
        Call::new(crate::services::s3::LIST_BUCKETS, "*"),
        &error,
        &Classifier { apis: APIS, emulated: false, switched, secrets: &Secrets::default() },
    )
    .cause()
    .clone()
}

#[test]
fn the_network_in_the_words_of_the_http_client() {
    for (words, cause) in [
        (
            "client error (Connect): dns error: failed to lookup address information: Name or service not known",
            Cause::Dns,
        ),
        ("client error (Connect): tcp connect error: Connection refused (os error 111)", Cause::Refused),
        ("client error (Connect): invalid peer certificate: UnknownIssuer", Cause::Tls),
        ("client error (Connect): received corrupt message of type InvalidContentType", Cause::Tls),
        ("client error (SendRequest): connection closed before message completed", Cause::CutOff),
        ("HTTP connect timeout occurred after 5s", Cause::Timeout),
        ("something else", Cause::Network),
    ] {
        assert_eq!(refused_by(words), cause, "{words}");
    }
    assert_eq!(refused_by(io::Error::from(io::ErrorKind::ConnectionReset)), Cause::CutOff);
    assert_eq!(refused_by(io::Error::from(io::ErrorKind::TimedOut)), Cause::Timeout);
}

#[test]
fn a_switch_that_asks_for_an_endpoint_which_is_not_there_is_named() {
    let dns = "client error (Connect): dns error: failed to lookup address information";
    let fips = Switches { fips: true, dual_stack: false };
    let dual_stack = Switches { fips: false, dual_stack: true };
    assert_eq!(switched_off_by(dns, fips), Cause::NoFipsEndpoint);
    assert_eq!(switched_off_by(dns, dual_stack), Cause::NoDualStackEndpoint);
    assert_eq!(switched_off_by("client error (Connect): Connection refused", fips), Cause::Refused);
    let unsent = |words: &str, switched| {
        let error = SdkError::<aws_sdk_sts::Error, HttpResponse>::construction_failure(words.to_owned());
        let by = Classifier { apis: APIS, emulated: false, switched, secrets: &Secrets::default() };
        Fault::of(Call::new(crate::services::s3::LIST_BUCKETS, "*"), &error, &by).cause().clone()
    };
    assert_eq!(unsent("FIPS is enabled but this partition does not support FIPS", fips), Cause::NoFipsEndpoint);
    assert_eq!(unsent("FIPS is enabled", Switches::default()), Cause::Bug);
    assert_eq!(unsent("a header", fips), Cause::Bug);
}

#[test]
fn the_credentials_in_the_words_of_their_providers() {
    for (error, cause) in [
        (CredentialsError::not_loaded("no providers in chain provided credentials"), Cause::NoCredentials),
        (CredentialsError::provider_error("failed to load from IMDS: dispatch failure: timeout"), Cause::NoCredentials),
        (CredentialsError::provider_error("the SSO token has expired and cannot be refreshed"), Cause::SignIn),
        (CredentialsError::unhandled("cached Login token is expired"), Cause::SignIn),
        (CredentialsError::provider_error("failed to read `/home/me/.aws/sso/cache/3f.json`"), Cause::SignIn),
        (CredentialsError::invalid_configuration("profile `me` was not defined"), Cause::Configuration),
        (CredentialsError::provider_error("the process ended with 1"), Cause::Configuration),
        (CredentialsError::provider_error("dispatch failure: io error: connection refused"), Cause::Refused),
    ] {
        let shown = format!("{error:?}");
        assert_eq!(refused_by(error), cause, "{shown}");
    }
}

proptest! {
    #[test]
    fn any_message_is_read_without_panic_and_bounded(
        parts in prop::collection::vec(prop_oneof![
            any::<String>(),
            Just("User: ".to_owned()),
            Just(" is not authorized to perform: s3:GetObject on resource: ".to_owned()),
            Just(" with an explicit deny in a ".to_owned()),
            Just("because no identity-based policy".to_owned()),
            Just("Encoded authorization failure message: ".to_owned()),
            Just("ü".repeat(3000)),
        ], 0..8),
    ) {
        let message = parts.concat();
        let denial = Denial::parse(&bounded(&message));
        let fault = Fault::new(Cause::Denied(denial), Some(Call::new(crate::services::s3::GET_BUCKET_POLICY, "arn:aws:s3:::b")), &message);
        prop_assert!(fault.reason().message.chars().count() <= crate::findings::LONGEST + 1);
        prop_assert!(fault.advice().chars().count() <= 5 * crate::findings::LONGEST);
    }
}
