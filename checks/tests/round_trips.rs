//! Round trips: how often an exercise waits for answers, one after the other. On a slow network that is its time.
//! Counted without a clock: only when everything waits are all requests answered, and that is one round trip.

use std::pin::pin;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, LazyLock, Mutex};
use std::task::{Context, Poll, Wake};

use aws_smithy_runtime_api::client::http::{HttpConnector, HttpConnectorFuture, SharedHttpConnector, http_client_fn};
use aws_smithy_runtime_api::client::orchestrator::HttpRequest;
use tokio::sync::oneshot;

use super::calls::sent;
use super::*;
use crate::VERIFIERS;
use crate::aws::api::{Api, Rate, rate};
use crate::services::APIS;

/// The round trips that an exercise may take, the caller's identity included.
const MOST: usize = 5;

/// The exercises of which AWS tells something only by more reads one after the other than [`MOST`] allows, and how many
/// these are at the least. Each may take one round trip more than that.
/// 7.3: who asks, the domain, the pool's app clients, what one of them is for, and its style.
/// 8.4: who asks, the API, its methods, the policies of the role that one of them names, one of these, and its version.
/// 8.10, without a policy of the name: who asks, the policies, the service's roles, what one of them has, one of these, and its
/// version.
/// 9.4 and 9.9, the same of their policies.
/// 8.e2: who asks, a role, its policies, one of these, and its version.
/// 10.2: who asks, the plans, what one selects, a selection, its role's policies, and one of these.
/// 9.i3: who asks, the functions, one of them, the policies of its role, one of these, its version, the rules that lead to it where
/// neither the API nor a topic does, and one of these.
/// 10.i1: who asks, the functions, one of them, its code, the rules that lead to it, one of these, and who may call it.
/// 10.i3, 10.i6 and 10.i9: who asks, the API, its methods, a function behind one, the policies of its role, and one of these.
/// 10.i4, 10.i7 and 10.i10: who asks, the functions, one of them, its code, the API, its methods, and who may call the function; or the
/// stream that feeds it. 10.i10, where neither feeds it: then the rules, what they lead to, a bucket, and what it tells.
/// 12.e9 and 12.e14: who asks, the groups, the policies of one of them, one of these, its version, the policies of a user in it,
/// and one of these.
/// 12.e5: who asks, the API, its methods, a function behind one, the policies of the role that the method names, and one of these.
const CHAINS: &[(&str, usize)] = &[
    ("ch09/text_function", 8),
    ("ch07/sign_in_style", 5),
    ("ch08/auth_callback_endpoint", 6),
    ("ch08/rule_policy", 6),
    ("ch08/rcf_roles", 5),
    ("ch10/backup_plan", 7),
    ("ch09/send_email_policy", 6),
    ("ch09/sns_email_policy", 6),
    ("ch10/backup_function", 8),
    ("ch10/comments_analysis", 9),
    ("ch10/comments_endpoint", 7),
    ("ch10/image_analysis", 10),
    ("ch10/image_endpoint", 7),
    ("ch10/speech_endpoint", 7),
    ("ch10/speech_function", 9),
    ("ch12/cdk_permissions", 7),
    ("ch12/deploy_group", 7),
    ("ch12/state_machine_endpoint", 7),
];

/// The services without AWS's rates: a read that waits for its turn would be counted by the clock.
static UNPACED: LazyLock<Vec<&Api>> = LazyLock::new(|| APIS.iter().map(|api| &*Box::leak(unpaced(api))).collect());

fn unpaced(api: &Api) -> Box<Api> {
    const AT_ONCE: &[Rate] = &[rate("", 1_000_000, 1_000_000)];
    let Api { id, settings_key, operations, always, .. } = *api;
    Box::new(Api { id, settings_key, operations, rates: AT_ONCE, always })
}

/// The round trips that this exercise may take.
pub fn most(slug: &str) -> usize {
    let chain = CHAINS.iter().find(|(of, _)| *of == slug);
    chain.map_or(MOST, |(_, reads)| reads + 1)
}

