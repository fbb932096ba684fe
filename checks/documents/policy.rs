//! Reads resource and identity policies as IAM does: what is asked is what a policy *allows*.
//! Source: IAM User Guide, "IAM JSON policy elements reference" and "Policy evaluation logic".

mod condition;
mod document;
pub(crate) mod glob;
mod identity;

pub use condition::Known;
pub use document::{Effect, Policy, Statement, Values};
pub use identity::{Grants, Permission, Says, Truth};

/// Who asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Principal<'a> {
    /// Somebody without credentials.
    Anyone,
    /// An AWS service, such as `cloudfront.amazonaws.com`.
    Service(&'a str),
    /// A role of an account, by its ARN.
    Role(&'a str),
}

/// One request, as a policy sees it.
#[derive(Clone, Copy, Debug)]
pub struct Request<'a> {
    pub principal: Principal<'a>,
    /// Such as `s3:GetObject`.
    pub action: &'a str,
    /// An ARN. `arn:aws:s3:::bucket/*` stands for every object: only a pattern as wide covers it.
    pub resource: &'a str,
    /// Condition keys and their values; a key that is not here is absent from the request.
    pub context: &'a [(&'a str, &'a str)],
}

/// What a policy says to a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Decision {
    Allowed,
    /// An explicit Deny, which no Allow outweighs.
    Denied,
    /// No statement applies.
    Neither,
}

impl Policy {
    /// What this policy says to `request`. A statement under a condition that is not understood grants nothing,
    /// and denies where it is a Deny: neither errs towards *allowed*.
    pub fn decide(&self, request: &Request<'_>) -> Decision {
        let allows = |statement: &Statement| statement.effect == Effect::Allow && statement.applies_to(request);
        if self.denying(request).is_some() {
            Decision::Denied
        } else if self.statements.iter().any(allows) {
            Decision::Allowed
        } else {
            Decision::Neither
        }
    }

    /// The explicit Deny that a request meets, if it meets one.
    pub fn denying(&self, request: &Request<'_>) -> Option<&Statement> {
        self.statements.iter().find(|statement| statement.effect == Effect::Deny && statement.applies_to(request))
    }

    /// What this policy says to a request of which no more than `known` is known: other condition keys may have any value.
    pub fn say(&self, principal: Principal<'_>, action: &str, resource: &str, known: &[Known<'_>]) -> Says {
        let strongest = |effect| self.strongest(effect, principal, action, resource, known);
        Says::of(strongest(Effect::Deny), strongest(Effect::Allow))
    }

    /// Whether some statement of that effect is about a request of which `known` is known.
    pub fn strongest(
        &self,
        effect: Effect,
        principal: Principal<'_>,
        action: &str,
        resource: &str,
        known: &[Known<'_>],
    ) -> Truth {
        let of_effect = self.statements.iter().filter(|statement| statement.effect == effect);
        of_effect.map(|s| self.applies(s, principal, action, resource, known)).max().unwrap_or(Truth::No)
    }

    /// Whether a statement of this policy is about a request of which `known` is known.
    pub fn applies(
        &self,
        statement: &Statement,
        principal: Principal<'_>,
        action: &str,
        resource: &str,
        known: &[Known<'_>],
    ) -> Truth {
        if !statement.concerns(principal) {
            return Truth::No;
        }
        identity::is_about(self, statement, action, resource, known)
    }

    /// The statements that allow something to everyone, with no condition that narrows it to known sources
    /// (Amazon S3 User Guide, "Blocking public access", "The meaning of public").
    pub fn public_statements(&self) -> impl Iterator<Item = &Statement> {
        self.statements.iter().filter(|statement| statement.is_public())
    }
}
