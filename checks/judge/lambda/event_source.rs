//! Who may call a function with events: a service, for one thing of the learner's.

use crate::documents::policy::{Effect, Known, Policy, Principal, Says, Statement};
use crate::judgement::Judgement;

const ACTION: &str = "lambda:InvokeFunction";
/// An account that is nobody's here.
const STRANGER: &str = "999999999999";

/// A service, and the thing for which it calls.
#[derive(Clone, Copy, Debug)]
pub struct EventSource<'a> {
    pub service: &'a str,
    /// The ARN of the thing, and that of another one of its kind.
    pub arn: &'a str,
    pub other: &'a str,
    pub account: &'a str,
}

impl EventSource<'_> {
    fn says(&self, policy: &Policy, function: &str, (source, account): (&str, &str)) -> Says {
        let known: [Known<'_>; 6] = [
            ("aws:SourceArn", Some(source)),
            ("aws:SourceAccount", Some(account)),
            ("aws:PrincipalIsAWSService", Some("true")),
            ("aws:PrincipalServiceName", Some(self.service)),
            ("aws:SecureTransport", Some("true")),
            ("lambda:EventSourceToken", None),
        ];
        policy.say(Principal::Service(self.service), ACTION, function, &known)
    }
}

/// The policy of the function of this ARN, which may have an alias or a version, lets the service call it for the one thing.
pub fn may_call(policy: Option<&Policy>, function: &str, source: EventSource<'_>) -> Judgement {
    let expected = format!("Allow {} {ACTION} for {}", source.service, source.arn);
    let Some(policy) = policy else { return Judgement::fails(expected, "the function has no policy") };
    let says = |arn: &str, account: &str| source.says(policy, function, (arn, account));
    match says(source.arn, source.account) {
        Says::Denied => {
            return Judgement::fails(expected, "a statement that denies it")
                .advising("Remove the Deny statement: an explicit Deny outweighs every Allow.");
        }
        Says::Neither => return Judgement::fails(expected, instead(policy, source.service)),
        Says::Unknown => {
            return Judgement::skips("not told from the function's policy, which depends on what only AWS knows");
        }
        Says::Allowed => {}
    }
    // Most ARNs say whose they are: that of a stranger's thing names the stranger.
    let of_stranger = source.other.replace(source.account, STRANGER);
    if says(&of_stranger, STRANGER) == Says::Allowed {
        return Judgement::fails(expected, format!("for everything of {}, of every account", source.service)).advising(
            "Anybody with an AWS account could have the service call your function, at your cost. Delete that statement, and \
             add one with a source ARN and a source account.",
        );
    }
    let holds = Judgement::holds(format!("for {}", source.arn));
    if says(source.other, source.account) == Says::Allowed {
        return holds.advising(format!("It lets in more than it should: name {} as the source ARN.", source.arn));
    }
    let is_nobodys = !source.arn.contains(source.account);
    if is_nobodys && says(source.arn, STRANGER) == Says::Allowed {
        return holds.advising(format!(
            "The ARN of a bucket does not say whose it is. If you delete it one day, somebody else may take the name: add the \
             source account {}.",
            source.account
        ));
    }
    holds
}

/// For what the service may call.
fn instead(policy: &Policy, service: &str) -> String {
    let lets = |statement: &&Statement| {
        statement.effect == Effect::Allow
            && statement.concerns(Principal::Service(service))
            && statement.has_action(ACTION)
    };
    let statements = policy.statements.iter().filter(lets);
    let values = statements.flat_map(|statement| statement.condition.values()).flat_map(|keys| keys.values());
    let values: Vec<&str> = values.flat_map(|values| values.0.iter().map(String::as_str)).collect();
    if values.is_empty() { format!("no statement for {service}") } else { values.join(", ") }
}
