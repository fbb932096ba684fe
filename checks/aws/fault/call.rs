//! The read that a fault is of.

use crate::aws::operation::Operation;

/// One read: the operation, and what it is asked about (an ARN where a policy can name one).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Call {
    pub operation: &'static Operation,
    pub resource: String,
    /// Where it is sent, for a service that is asked in several regions; empty otherwise.
    pub region: String,
}

impl Call {
    pub(crate) fn new(operation: &'static Operation, resource: impl Into<String>) -> Self {
        Self { operation, resource: resource.into(), region: String::new() }
    }

    pub(crate) fn at(self, region: &str) -> Self {
        Self { region: region.to_owned(), ..self }
    }
}
