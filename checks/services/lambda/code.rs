//! The code of a function: fetched from where Lambda keeps it, and read in memory.

use std::sync::Arc;

use super::{CodeLocation, GET_FUNCTION};
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
        let source = self.source(function, location)?;
        let fetch = async {
            let package = self.fetch(&source, &call).await?;
            Ok(Arc::new(package.of_function(function.handler.as_deref(), &function.variables)))
        };
        self.looks(&call, location, fetch).await
    }

    /// Nothing is fetched from elsewhere, whatever an answer says.
    fn source(&self, function: &Function, location: &str) -> Read<Source> {
        let call = Call::new(GET_FUNCTION, &function.arn);
        match (self.is_emulated(), self.endpoint()) {
            (true, Some(endpoint)) => Source::of_emulator(location, endpoint)
                .ok_or_else(|| Fault::incomplete(call, "address of the code that leads to it")),
            _ => Source::of_aws(location, domain(&function.arn))
                .ok_or_else(|| Fault::unreadable(call, "the address of the code is none of AWS's")),
        }
    }

    async fn fetch(&self, source: &Source, call: &Call) -> Read<Package> {
        let failed = |trouble, why: &str| Fault::outside(call.clone(), trouble, &short(why));
        let bytes = match self.outside().web.fetch(source).await {
            Ok(Fetched::Package(bytes)) => bytes,
            Ok(Fetched::TooLarge) => {
                let largest = LARGEST / 1024 / 1024;
                return Err(failed(Trouble::Package, &format!("the package is larger than {largest} MiB")));
            }
            Ok(Fetched::Refused(status @ 500..)) => return Err(failed(Trouble::Broken, &of_status(status))),
            Ok(Fetched::Refused(status)) => return Err(failed(Trouble::Stranger, &of_status(status))),
            Err((trouble, why)) => return Err(failed(trouble, &why)),
        };
        Package::read(bytes).map_err(|unread| match unread {
            Unread::NoZip => failed(Trouble::Stranger, "what came is no .zip file"),
            Unread::Damaged(why) => Fault::new(Cause::CutOff, Some(call.clone()), &why),
            Unread::Unfit(why) => failed(Trouble::Package, &why),
        })
    }
}

fn of_status(status: u16) -> String {
    format!("HTTP status {status}")
}

/// Where AWS keeps packages: the domain of the function's partition.
fn domain(arn: &str) -> &'static str {
    if arn.starts_with("arn:aws-cn:") { "amazonaws.com.cn" } else { "amazonaws.com" }
}
