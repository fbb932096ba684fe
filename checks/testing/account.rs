//! What AWS answers in an account in which the book is done, one file a service, with every member that the service models
//! require.

pub mod account_info;
pub mod acm;
pub mod apigateway;
pub mod auth_callback;
pub mod backup;
pub mod cloudformation;
pub mod cloudfront;
pub mod cognito;
pub mod config;
pub mod domains;
pub mod dynamodb;
pub mod email_function;
pub mod eventbridge;
pub mod groups;
pub mod iam;
pub mod lambda;
pub mod layers;
pub mod logs;
pub mod own;
pub mod random_cut_forest;
pub mod reviewed;
pub mod route53;
pub mod rule;
pub mod s3;
pub mod ses;
pub mod sfn;
pub mod sms;
pub mod sns;
pub mod ssm;
pub mod sts;
pub mod texting;

use super::answers::Answers;

/// The account after the last exercise. What later exercises undo is undone in it.
pub fn done() -> Answers {
    let services = [
        acm::done,
        apigateway::done,
        cloudfront::done,
        cognito::done,
        domains::done,
        dynamodb::done,
        iam::done,
        lambda::done,
        logs::done,
        route53::done,
        s3::done,
        ses::done,
        sns::done,
        sms::done,
        ssm::done,
        sts::done,
        account_info::done,
        texting::done,
        random_cut_forest::done,
        rule::done,
        eventbridge::done,
        backup::done,
        config::done,
        groups::done,
        cloudformation::done,
        email_function::done,
        own::done,
        reviewed::done,
        layers::done,
        sfn::done,
    ];
    services.into_iter().fold(Answers::default(), |account, done| done(account))
}
