//! The read-only guard of every client: it refuses each operation that no service declares, before it is sent.

use std::sync::{Arc, Mutex};

use aws_smithy_runtime_api::box_error::BoxError;
use aws_smithy_runtime_api::client::interceptors::context::{
    BeforeSerializationInterceptorContextRef, BeforeTransmitInterceptorContextRef,
};
use aws_smithy_runtime_api::client::interceptors::{Intercept, dyn_dispatch_hint};
use aws_smithy_runtime_api::client::orchestrator::Metadata;
use aws_smithy_runtime_api::client::retries::RequestAttempts;
use aws_smithy_runtime_api::client::runtime_components::RuntimeComponents;
use aws_smithy_types::config_bag::ConfigBag;
use aws_types::region::Region;

use crate::aws::api::{Apis, allowed};
use crate::aws::operation::Operation;
use crate::aws::rate::Rates;

/// An operation outside the table was about to be sent.
#[derive(Debug, thiserror::Error)]
#[error("{service} {operation} is not among the operations that this program may send")]
pub struct NotReadOnly {
    service: String,
    operation: String,
}

/// Refuses what is not read-only, counts what is sent, retries included, and charges the retries to their rate.
#[derive(Clone, Debug)]
pub struct Guard {
    sent: Arc<Mutex<Vec<&'static str>>>,
    rates: Arc<Rates>,
    apis: Apis,
}

impl Guard {
    pub fn new(rates: &Arc<Rates>, apis: Apis) -> Self {
        Self { sent: Arc::default(), rates: Arc::clone(rates), apis }
    }

    /// The labels of all requests sent so far, in order.
    pub fn sent(&self) -> Vec<&'static str> {
        self.sent.lock().expect("no holder panics").clone()
    }

    /// Returns the operation if a service declares it. A request without an operation's name is refused as well.
    fn permit(&self, bag: &ConfigBag) -> Result<&'static Operation, NotReadOnly> {
        let (service, name) =
            bag.load::<Metadata>().map_or(("unknown", "unknown"), |metadata| (metadata.service(), metadata.name()));
        allowed(self.apis, service, name)
            .ok_or_else(|| NotReadOnly { service: service.to_owned(), operation: name.to_owned() })
    }

    /// Counts what is sent past the clients: a look from outside.
    pub fn count(&self, label: &'static str) {
        self.sent.lock().expect("no holder panics").push(label);
    }
}

#[dyn_dispatch_hint]
impl Intercept for Guard {
    fn name(&self) -> &'static str {
        "read-only guard"
    }

    fn read_before_serialization(
        &self,
        _: &BeforeSerializationInterceptorContextRef<'_>,
        _: &RuntimeComponents,
        bag: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        self.permit(bag).map(|_| ()).map_err(Into::into)
    }

    fn read_before_transmit(
        &self,
        _: &BeforeTransmitInterceptorContextRef<'_>,
        _: &RuntimeComponents,
        bag: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        let operation = self.permit(bag)?;
        self.count(operation.label);
        // The first attempt has waited for its turn.
        if bag.load::<RequestAttempts>().is_some_and(|attempts| attempts.attempts() > 1) {
            self.rates.charge(operation, bag.load::<Region>().map_or("", AsRef::as_ref));
        }
        Ok(())
    }
}
