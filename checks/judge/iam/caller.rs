//! Who asks for something: a function with its role, and all that decides whether it gets it.

use crate::aws::fault::{Fault, Read};
use crate::documents::policy::{Effect, Grants, Known, Policy, Principal, Says, Statement, Truth};
use crate::judge::iam::permissions::{Need, allow, is_allowed, name, outweighed};
use crate::judgement::{Found, Judgement};
use crate::learner::Learner;
use crate::services::iam::RolePermissions;

/// By which a function gives a service a role. The functions of the book give one to SageMaker alone.
pub const PASS_ROLE: &str = "iam:PassRole";
const PASSED_TO: (&str, Option<&str>) = ("iam:PassedToService", Some("sagemaker.amazonaws.com"));

/// Who asks: a function, or a service with a role of the account, as far as is known of it.
#[derive(Clone, Debug)]
pub struct Caller<'a> {
    pub you: &'a Learner,
    /// The ARN of the function, if it is one.
    pub function: Option<String>,
    /// The ARN of its role.
    pub role: Option<String>,
    /// Whether it is in a network of the account's own.
    pub is_in_vpc: Option<bool>,
    /// The partition key of the items that it asks DynamoDB for, if it is known.
    pub item: Option<&'a str>,
}

impl Caller<'_> {
    /// What is known of every request that it makes: the SDKs encrypt, and all is in the learner's account (IAM
    /// User Guide, "AWS global condition context keys"; Lambda Developer Guide, "Using source function ARN to control
    /// function access behavior"), and of DynamoDB, which items it is about (DynamoDB Developer Guide, "Using IAM policy
    /// conditions for fine-grained access control"). Of the log, which Lambda writes itself, the function is not known to be named.
    pub(super) fn known(&self, action: &str) -> Vec<Known<'_>> {
        const OF_OTHERS: [&str; 7] = [
            "aws:SourceArn",
            "aws:SourceAccount",
            "aws:MultiFactorAuthPresent",
            "aws:MultiFactorAuthAge",
            "aws:username",
            "aws:FederatedProvider",
            "aws:CalledVia",
        ];
        const OF_NETWORKS: [&str; 3] = ["aws:SourceVpc", "aws:SourceVpce", "aws:VpcSourceIp"];
        let Learner { region, account, .. } = self.you;
        let mut known = vec![
            ("aws:SecureTransport", Some("true")),
            ("aws:RequestedRegion", Some(region.as_str())),
            ("aws:PrincipalAccount", Some(account)),
            ("aws:ResourceAccount", Some(account)),
            ("s3:ResourceAccount", Some(account)),
            ("aws:PrincipalType", Some("AssumedRole")),
            ("aws:PrincipalIsAWSService", Some("false")),
            ("aws:ViaAWSService", Some("false")),
        ];
        known.extend(OF_OTHERS.map(|key| (key, None)));
        if !action.starts_with("logs:") {
            known.push(("lambda:SourceFunctionArn", self.function.as_deref()));
        }
        if action == PASS_ROLE {
            known.push(PASSED_TO);
        }
        if action.starts_with("dynamodb:")
            && let Some(item) = self.item
        {
            known.push(("dynamodb:LeadingKeys", Some(item)));
        }
        if let Some(role) = &self.role {
            known.push(("aws:PrincipalArn", Some(role)));
        }
        if self.is_in_vpc == Some(false) {
            known.extend(OF_NETWORKS.map(|key| (key, None)));
        }
        known
    }
}

/// The role may do all that is needed: its policies allow it, and so does its permissions boundary.
pub fn role_allows(of: &RolePermissions, caller: &Caller<'_>, needs: &[Need]) -> Read<Judgement> {
    let judgement = allow(&of.documents(), caller, needs)?;
    if !judgement.does_hold() {
        return Ok(judgement);
    }
    let beyond = needs.iter().map(|need| beyond_boundary(of, caller, need)).collect::<Read<Vec<_>>>()?;
    Ok(judgement.but(beyond.into_iter().flatten().next()))
}

/// What of the role's policies is of no avail: it is denied by one of them, or beyond the permissions boundary. What they
/// don't allow, or what only AWS knows, is left out.
pub fn refused(of: &RolePermissions, caller: &Caller<'_>, needs: &[Need]) -> Option<Judgement> {
    let policies = of.documents();
    needs.iter().find_map(|need| {
        let known = caller.known(need.action);
        let grants = Grants { policies: &policies, context: &known };
        match grants.say(need.action, &need.resource) {
            Says::Denied if is_allowed(&grants, need) => Some(outweighed(&grants, need)),
            Says::Allowed => beyond_boundary(of, caller, need).unwrap_or_default(),
            _ => None,
        }
    })
}