/// Lists in which nothing is that an exercise asks for.
const EMPTY: &[(&str, &str)] = &[
    ("acm:ListCertificates", acm::NO_CERTIFICATES),
    (
        "cloudfront:ListDistributions",
        "<DistributionList><Marker></Marker><MaxItems>100</MaxItems><IsTruncated>false</IsTruncated>
         <Quantity>0</Quantity></DistributionList>",
    ),
    (
        "route53:ListHostedZonesByName",
        "<ListHostedZonesByNameResponse><HostedZones/><IsTruncated>false</IsTruncated><MaxItems>100</MaxItems>
         </ListHostedZonesByNameResponse>",
    ),
    (
        "route53:ListResourceRecordSets",
        "<ListResourceRecordSetsResponse><ResourceRecordSets/><IsTruncated>false</IsTruncated><MaxItems>300</MaxItems>
         </ListResourceRecordSetsResponse>",
    ),
    ("s3:ListBuckets", "<ListAllMyBucketsResult><Buckets/></ListAllMyBucketsResult>"),
    (
        "cloudfront:ListInvalidations",
        "<InvalidationList><Marker></Marker><MaxItems>100</MaxItems><IsTruncated>false</IsTruncated>
         <Quantity>0</Quantity></InvalidationList>",
    ),
    (
        "iam:ListPolicies",
        "<ListPoliciesResponse><ListPoliciesResult><Policies/><IsTruncated>false</IsTruncated></ListPoliciesResult>
         </ListPoliciesResponse>",
    ),
    (
        "iam:ListRoles",
        "<ListRolesResponse><ListRolesResult><Roles/><IsTruncated>false</IsTruncated></ListRolesResult>
         </ListRolesResponse>",
    ),
    (
        "iam:ListGroups",
        "<ListGroupsResponse><ListGroupsResult><Groups/><IsTruncated>false</IsTruncated></ListGroupsResult>
         </ListGroupsResponse>",
    ),
    (
        "cloudformation:DescribeStacks",
        "<DescribeStacksResponse><DescribeStacksResult><Stacks/></DescribeStacksResult></DescribeStacksResponse>",
    ),
    ("cognito-idp:DescribeUserPoolDomain", cognito::NO_DOMAIN),
    ("cognito-idp:ListUserPoolClients", cognito::NO_CLIENTS),
    ("cognito-idp:GetUICustomization", cognito::NO_CLASSIC_STYLE),
    ("ssm:GetParameters", ssm::NO_PARAMETERS),
    ("lambda:ListLayers", layers::NO_LAYERS),
    ("states:ListStateMachines", sfn::NO_MACHINES),
    ("apigateway:GetRestApis", apigateway::NO_REST_APIS),
    ("apigateway:GetResources", apigateway::NO_REST_APIS),
    ("apigateway:GetStages", apigateway::NO_REST_APIS),
];

/// An account whose answers come when they are let go.
#[derive(Clone, Debug)]
struct Held {
    account: Account,
    waiting: Arc<Mutex<Vec<oneshot::Sender<()>>>>,
}

impl HttpConnector for Held {
    fn call(&self, request: HttpRequest) -> HttpConnectorFuture {
        let (let_go, gone) = oneshot::channel();
        self.waiting.lock().unwrap().push(let_go);
        let answer = self.account.call(request);
        HttpConnectorFuture::new(async {
            gone.await.unwrap();
            answer.await
        })
    }
}

#[derive(Default)]
struct Woken(AtomicBool);

impl Wake for Woken {
    fn wake(self: Arc<Self>) {
        self.0.store(true, Ordering::Relaxed);
    }
}

/// How often the check of the exercise, and the look at who is asking before it, wait for answers; and its verdict.
pub async fn round_trips(account: Account, slug: &str) -> (usize, Verdict) {
    // Looks from outside wait for others than AWS: they have been taken before.
    check(&account, slug).await;
    let held = Held { account: account.clone(), waiting: Arc::default() };
    let connector = SharedHttpConnector::new(held.clone());
    let aws =
        account.open_with_apis(&UNPACED, |config| config.http_client(http_client_fn(move |_, _| connector.clone())));
    let you = example();
    // Otherwise tokio has a task that is polled for long wait for its turn, too.
    let mut check = pin!(tokio::task::unconstrained(async {
        aws.caller().await.unwrap();
        crate::check(slug, &aws, &you).await.unwrap().verdict()
    }));
    let woken = Arc::new(Woken::default());
    let waker = Arc::clone(&woken).into();
    let mut count = 0;
    loop {
        woken.0.store(false, Ordering::Relaxed);
        if let Poll::Ready(verdict) = check.as_mut().poll(&mut Context::from_waker(&waker)) {
            return (count, verdict);
        }
        if !woken.0.load(Ordering::Relaxed) {
            let waiting = std::mem::take(&mut *held.waiting.lock().unwrap());
            assert!(!waiting.is_empty(), "{slug} waits for something else than AWS");
            waiting.into_iter().for_each(|let_go| let_go.send(()).unwrap());
            count += 1;
        }
    }
}

/// A near miss takes a look more. Where several things are missing, they are looked for at the same time.
#[tokio::test]
async fn an_exercise_whose_things_are_missing_takes_no_more_than_it_may() {
    for slug in VERIFIERS.iter().map(|verifier| verifier.slug) {
        let [calls, _] = sent(slug).await;
        for (label, empty) in EMPTY.iter().filter(|(label, _)| calls.contains(label)) {
            let account = solved_for(slug).answers(label, ok(*empty));
            let account = account.answers("s3:GetBucketLocation", error("s3:", (404, "NoSuchBucket"), "none"));
            let (count, verdict) = round_trips(account, slug).await;
            assert!(
                count <= most(slug) && verdict != Verdict::CannotTell,
                "{slug} without {label}: {count}, {verdict:?}"
            );
        }
    }
}

#[tokio::test]
#[should_panic(expected = "no answer for")]
async fn what_is_counted_is_really_asked() {
    round_trips(Account::empty(), "ch04/aws_account").await;
}

/// Registered elsewhere, the domain is looked for in two more places.
#[tokio::test]
async fn a_registration_on_its_way_takes_one_round_trip_more() {
    let on_its_way = r#"{"Operations": [{"OperationId": "1", "Status": "IN_PROGRESS", "Type": "REGISTER_DOMAIN",
        "DomainName": "example.com", "SubmittedDate": 1}]}"#;
    let account = solved()
        .refuses("route53domains:GetDomainDetail", (400, "InvalidInput"), "not yours")
        .answers("route53domains:ListOperations", ok(on_its_way));
    let slug = "ch04/domain_registration";
    assert_eq!(round_trips(account, slug).await, (4, Verdict::NotReady));
}
