//! Domain registration: with Route 53, on its way, or with another registrar as the DNS shows it.

use aws_sdk_route53domains::Client;
use aws_sdk_route53domains::operation::list_operations::ListOperationsOutput;
use aws_sdk_route53domains::types::{
    ListOperationsSortAttributeName, OperationStatus, OperationSummary, OperationType, SortOrder,
};

use crate::aws::service::prelude::*;
use crate::outside::dns::{RecordKind, plain};

pub const SERVICE: Service = Service {
    api: Api {
        id: "Route 53 Domains",
        settings_key: "route_53_domains",
        operations: OPERATIONS,
        rates: &[],
        always: &[],
    },
    health: health_of_aws(|aws, _| {
        aws.answers(LIST_OPERATIONS, || aws.domains().list_operations().max_items(1).send())
    }),
};

operations! { "Route 53 Domains", "route53domains";
    GET_DOMAIN_DETAIL: "GetDomainDetail" on All;
    LIST_OPERATIONS: "ListOperations" on All;
}

pub const CONSOLE: Page = page("https://console.aws.amazon.com/route53/domains/home#/DomainDetail/{{ domain }}");

/// The operations that bring a domain into an account.
const MOVES: [OperationType; 3] =
    [OperationType::RegisterDomain, OperationType::TransferInDomain, OperationType::InternalTransferInDomain];
const UNFINISHED: [OperationStatus; 4] =
    [OperationStatus::Submitted, OperationStatus::InProgress, OperationStatus::Error, OperationStatus::Failed];

/// Where a domain is registered, and the name servers that it is delegated to (sorted, without final dots).
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Registration {
    /// Registered with Route 53 in this account.
    Route53 { name_servers: Vec<String>, renews_itself: bool },
    /// On its way to Route 53.
    InProgress(Move),
    /// It did not come to Route 53, and nobody else has it, as far as the DNS knows.
    Failed(Move),
    /// Not with Route 53 in this account: what the DNS says; empty when nobody has registered it.
    Elsewhere { name_servers: Vec<String> },
}

/// A registration or a transfer that Route 53 was asked for (Route 53 Domains API Reference, OperationSummary).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Move {
    /// Whether the domain comes from another registrar.
    pub is_transfer: bool,
    /// Such as `IN_PROGRESS`.
    status: String,
    /// What it waits for, such as `PENDING_CUSTOMER_ACTION`.
    flag: Option<String>,
    message: Option<String>,
}

impl Move {
    /// What Route 53 reports, on one line.
    pub fn describe(&self) -> String {
        let what = if self.is_transfer { "the transfer" } else { "the registration" };
        let more = self.flag.iter().chain(&self.message).map(|text| format!(": {text}"));
        format!("{what} is {}{}", self.status, more.collect::<String>())
    }

    /// Whether it stands still until the learner does something.
    pub fn needs_the_learner(&self) -> bool {
        const WAITING: [&str; 3] = ["PENDING_CUSTOMER_ACTION", "PENDING_AUTHORIZATION", "PENDING_PAYMENT_VERIFICATION"];
        self.flag.as_deref().is_some_and(|flag| WAITING.contains(&flag))
    }

    fn has_failed(&self) -> bool {
        matches!(self.status.as_str(), "ERROR" | "FAILED")
    }
}

/// How a domain that is registered with Route 53 is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Keeping {
    pub is_renewed: bool,
    /// Whether no other registrar may take it over.
    pub is_locked: bool,
}

/// How a domain is kept.
pub const KEEPING: Reader = Reader::of(&[reading_all(GET_DOMAIN_DETAIL)]);

impl Registration {
    pub fn name_servers(&self) -> &[String] {
        match self {
            Registration::Route53 { name_servers, .. } | Registration::Elsewhere { name_servers } => name_servers,
            Registration::InProgress(_) | Registration::Failed(_) => &[],
        }
    }
}