/// Why the permissions boundary refuses what the policies allow (IAM User Guide, "Permissions boundaries for IAM
/// entities").
fn beyond_boundary(of: &RolePermissions, caller: &Caller<'_>, need: &Need) -> Read<Option<Judgement>> {
    let Some(boundary) = &of.boundary else { return Ok(None) };
    let known = caller.known(need.action);
    let Need { action, resource, written } = need;
    let said = Grants { policies: &[&boundary.document], context: &known }.say(action, resource);
    let verb = match said {
        Says::Allowed => return Ok(None),
        Says::Unknown => {
            return Err(Fault::undecided(format!("whether the permissions boundary allows {action} on {resource}")));
        }
        Says::Denied => "denies",
        Says::Neither => "does not allow",
    };
    let found = format!("the role's permissions boundary {} {verb} {action}", boundary.name);
    Ok(Some(Judgement::fails(format!("a permissions boundary that allows {action} on {written}, or none"), found).advising(
        "What a role's permissions boundary does not allow is refused, whatever its policies say. Open the role in IAM, and \
         remove the boundary or change it under Permissions boundary.",
    )))
}

/// The role may do what is needed with a resource: by its own policies or by that of the resource, and against none.
pub fn may(of: &RolePermissions, policy: Option<&Policy>, caller: &Caller<'_>, need: &Need) -> Read<Judgement> {
    let Some(role) = of.role.as_deref() else {
        return Ok(Judgement::absent("the function's role", "it is not there"));
    };
    let by_role = role_allows(of, caller, std::slice::from_ref(need));
    let Some(policy) = policy else { return by_role };
    let expected = format!("{} on {}", need.action, need.resource);
    let known = caller.known(need.action);
    let strongest = |effect| policy.strongest(effect, Principal::Role(role), need.action, &need.resource, &known);
    match (strongest(Effect::Deny), strongest(Effect::Allow)) {
        (Truth::Yes, _) => {
            let found = format!("{} of the resource's own policy", denial(policy, role, caller, need));
            Ok(Judgement::fails(expected, found).advising(
                "Remove that statement from the resource's policy, or narrow it: an explicit Deny outweighs every Allow, \
                 that of the role as well.",
            ))
        }
        (Truth::Maybe, _) if by_role.as_ref().is_ok_and(Judgement::does_hold) => Ok(Judgement::skips(
            "not told from the resource's policy, which depends on what only AWS knows. What the function answers shows it",
        )),
        // In one account, the resource's policy is enough, unless something denies it.
        (Truth::No, Truth::Yes) if is_let_in(of, &by_role, caller, need) => {
            Ok(Judgement::holds(format!("the resource's own policy lets {role} in")))
        }
        _ => by_role,
    }
}

/// As [`may`], of a resource that may be missing; `missing` says then what was expected, and what was found.
pub fn may_use(
    of: &RolePermissions,
    policy: Found<Option<Policy>>,
    caller: &Caller<'_>,
    need: &Need,
    missing: [String; 2],
) -> Read<Judgement> {
    match (policy, missing) {
        (Found::Here(policy), _) => may(of, policy.as_ref(), caller, need),
        (Found::Missing(_), [expected, found]) => Ok(Judgement::absent(expected, found)),
    }
}

/// Whether a resource's policy that lets the role in makes up for what the role's own do not allow: neither for what they
/// deny, nor for what is beyond the boundary.
fn is_let_in(of: &RolePermissions, by_role: &Read<Judgement>, caller: &Caller<'_>, need: &Need) -> bool {
    let known = caller.known(need.action);
    let says = Grants { policies: &of.documents(), context: &known }.say(need.action, &need.resource);
    let is_lacking = by_role.as_ref().is_ok_and(Judgement::does_fail) && says == Says::Neither;
    is_lacking && matches!(beyond_boundary(of, caller, need), Ok(None))
}

/// The statement of a resource's policy that denies the caller what it needs, in words.
fn denial(policy: &Policy, role: &str, caller: &Caller<'_>, need: &Need) -> String {
    let known = caller.known(need.action);
    let denies = |statement: &&Statement| {
        let applies = policy.applies(statement, Principal::Role(role), need.action, &need.resource, &known);
        statement.effect == Effect::Deny && applies == Truth::Yes
    };
    let Some(statement) = policy.statements.iter().find(denies) else { return "a Deny statement".into() };
    let values = statement.condition.values().flat_map(|keys| keys.iter());
    let conditions: Vec<String> = values.map(|(key, values)| format!("{key} {}", values.0.join(", "))).collect();
    match conditions.as_slice() {
        [] => format!("{} denies it", name(statement)),
        conditions => format!("{} denies it, under a Condition about {}", name(statement), conditions.join(" and ")),
    }
}
