//! SNS: what text messages need: a decision of AWS, numbers that they come from, and phones that have agreed. Of a phone
//! number no more is kept than its last two digits.

use std::fmt;

use aws_sdk_sns::operation::list_origination_numbers::ListOriginationNumbersOutput;
use aws_sdk_sns::operation::list_sms_sandbox_phone_numbers::ListSmsSandboxPhoneNumbersOutput;
use aws_sdk_sns::types::{
    PhoneNumberInformation, SmsSandboxPhoneNumber, SmsSandboxPhoneNumberVerificationStatus as Verification,
};

use super::{GET_SANDBOX_STATUS, LIST_ORIGINATION_NUMBERS, LIST_SANDBOX_PHONES};
use crate::aws::service::prelude::*;

/// Whether the account is in the sandbox of text messages.
pub const SANDBOX_STATUS: Reader = Reader::of(&[reading_all(GET_SANDBOX_STATUS)]);
/// The numbers from which the account sends text messages.
pub const ORIGINATION_NUMBERS: Reader = Reader::of(&[reading_all(LIST_ORIGINATION_NUMBERS)]);
/// The phones that may be sent to while the account is in the sandbox.
pub const SANDBOX_PHONES: Reader = Reader::of(&[reading_all(LIST_SANDBOX_PHONES)]);
pub const CONSOLE: Page =
    page("https://{{ region }}.console.aws.amazon.com/sns/v3/home?region={{ region }}#/mobile/text-messaging");
/// Where numbers are rented and registered.
pub const CONSOLE_NUMBERS: Page =
    page("https://{{ region }}.console.aws.amazon.com/sms-voice/home?region={{ region }}#/phone-numbers");

/// How many digits of a phone number are shown.
const SHOWN: usize = 2;

/// A phone number without most of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MaskedNumber(String);

impl MaskedNumber {
    fn of(number: &str) -> Self {
        let digits: Vec<char> = number.chars().filter(char::is_ascii_digit).collect();
        Self(digits[digits.len().saturating_sub(SHOWN)..].iter().collect())
    }
}

impl fmt::Display for MaskedNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "a number that ends in {}", self.0)
    }
}

/// A number from which text messages are sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OriginationNumber {
    pub number: MaskedNumber,
    /// In AWS's word, such as `Active`.
    pub status: String,
    /// In upper case: `SMS`, `MMS`, `VOICE`.
    pub capabilities: Vec<String>,
}

impl fmt::Display for OriginationNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.number.fmt(f)
    }
}

/// A phone that is to be sent to while the account is in the sandbox.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SandboxPhone {
    pub number: MaskedNumber,
    /// Whether its owner has given the code back.
    pub is_verified: bool,
}

impl fmt::Display for SandboxPhone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.number.fmt(f)
    }
}

impl Aws {
    /// Whether the account is in the sandbox of text messages, in the learner's region.
    pub async fn is_in_sms_sandbox(&self, you: &Learner) -> Read<bool> {
        let call = Call::new(GET_SANDBOX_STATUS, "*").at(&you.region);
        let send = || self.sns(&you.region).get_sms_sandbox_account_status().send();
        Ok(self.ask(call, &you.region, send).await?.is_in_sandbox())
    }

    /// The numbers of the learner's region from which text messages are sent.
    pub async fn origination_numbers(&self, you: &Learner) -> Read<Vec<OriginationNumber>> {
        let call = Call::new(LIST_ORIGINATION_NUMBERS, "*").at(&you.region);
        let send = |mark| self.sns(&you.region).list_origination_numbers().set_next_token(mark).send();
        let read = |answer: &ListOriginationNumbersOutput| {
            let listed = answer.phone_numbers.as_ref().ok_or("PhoneNumbers")?;
            let numbers = listed.iter().map(origination_number).collect::<Result<_, _>>()?;
            Ok(Listing::marked(numbers, answer.next_token()))
        };
        self.all(call, &you.region, send, read).await
    }

    /// The phones of the learner's region that may be sent to while the account is in the sandbox.
    pub async fn sandbox_phones(&self, you: &Learner) -> Read<Vec<SandboxPhone>> {
        let call = Call::new(LIST_SANDBOX_PHONES, "*").at(&you.region);
        let send = |mark| self.sns(&you.region).list_sms_sandbox_phone_numbers().set_next_token(mark).send();
        let read = |answer: &ListSmsSandboxPhoneNumbersOutput| {
            let phones = answer.phone_numbers().iter().map(sandbox_phone).collect::<Result<_, _>>()?;
            Ok(Listing::marked(phones, answer.next_token()))
        };
        self.all(call, &you.region, send, read).await
    }
}

/// The number, or the member that AWS always sends and that is missing.
fn origination_number(listed: &PhoneNumberInformation) -> Result<OriginationNumber, &'static str> {
    let capabilities = listed.number_capabilities().iter().map(|one| one.as_str().to_owned()).collect();
    Ok(OriginationNumber {
        number: MaskedNumber::of(listed.phone_number().ok_or("PhoneNumber")?),
        status: listed.status().ok_or("Status")?.to_owned(),
        capabilities,
    })
}

fn sandbox_phone(listed: &SmsSandboxPhoneNumber) -> Result<SandboxPhone, &'static str> {
    Ok(SandboxPhone {
        number: MaskedNumber::of(listed.phone_number().ok_or("PhoneNumber")?),
        is_verified: *listed.status().ok_or("Status")? == Verification::Verified,
    })
}
