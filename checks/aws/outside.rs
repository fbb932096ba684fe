//! The world outside of AWS's API: the DNS and the websites, as any visitor meets them.

use std::future::Future;
use std::sync::Arc;

use futures_util::future::LocalBoxFuture;
use tokio::time::timeout_at;

use super::memo::Memo;
use super::operation::{Operation, Scope};
use super::{Aws, Call, Cause, Dns, Fault, Read, Web};

/// Where looks from outside go.
#[derive(Clone, Debug)]
pub struct Outside {
    pub(super) dns: Dns,
    pub(super) web: Web,
    /// What has been seen of it.
    seen: Arc<Memo>,
}

impl Outside {
    /// The internet, through the system's resolver.
    pub fn internet() -> Self {
        Self::of(Dns::System, Web::internet())
    }

    /// Nowhere: an account that an emulator stands for is not on the internet.
    pub fn nowhere() -> Self {
        Self::of(Dns::None, Web::nowhere())
    }

    fn of(dns: Dns, web: Web) -> Self {
        Self { dns, web, seen: Arc::default() }
    }

    /// Name servers and websites of a test, on this machine.
    #[cfg(test)]
    pub(crate) fn local(dns: Dns, web: Web) -> Self {
        Self::of(dns, web)
    }

    /// The same world, of which nothing has been seen yet.
    pub(crate) fn afresh(&self) -> Self {
        Self::of(self.dns.clone(), self.web.clone())
    }
}

/// A look from outside; its label is counted and named in findings as that of an AWS call is.
pub const fn look(name: &'static str, label: &'static str) -> Operation {
    Operation { service: "", name, label, action: "", scope: Scope::Free }
}

/// Why a look told nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// The account is not on the internet: an emulator stands for AWS.
    Nowhere,
    /// The network's own resolver gave no answer.
    Resolver,
    /// The zone's own name servers gave no answer, or something answered in their stead.
    NameServers,
    /// This computer does not find the name.
    NoName,
    /// The connection was refused or broke off.
    Refused,
    /// Nothing came in time.
    Silence,
    /// The certificate was made by somebody that this computer does not trust.
    Issuer,
    /// The certificate is out of its time, by this computer's clock.
    Clock,
    /// What answered does not speak TLS or HTTP as a web server does.
    Garbled,
    /// Something other than S3, CloudFront or API Gateway answered.
    Stranger,
    /// AWS answered that it is broken.
    Broken,
    /// A code package is larger, or of another kind, than is read here.
    Package,
}

impl Trouble {
    /// The cause that it would be, had it been met on the way to AWS's API.
    pub fn like(self) -> Cause {
        match self {
            Trouble::Nowhere => Cause::NoOperation,
            Trouble::Resolver | Trouble::NameServers | Trouble::NoName => Cause::Dns,
            Trouble::Refused => Cause::Refused,
            Trouble::Silence => Cause::Timeout,
            Trouble::Issuer | Trouble::Clock => Cause::Tls,
            Trouble::Garbled => Cause::Network,
            Trouble::Stranger => Cause::NotAws,
            Trouble::Broken => Cause::Internal,
            Trouble::Package => Cause::Bug,
        }
    }

    /// What the learner does about it.
    pub fn cure(self) -> &'static str {
        match self {
            Trouble::Nowhere => {
                "This endpoint is not AWS, and what is built there cannot be reached from the internet. In a real account \
                 it can be told."
            }
            Trouble::Resolver => {
                "Nothing is known about your work: the DNS of your network did not answer. Check the network (VPN, \
                 sign-in page of the Wi-Fi), then check again."
            }
            Trouble::NameServers => {
                "Nothing is known about your work: some networks let no other DNS servers be asked than their own. Check \
                 again from another network, such as your phone's."
            }
            Trouble::NoName => {
                "Nothing is known about your work: your computer may still remember that there was no such name. Wait a \
                 quarter of an hour, then check again."
            }
            Trouble::Refused => {
                "Nothing is known about your work: a firewall, proxy or filter on the way closes such connections. Check \
                 again from another network, such as your phone's."
            }
            Trouble::Silence => {
                "Nothing is known about your work: nothing came in time. Check again in a minute or, if a firewall or a \
                 proxy holds it up, from another network, such as your phone's."
            }
            Trouble::Issuer => {
                "Nothing is known about your work: a proxy, filter or virus scanner on the way opens encrypted connections \
                 and shows a certificate of its own. Check again from another network, such as your phone's."
            }
            Trouble::Clock => {
                "Set your computer's clock and check again. If the clock is right, look in Certificate Manager whether AWS \
                 could renew the certificate (exercise 4.6)."
            }
            Trouble::Garbled => {
                "Nothing is known about your work: what answered is no web server. Check the network (proxy, VPN, filter), \
                 then check again."
            }
            Trouble::Stranger => {
                "Nothing is known about your work: something that is not AWS answered, such as the sign-in page of a \
                 Wi-Fi, a proxy or a filter. Open the address in a browser, sign in there or use another network, then \
                 check again."
            }
            Trouble::Package => {
                "Nothing is known about your code: the package cannot be looked into. Deploy the code of the exercise by \
                 itself, as a .zip file without node_modules: the runtime brings the AWS SDK."
            }
            Trouble::Broken => "The fault is on AWS's side, not in your work. Wait a minute, then check again.",
        }
    }
}

impl Aws {
    /// Looks once in this run, and counts that.
    pub(super) fn looks<'a, T>(
        &'a self,
        call: &'a Call,
        from: &str,
        look: impl Future<Output = Read<T>> + 'a,
    ) -> LocalBoxFuture<'a, Read<T>>
    where
        T: Clone + Send + Sync + 'static,
    {
        let key = format!("{} {} {from}", call.operation.label, call.resource);
        // As large as the SDK's futures.
        let look = Box::pin(look);
        Box::pin(async move {
            let counted = async {
                let _connection = self.connections.one().await;
                self.guard.count(call.operation.label);
                let late = Fault::late(call.clone(), self.patience.run);
                timeout_at(self.deadline(), look).await.unwrap_or(Err(late))
            };
            self.outside.seen.once(key, counted).await
        })
    }

    /// Whether anything can be seen from outside at all.
    ///
    /// # Errors
    /// When the account is not on the internet.
    pub(super) fn is_outside(&self) -> Read<()> {
        match self.outside.dns {
            Dns::None => Err(Fault::nowhere()),
            _ => Ok(()),
        }
    }
}

/// Foreign text for a finding: enough to recognise it by, in whole characters.
pub fn short(text: &str) -> String {
    const LONGEST: usize = 200;
    match text.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn foreign_text_stays_short_and_whole(text in "\\PC{0,400}") {
            let short = short(&text);
            prop_assert!(short.chars().count() <= 201);
            prop_assert!(text.starts_with(short.trim_end_matches('…')));
        }
    }
}
