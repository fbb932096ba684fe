//! One operation of a service, and the IAM action that allows it.

/// An operation that may be sent. Services declare theirs with the macro `operations!`; all of them read.
#[derive(Debug, PartialEq, Eq)]
pub struct Operation {
    /// The service id in the SDK, such as `Route 53`.
    pub service: &'static str,
    /// The operation's name in the service model, such as `ListBuckets`.
    pub name: &'static str,
    /// How findings name it: prefix and operation, such as `s3:ListBuckets`.
    pub label: &'static str,
    /// The IAM action it needs, which is not always its name (Service Authorization Reference).
    pub action: &'static str,
    /// Whether a policy can narrow the action to the resource.
    pub scope: Scope,
    /// Another action that AWS asks about as well; empty for nearly every operation. With a resource, it is on the part before
    /// the first slash, and without it AWS answers "access denied" for a thing that does not exist. Without a resource, it
    /// is needed for any answer.
    pub beside: &'static str,
}

impl Operation {
    /// The actions that a statement about the operation's resource names.
    pub fn actions(&self) -> impl Iterator<Item = &'static str> {
        let beside = (self.scope == Scope::All && !self.beside.is_empty()).then_some(self.beside);
        std::iter::once(self.action).chain(beside)
    }
}

/// What a policy statement may name as the resource of an action (Service Authorization Reference).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// The action takes no resource: `*`.
    All,
    /// The resource's ARN.
    Resource,
    /// No permission is needed at all.
    Free,
}

/// A look from outside. Counts and findings name it by its label, like an AWS call.
pub const fn look(name: &'static str, label: &'static str) -> Operation {
    Operation { service: "", name, label, action: "", scope: Scope::Free, beside: "" }
}

/// Declares the operations of a service: each a constant, all of them in `OPERATIONS`. The IAM action is prefix and
/// name, unless `needs` says another.
macro_rules! operations {
    ($service:literal, $prefix:literal; $(
        $constant:ident: $name:literal $(needs $action:literal)? on $scope:ident $(beside $beside:literal)?;
    )+) => {
        $(pub const $constant: &$crate::aws::operation::Operation = &$crate::aws::operation::Operation {
            service: $service,
            name: $name,
            label: concat!($prefix, ":", $name),
            action: $crate::aws::operation::first(&[$($action,)? concat!($prefix, ":", $name)]),
            scope: $crate::aws::operation::Scope::$scope,
            beside: $crate::aws::operation::first(&[$($beside,)? ""]),
        };)+
        const OPERATIONS: &[&$crate::aws::operation::Operation] = &[$($constant),+];
    };
}
pub(crate) use operations;

/// The first of the texts: what a declaration says, or the default after it.
pub(crate) const fn first(said: &[&'static str]) -> &'static str {
    said[0]
}
