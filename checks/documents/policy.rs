//! Reads resource and identity policies as IAM does: what is asked is what a policy *allows*.
//! Source: IAM User Guide, "IAM JSON policy elements reference" and "Policy evaluation logic".

mod condition;
mod document;
pub(crate) mod glob;
mod identity;

pub use condition::{Known, NO_OTHER};
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

impl Policy {
    /// What this policy says to a request of which no more than `known` is known: other condition keys may have any value,
    /// unless [`NO_OTHER`] is among them. The ARN `arn:aws:s3:::bucket/*` stands for every object of the bucket: only a
    /// pattern as wide covers it.
    pub fn say(&self, principal: Principal<'_>, action: &str, resource: &str, known: &[Known<'_>]) -> Says {
        let strongest = |effect| self.strongest(effect, principal, action, resource, known);
        Says::of(strongest(Effect::Deny), strongest(Effect::Allow))
    }

    /// The explicit Deny that a request meets for certain.
    pub fn denying(
        &self,
        principal: Principal<'_>,
        action: &str,
        resource: &str,
        known: &[Known<'_>],
    ) -> Option<&Statement> {
        let denies = |statement: &&Statement| {
            statement.effect == Effect::Deny
                && self.applies(statement, principal, action, resource, known) == Truth::Yes
        };
        self.statements.iter().find(denies)
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
