//! 9.e3: a number from which text messages are sent.

use crate::judge::sns::sms;
use crate::services::sns::sms as service;
use crate::verifier::prelude::*;

clauses! {
    NUMBER: "your account has a number for text messages, in {{ region }}",
        or "In AWS End User Messaging, under SMS, Phone numbers, request an originator.", at service::CONSOLE_NUMBERS;
    ACTIVE: "it is active",
        or "Open the number, and finish its registration.", at service::CONSOLE_NUMBERS;
    TEXTS: "it sends text messages",
        or "Request a number with the capability SMS: that of a number cannot be changed.", at service::CONSOLE_NUMBERS;
}

pub const READS: Reads = &[service::ORIGINATION_NUMBERS];

pub async fn verify(aws: &Aws, you: &Learner, it: &mut Report<'_>) -> Outcome {
    let numbers = aws.origination_numbers(you).await;
    let number = it.finds(NUMBER, numbers.map(|all| Found::from(sms::best_number(&all).cloned())))?;
    it.expects(ACTIVE, sms::active(&number));
    it.expects(TEXTS, sms::sends_text(&number));
    Ok(())
}
