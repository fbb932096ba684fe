//! The two functions that train a random cut forest and infer with it: their names, and what they must be allowed.

pub mod events;
pub mod functions;
pub mod policies;
pub mod roles;

use crate::aws::fault::Read;
use crate::aws::reader::{Name, name};
use crate::book::SIGN_INS_FILE;
use crate::book::function_policy::{caller_named, data_bucket_arn, writes_logs_of};
use crate::documents::policy::Policy;
use crate::judge::iam::caller::{Caller, role_allows};
use crate::judge::iam::permissions::Need;
use crate::judge::iam::work::{self, Way};
use crate::judge::lambda::sagemaker::Work;
use crate::judgement::Judgement;
use crate::learner::Learner;
use crate::services::iam::{ROLE_ARN, RolePermissions};
use crate::services::ssm::PARAMETER_ARN;

/// The service that trains, and that infers.
pub const SAGEMAKER: &str = "sagemaker.amazonaws.com";
/// The role that SageMaker works under.
pub const EXECUTION_ROLE: &str = "sagemaker-rcf";
/// The file of sign-ins, whose arrival starts a training.
pub const SIGN_INS: &str = SIGN_INS_FILE.text;

/// Where the work of both leaves its results, and what it trains with.
pub const RESULTS: &[&str] =
    &["rcf/output/rcf-1/output/model.tar.gz", "rcf/output/scores/sign-ins.csv.out", "rcf/train/sign-ins.csv"];

/// One of the two functions.
#[derive(Clone, Copy)]
pub struct Job {
    pub function: Name,
    /// The name of its policy, and of its role.
    pub role: &'static str,
    pub work: Work,
    ways: &'static [&'static [(&'static str, &'static str)]],
}

pub const TRAINING: Job = Job {
    function: name("RcfTraining", "sagemaker-rcf-run-training"),
    role: "function-sagemaker-rcf-run-training",
    work: Work::Training,
    ways: &[&[("sagemaker:CreateTrainingJob", "training-job")]],
};

/// It infers in one go, with a model that it makes for it, or asks one that stands ready.
pub const INFERENCE: Job = Job {
    function: name("RcfInference", "sagemaker-rcf-run-inference"),
    role: "function-sagemaker-rcf-run-inference",
    work: Work::Inference,
    ways: &[
        &[("sagemaker:CreateModel", "model"), ("sagemaker:CreateTransformJob", "transform-job")],
        &[("sagemaker:InvokeEndpoint", "endpoint")],
    ],
};

impl Job {
    /// The function, of which no more is known than its name and, perhaps, its role.
    pub fn caller(self, you: &Learner, role: Option<String>) -> Caller<'_> {
        Caller { role, ..caller_named(you, self.function) }
    }

    /// The ways in which it may have its work done.
    pub fn ways(self, you: &Learner) -> Vec<Way> {
        let way =
            |actions: &&[(&'static str, &str)]| actions.iter().map(|(action, kind)| at(you, action, kind)).collect();
        self.ways.iter().map(way).collect()
    }

    /// Whether it gives SageMaker a role: not if it only asks an endpoint.
    pub fn passes_role(self, policies: &[&Policy], asks: &Caller<'_>) -> bool {
        let asks_endpoint = |way: Way| way.iter().any(|need| need.action == "sagemaker:InvokeEndpoint");
        !self.open_way(policies, asks).is_some_and(asks_endpoint)
    }

    /// The first way that the policies leave open.
    fn open_way(self, policies: &[&Policy], asks: &Caller<'_>) -> Option<Way> {
        let is_open =
            |way: &Way| work::one_way(policies, asks, std::slice::from_ref(way)).is_ok_and(|told| told.does_hold());
        self.ways(asks.you).into_iter().find(is_open)
    }

    /// The role lets it have its work done, and write its log; `group` is where that goes, if the function says so.
    pub fn works(self, you: &Learner, of: &RolePermissions, group: Option<&str>) -> Read<Judgement> {
        let (policies, asks) = (of.documents(), self.caller(you, of.role.clone()));
        let does = work::one_way(&policies, &asks, &self.ways(you))?;
        if !does.does_hold() {
            return Ok(does);
        }
        let way = self.open_way(&policies, &asks).into_iter().flatten();
        let way = way.map(|need| work::as_named(&policies, need));
        role_allows(of, &asks, &way.chain(writes_logs_of(you, self.function, group)).collect::<Vec<_>>())
    }
}

/// What an action of SageMaker on things of a kind needs; what they are called is up to the code.
pub fn at(you: &Learner, action: &'static str, kind: &str) -> Need {
    let all = format!("arn:{}:sagemaker:{}:{}:{kind}/", you.partition, you.region, you.account);
    Need { action, resource: format!("{all}rcf-1"), written: format!("{all}*") }
}

/// What an action on a parameter of this name needs. In the ARN one slash stands before the name.
pub fn about_parameter(you: &Learner, action: &'static str, name: &str) -> Need {
    let resource = match name.starts_with("arn:") {
        true => name.to_owned(),
        false => you.arn(PARAMETER_ARN, &you.region, &format!("/{}", name.trim_start_matches('/'))),
    };
    Need { action, resource: resource.clone(), written: resource }
}

/// For whom SageMaker asks.
pub fn source(you: &Learner) -> String {
    at(you, "", "training-job").resource
}

/// The ARN of a role of the account, without a path.
pub fn role_arn(you: &Learner, role: &str) -> String {
    you.arn(ROLE_ARN, "", role)
}

/// What SageMaker needs of its role: the files of the bucket, and to put its results beside them.
pub fn handles_data(you: &Learner) -> [Need; 3] {
    let bucket = data_bucket_arn(you);
    let objects = format!("{bucket}/*");
    let need = |action, resource: String, written: &str| Need { action, resource, written: written.to_owned() };
    [
        need("s3:GetObject", format!("{bucket}/{SIGN_INS}"), &objects),
        need("s3:ListBucket", bucket.clone(), &bucket),
        need("s3:PutObject", format!("{bucket}/rcf/output/1"), &objects),
    ]
}

/// What fetching the algorithm needs, which lies in a registry of AWS's (Amazon SageMaker AI Developer Guide, "How to use
/// SageMaker AI execution roles", "CreateTrainingJob API: Execution Role Permissions").
pub fn fetches_algorithm() -> [Need; 2] {
    ["ecr:GetAuthorizationToken", "ecr:BatchGetImage"].map(|action| Need {
        action,
        resource: "*".into(),
        written: "*".into(),
    })
}

/// SageMaker, with its role if that is known.
pub fn trainer(you: &Learner, role: Option<String>) -> Caller<'_> {
    Caller { you, function: None, role, is_in_vpc: None, item: None }
}

/// Whether SageMaker's role may handle the data.
pub fn handles(role: &RolePermissions, you: &Learner) -> bool {
    let asks = trainer(you, role.role.clone());
    let policies = role.documents();
    let needs = handles_data(you).map(|need| work::as_named(&policies, need));
    role_allows(role, &asks, &needs).is_ok_and(|told| told.does_hold())
}
