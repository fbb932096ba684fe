//! The code of a function: fetched from where Lambda keeps it, and read in memory.

use std::sync::Arc;

use super::{CodeLocation, GET_FUNCTION, GET_LAYER_VERSION};
use crate::aws::fault::Trouble;
use crate::aws::operation::{Operation, look};
use crate::aws::service::prelude::*;
use crate::documents::package::{Package, Unread};
use crate::findings::short;
use crate::outside::web::{Fetched, LARGEST, Source};
use crate::services::lambda::Function;

/// No operation of AWS's API, and no look from outside either: a practice account has packages, too.
pub const DOWNLOAD: &Operation = &look("GET", "code:GET");

/// The package was read, and what its code does is not seen in it.
pub fn unseen(function: &Function, why: &str) -> Fault {
    Fault::outside(package_of(function), Trouble::Package, why)
}

fn package_of(function: &Function) -> Call {
    Call::new(DOWNLOAD, format!("the code package of {}", function.name))
}

impl Aws {
    /// The function's code package.
    pub async fn package(&self, function: &Function) -> Read<Arc<Package>> {
        let call = package_of(function);
        let unread = |why: &str| Err(Fault::outside(call.clone(), Trouble::Package, why));
        let location = match &function.code {
            CodeLocation::At(location) => location,
            CodeLocation::Image => return unread("the function is a container image"),
            CodeLocation::Unknown => return unread("Lambda does not say where the package is"),
        };
        let source = self.source(&function.arn, location)?;
        let fetch = async {
            let package = self.fetch(&source, &call).await?;
            Ok(Arc::new(package.of_function(function.handler.as_deref(), &function.variables)))
        };
        self.looks(&call, location, fetch).await
    }

    /// Where the code of the function, or the archive of the layer, with this ARN is. Nothing is fetched from elsewhere,
    /// whatever an answer says.
    pub(super) fn source(&self, arn: &str, location: &str) -> Read<Source> {
        let operation = if arn.contains(":layer:") { GET_LAYER_VERSION } else { GET_FUNCTION };
        let call = Call::new(operation, arn);
        match (self.is_emulated(), self.endpoint()) {
            (true, Some(endpoint)) => Source::of_emulator(location, endpoint)
                .ok_or_else(|| Fault::incomplete(call, "address of the code that leads to it")),
            _ => Source::of_aws(location, domain(arn))
                .ok_or_else(|| Fault::unreadable(call, "the address of the code is none of AWS's")),
        }
    }

    /// What is there; not all of it if it is large.
    pub(super) async fn fetched(&self, source: &Source, call: &Call) -> Read<Fetched> {
        let fetched = self.outside().web.fetch(source).await;
        fetched.map_err(|(trouble, why)| Fault::outside(call.clone(), trouble, &short(&why)))
    }

    async fn fetch(&self, source: &Source, call: &Call) -> Read<Package> {
        let failed = |trouble, why: &str| Fault::outside(call.clone(), trouble, &short(why));
        let bytes = match self.fetched(source, call).await? {
            Fetched::Package(bytes) => bytes,
            Fetched::TooLarge => {
                let largest = LARGEST / 1024 / 1024;
                return Err(failed(Trouble::Package, &format!("the package is larger than {largest} MiB")));
            }
            Fetched::Refused(status) => return Err(refused(call, status)),
        };
        Package::read(bytes).map_err(|unread| match unread {
            Unread::NoZip => failed(Trouble::Stranger, "what came is no .zip file"),
            Unread::Damaged(why) => Fault::new(Cause::CutOff, Some(call.clone()), &why),
            Unread::Unfit(why) => failed(Trouble::Package, &why),
        })
    }
}

/// What was asked for was refused with this status.
pub(super) fn refused(call: &Call, status: u16) -> Fault {
    let trouble = if status >= 500 { Trouble::Broken } else { Trouble::Stranger };
    Fault::outside(call.clone(), trouble, &format!("HTTP status {status}"))
}

/// Where AWS keeps packages: the domain of the function's partition.
fn domain(arn: &str) -> &'static str {
    if arn.starts_with("arn:aws-cn:") { "amazonaws.com.cn" } else { "amazonaws.com" }
}
