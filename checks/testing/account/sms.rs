//! What text messages need: the account is out of the sandbox, and has a number.

use crate::testing::answers::{Answers, ok};

/// The account, and these in it.
pub fn done(account: Answers) -> Answers {
    account
        .edited(
            "sns:ListTopics",
            "</Topics>",
            "<member><TopicArn>arn:aws:sns:us-east-1:123456789012:function-sns-send-text</TopicArn></member></Topics>",
        )
        .answers("sns:ListSubscriptionsByTopic", ok(NO_SUBSCRIPTIONS))
        .answers("sns:GetSMSSandboxAccountStatus", ok(status(false)))
        .answers("sns:ListOriginationNumbers", ok(NUMBERS))
        .answers("sns:ListSMSSandboxPhoneNumbers", ok(PHONES))
}

/// The account in the sandbox.
pub fn in_sandbox(account: Answers) -> Answers {
    account.answers("sns:GetSMSSandboxAccountStatus", ok(status(true)))
}

/// The account in the sandbox, without any number.
pub fn without(account: Answers) -> Answers {
    in_sandbox(account)
        .answers("sns:ListOriginationNumbers", ok(NO_NUMBERS))
        .answers("sns:ListSMSSandboxPhoneNumbers", ok(NO_PHONES))
}

pub const NO_SUBSCRIPTIONS: &str = "<ListSubscriptionsByTopicResponse><ListSubscriptionsByTopicResult><Subscriptions/>
    </ListSubscriptionsByTopicResult></ListSubscriptionsByTopicResponse>";

/// One subscription of any topic, by this protocol and for this endpoint.
pub fn subscribed(protocol: &str, endpoint: &str) -> String {
    NO_SUBSCRIPTIONS.replace(
        "<Subscriptions/>",
        &format!(
            "<Subscriptions><member><TopicArn>arn:aws:sns:us-east-1:123456789012:news</TopicArn><Protocol>{protocol}</Protocol>\
             <SubscriptionArn>arn:aws:sns:us-east-1:123456789012:news:1</SubscriptionArn><Owner>123456789012</Owner>\
             <Endpoint>{endpoint}</Endpoint></member></Subscriptions>"
        ),
    )
}

/// Whether the account is in the sandbox.
pub fn status(is_in_sandbox: bool) -> String {
    format!(
        "<GetSMSSandboxAccountStatusResponse><GetSMSSandboxAccountStatusResult><IsInSandbox>{is_in_sandbox}</IsInSandbox>\
         </GetSMSSandboxAccountStatusResult></GetSMSSandboxAccountStatusResponse>"
    )
}

pub const NUMBERS: &str = "<ListOriginationNumbersResponse><ListOriginationNumbersResult><PhoneNumbers><member>
    <CreatedAt>2026-11-01T00:00:00Z</CreatedAt><PhoneNumber>+18885550147</PhoneNumber><Status>ACTIVE</Status>
    <Iso2CountryCode>US</Iso2CountryCode><RouteType>Transactional</RouteType>
    <NumberCapabilities><member>SMS</member></NumberCapabilities></member></PhoneNumbers>
    </ListOriginationNumbersResult></ListOriginationNumbersResponse>";
pub const NO_NUMBERS: &str = "<ListOriginationNumbersResponse><ListOriginationNumbersResult><PhoneNumbers/>
    </ListOriginationNumbersResult></ListOriginationNumbersResponse>";

pub const PHONES: &str = "<ListSMSSandboxPhoneNumbersResponse><ListSMSSandboxPhoneNumbersResult><PhoneNumbers><member>
    <PhoneNumber>+12065550162</PhoneNumber><Status>Verified</Status></member></PhoneNumbers>
    </ListSMSSandboxPhoneNumbersResult></ListSMSSandboxPhoneNumbersResponse>";
pub const NO_PHONES: &str = "<ListSMSSandboxPhoneNumbersResponse><ListSMSSandboxPhoneNumbersResult><PhoneNumbers/>
    </ListSMSSandboxPhoneNumbersResult></ListSMSSandboxPhoneNumbersResponse>";
