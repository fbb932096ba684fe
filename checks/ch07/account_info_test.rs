//! 7.21: the function was called with a token, and changed a user.

use crate::judge::lambda::runs;
use crate::verifier::prelude::*;

clauses! {
    FUNCTION = given::PUT_ACCOUNT_INFO;
    DOMAIN = given::POOL_DOMAIN;
    RAN: "the function ran, and ended without an error",
        or "Sign in on your website, and save another name on the account page.", at logs::CONSOLE;
    CHANGED: "a user of the pool was changed when it ran",
        or "Sign in on your website, and save another name on the account page.", at cognito::CONSOLE;
}

pub const READS: Reads =
    &[lambda::FUNCTION.named(book::PUT_ACCOUNT_INFO), cognito::POOL_DOMAIN, logs::FUNCTION_LOG, cognito::USER_DATES];

pub async fn verify(aws: &Aws, you: &Learner, it: &mut Report<'_>) -> Outcome {
    let (function, domain) =
        join!(aws.function(you, book::PUT_ACCOUNT_INFO.text), aws.pool_domain(you, &you.names.auth_domain));
    let function = it.finds(FUNCTION, function);
    let domain = it.finds(DOMAIN, domain.map(Found::from));
    let (function, domain) = (function?, domain?);
    let (log, users) = join!(aws.function_log(you, &function), aws.user_dates(you, &domain.pool_id));
    it.expects(RAN, log.judged(|log| runs::without_error(log.as_ref())));
    it.expects(CHANGED, log.and_then(|log| Ok(runs::changed_a_user(log.as_ref(), &users?))));
    Ok(())
}
