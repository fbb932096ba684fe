//! A practice as data, and how it is declared.

use serde::Serialize;

use super::Seen;
use crate::aws::fault::Read;
use crate::findings::{Finding, Findings, Pillar};
use crate::judgement::Judgement;
use crate::learner::Learner;
use crate::report::{Clause, Report};

/// How much is at stake where a practice is missing, as the Framework tells it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Risk {
    High,
    Medium,
}

/// A practice of the Well-Architected Framework, as a property of one resource.
#[derive(Clone, Copy, Debug)]
pub struct Practice {
    /// Its sentence, what to do, and where. The name is its id, which stays.
    pub(crate) clause: Clause,
    pub risk: Risk,
    /// The id and the title of the best practice in the AWS Well-Architected Framework.
    pub framework: &'static str,
    /// The control of AWS Security Hub or the rule of AWS Config that says the same; empty if there is none.
    pub rule: &'static str,
    /// What it costs, in words.
    pub cost: &'static str,
    /// The slug of the exercise that teaches it; empty if none does.
    pub exercise: &'static str,
}

impl Practice {
    /// What files and other programs know it by.
    pub fn id(&self) -> String {
        self.clause.id()
    }

    /// Its sentence: what is so where it is kept.
    pub fn text(&self) -> &'static str {
        self.clause.text
    }

    pub fn pillar(&self) -> Pillar {
        self.clause.pillar.unwrap_or(Pillar::OperationalExcellence)
    }

    /// The practice as judged of a resource. Another console page than the practice's is that of the resource.
    pub(crate) fn seen(&'static self, you: &Learner, resource: String, judged: Read<Judgement>) -> Seen {
        let clauses = std::slice::from_ref(&self.clause);
        let mut report = Report::new(you, clauses);
        report.expects(self.clause, judged);
        let Findings(findings) = report.finish(Ok(()));
        let finding = findings.into_iter().next().unwrap_or_else(|| self.blank());
        Seen { practice: self, resource, finding }
    }

    fn blank(&self) -> Finding {
        Finding::blank(self.id(), self.clause.text, crate::findings::ClauseVerdict::CannotTell)
    }
}

/// A practice, and how it is judged from what is known of a resource.
pub(crate) struct Rule<F> {
    pub practice: Practice,
    pub judge: fn(&F, &Learner) -> Read<Judgement>,
}

/// Declares the practices about a kind of resource, all of them in `PRACTICES`.
macro_rules! practices {
    ($of:ty; $(
        $name:ident: $text:literal, $pillar:ident, $risk:ident, $framework:literal $(, as $rule:literal)?,
        or $advice:literal, costs $cost:literal $(, taught in $exercise:literal)?, at $console:expr, by $judge:expr;
    )+) => {
        pub(crate) const PRACTICES: &[$crate::review::practice::Rule<$of>] = &[$(
            $crate::review::practice::Rule {
                practice: $crate::review::practice::Practice {
                    clause: $crate::report::Clause {
                        name: stringify!($name),
                        text: $text,
                        advice: $advice,
                        console: $console,
                        pillar: Some($crate::findings::Pillar::$pillar),
                    },
                    risk: $crate::review::practice::Risk::$risk,
                    framework: $framework,
                    rule: $crate::aws::operation::first(&[$($rule,)? ""]),
                    cost: $cost,
                    exercise: $crate::aws::operation::first(&[$($exercise,)? ""]),
                },
                judge: $judge,
            },
        )+];
    };
}

pub(crate) use practices;

/// The judgement of tags by which costs are told apart. AWS's own begin with `aws:`.
pub(crate) fn tagged(tags: &[(String, String)]) -> Judgement {
    match tags.iter().find(|(key, _)| !key.starts_with("aws:")) {
        Some((key, value)) => Judgement::holds(format!("{key} = {value}")),
        None => Judgement::fails("a tag", "none"),
    }
}
