//! Why a look from outside told nothing, and what the learner does about it.

use serde::{Deserialize, Serialize};

use super::cause::Cause;

/// Why a look told nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Trouble {
    /// The account is not on the internet: an emulator stands for AWS.
    Nowhere,
    /// The network's own resolver gave no answer.
    Resolver,
    /// The zone's own name servers gave no answer, or something else answered.
    NameServers,
    /// This computer does not find the name.
    NoName,
    /// The connection was refused or broke off.
    Refused,
    /// Nothing came in time.
    Silence,
    /// The certificate was made by somebody that this computer does not trust.
    Issuer,
    /// The certificate has expired or is not valid yet, by this computer's clock.
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

/// The result of a step of a look; if it failed, why, and the error's own words.
pub type Step<T> = Result<T, (Trouble, String)>;

impl Trouble {
    /// The cause that it would be on the way to AWS's API.
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
    pub fn fix(self) -> &'static str {
        match self {
            Trouble::Nowhere => {
                "This endpoint is not AWS, and what is built there cannot be reached from the internet. In a real account \
                 it can be checked."
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