impl Aws {
    /// How `domain` is registered and delegated.
    pub async fn delegation(&self, domain: &str) -> Read<Registration> {
        let call = Call::new(GET_DOMAIN_DETAIL, domain);
        let send = || self.domains().get_domain_detail().domain_name(domain).send();
        // A domain of somebody else's is invalid input (service model of GetDomainDetail).
        let detail = match self.ask(call, "", send).await.absent_on(&["InvalidInput", "UnsupportedTLD"]) {
            // An account whose plan has no registrations has registered nothing: the DNS tells where the domain is.
            Err(fault) if *fault.cause() == Cause::Plan => {
                let name_servers = self.public_records(domain, RecordKind::Ns).await?.values;
                return Ok(Registration::Elsewhere { name_servers });
            }
            told => told?,
        };
        if let Some(detail) = detail {
            let mut servers: Vec<String> = detail.nameservers().iter().map(|server| plain(server.name())).collect();
            servers.sort();
            let renews_itself = detail.auto_renew() == Some(true);
            return Ok(Registration::Route53 { name_servers: servers, renews_itself });
        }
        let (last, name_servers) =
            futures_util::join!(self.last_move(domain), self.public_records(domain, RecordKind::Ns));
        let last = last?;
        if let Some(going_on) = last.clone().filter(|last| !last.has_failed()) {
            return Ok(Registration::InProgress(going_on));
        }
        let name_servers = name_servers?.values;
        Ok(match last.filter(|_| name_servers.is_empty()) {
            Some(failed) => Registration::Failed(failed),
            None => Registration::Elsewhere { name_servers },
        })
    }

    /// How the domain is kept; none if it is not registered with Route 53 in this account.
    pub async fn keeping(&self, domain: &str) -> Read<Option<Keeping>> {
        let call = Call::new(GET_DOMAIN_DETAIL, domain);
        let send = || self.domains().get_domain_detail().domain_name(domain).send();
        let detail = match self.ask(call.clone(), "", send).await.absent_on(&["InvalidInput", "UnsupportedTLD"]) {
            Err(fault) if *fault.cause() == Cause::Plan => return Ok(None),
            told => told?,
        };
        let Some(detail) = detail else { return Ok(None) };
        let is_renewed = detail.auto_renew().ok_or_else(|| Fault::incomplete(call, "AutoRenew"))?;
        // The registry's own word for a lock (Amazon Route 53 Developer Guide, "Locking a domain").
        let is_lock = |status: &String| status.to_ascii_lowercase().starts_with("clienttransferprohibited");
        Ok(Some(Keeping { is_renewed, is_locked: detail.status_list().iter().any(is_lock) }))
    }

    /// The latest registration or transfer of the domain that has not succeeded.
    async fn last_move(&self, domain: &str) -> Read<Option<Move>> {
        let call = Call::new(LIST_OPERATIONS, "*");
        let send = |mark| {
            let list = self.domains().list_operations().set_marker(mark).max_items(100);
            let list = list.sort_by(ListOperationsSortAttributeName::SubmittedDate).sort_order(SortOrder::Desc);
            list.set_type(Some(MOVES.into())).set_status(Some(UNFINISHED.into())).send()
        };
        let read = |answer: &ListOperationsOutput| {
            let of_domain = |o: &&OperationSummary| o.domain_name().is_some_and(|name| plain(name) == domain);
            let found: Vec<Move> = answer.operations().iter().filter(of_domain).map(moved).collect();
            // The latest comes first, so the list need not be read beyond it.
            let is_enough = !found.is_empty();
            Ok(Listing::marked(found, answer.next_page_marker()).enough_if(is_enough))
        };
        Ok(self.all(call, "", send, read).await?.into_iter().next())
    }

    /// Domain registration answers in us-east-1 only.
    pub(crate) fn domains(&self) -> Client {
        client!(self, aws_sdk_route53domains, "us-east-1")
    }
}

fn moved(operation: &OperationSummary) -> Move {
    Move {
        is_transfer: operation.r#type() != Some(&OperationType::RegisterDomain),
        status: operation.status().map_or("not told", |status| status.as_str()).to_owned(),
        flag: operation.status_flag().map(|flag| flag.as_str().to_owned()),
        message: operation.message().filter(|message| !message.is_empty()).map(str::to_owned),
    }
}
