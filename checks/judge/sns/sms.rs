//! Judgements of what text messages need.

use crate::judgement::Judgement;
use crate::services::sns::sms::{OriginationNumber, SandboxPhone};
use crate::wait;

/// The account may write to every phone.
pub fn out_of_sandbox(is_in_sandbox: bool) -> Judgement {
    const EXPECTED: &str = "out of the SMS sandbox";
    match is_in_sandbox {
        true => Judgement::fails(EXPECTED, "in the SMS sandbox, where ten verified phones get messages at most"),
        false => Judgement::holds(EXPECTED),
    }
}

/// The number that is best to send from: one that is active and sends text messages, if there is one.
pub fn best_number(numbers: &[OriginationNumber]) -> Option<&OriginationNumber> {
    numbers.iter().rev().max_by_key(|number| (sends_text(number).does_hold(), active(number).does_hold()))
}

/// The number can be used (Amazon SNS API Reference, "PhoneNumberInformation"; AWS End User Messaging SMS API Reference,
/// "PhoneNumberInformation", Status).
pub fn active(number: &OriginationNumber) -> Judgement {
    const EXPECTED: &str = "Active";
    match number.status.to_ascii_uppercase().as_str() {
        "ACTIVE" => Judgement::holds(&number.status),
        "PENDING" | "ASSOCIATING" => Judgement::waits(EXPECTED, &number.status, wait::ORIGINATION_NUMBER),
        _ => Judgement::fails(EXPECTED, &number.status),
    }
}

/// The number sends text messages. A number of before the capabilities has no list of them, and does.
pub fn sends_text(number: &OriginationNumber) -> Judgement {
    const EXPECTED: &str = "SMS";
    let has = number.capabilities.is_empty() || number.capabilities.iter().any(|one| one == EXPECTED);
    if has { Judgement::holds(EXPECTED) } else { Judgement::fails(EXPECTED, number.capabilities.join(", ")) }
}

/// The phone that is best to send to: one that is verified, if there is one.
pub fn best_phone(phones: &[SandboxPhone]) -> Option<&SandboxPhone> {
    phones.iter().rev().max_by_key(|phone| phone.is_verified)
}

/// Its owner has given the code back.
pub fn verified(phone: &SandboxPhone) -> Judgement {
    match phone.is_verified {
        true => Judgement::holds("Verified"),
        false => Judgement::fails("Verified", "Pending, since nobody has entered the code"),
    }
}
