//! The role through which a class reads a learner's account: a CloudFormation template that the learner reads and deploys.

use std::fmt::Write as _;

use msl_learn_checks::{Grant, Learner, grant};

use super::join_code::JoinCode;
use crate::catalog::{self, Exercise};
use crate::check::with_witnesses;
use crate::failure::{Failure, Result};

/// The most characters of a managed policy, blanks not counted (IAM User Guide, "IAM and AWS STS quotas").
const MOST_CHARACTERS: usize = 6144;
/// The stack that holds the role.
pub const STACK: &str = "msl-learn-class";

/// The name of the role; a class has one in each account.
pub fn name(class: &str) -> String {
    format!("msl-learn-class-{class}")
}

/// The ARN of the role in an account.
pub fn arn(class: &str, partition: &str, account: &str) -> String {
    format!("arn:{partition}:iam::{account}:role/{}", name(class))
}

/// The template of a learner's role; `None` if the class reads no accounts.
///
/// # Errors
/// If a policy cannot be written.
pub fn template(code: &JoinCode, learner: &Learner) -> Result<Option<String>> {
    let Some(instructor) = &code.instructor_account else { return Ok(None) };
    let mut resources = String::new();
    let mut policies = Vec::new();
    for number in &code.chapters {
        let exercises: Vec<&Exercise> = catalog::chapter(*number)?.exercises.iter().collect();
        for (at, policy) in policies_for(&exercises, learner)?.into_iter().enumerate() {
            let name = format!("Chapter{number}Part{}", at + 1);
            let json = serde_json::to_string_pretty(&policy).map_err(broken)?;
            let json = json.replace('\n', "\n        ");
            let _ = write!(
                resources,
                "  {name}:\n    Type: AWS::IAM::ManagedPolicy\n    Properties:\n      Description: What msl-learn policy prints \
                 for chapter {number}; all of it reads.\n      PolicyDocument:\n        {json}\n"
            );
            policies.push(format!("        - !Ref {name}\n"));
        }
    }
    let (partition, id, class) = (&learner.partition, &code.external_id, &code.class);
    Ok(Some(format!(
        "# The role through which your class reads your account, and nothing else: it can neither change nor create anything.\n\
         # Only account {instructor} can use it, and only with the external id below, which is yours alone.\n\
         AWSTemplateFormatVersion: \"2010-09-09\"\nDescription: Lets the class {class} of msl-learn read what its exercises are \
         about.\nResources:\n{resources}  ClassRole:\n    Type: AWS::IAM::Role\n    Properties:\n      RoleName: {}\n      \
         MaxSessionDuration: 3600\n      AssumeRolePolicyDocument:\n        Version: \"2012-10-17\"\n        Statement:\n          \
         - Effect: Allow\n            Principal:\n              AWS: arn:{partition}:iam::{instructor}:root\n            \
         Action: sts:AssumeRole\n            Condition:\n              StringEquals:\n                sts:ExternalId: \"{id}\"\n      \
         ManagedPolicyArns:\n{}",
        name(class),
        policies.concat(),
    )))
}

/// The policies with which the exercises can be checked, as `policy` prints them; several if one would be too long for IAM.
fn policies_for(exercises: &[&'static Exercise], learner: &Learner) -> Result<Vec<Grant>> {
    let slugs: Vec<&str> = with_witnesses(exercises).iter().map(|exercise| exercise.slug).collect();
    let policy = grant(&slugs, learner).map_err(broken)?;
    let length = serde_json::to_string(&policy).map_err(broken)?.chars().filter(|c| !c.is_whitespace()).count();
    if length <= MOST_CHARACTERS || exercises.len() < 2 {
        return Ok(vec![policy]);
    }
    let (first, second) = exercises.split_at(exercises.len() / 2);
    let mut policies = policies_for(first, learner)?;
    policies.extend(policies_for(second, learner)?);
    Ok(policies)
}

fn broken(error: impl std::fmt::Display) -> Failure {
    Failure::environment(format!("the role cannot be written: {error}")).hint("This is a bug: please report it.")
}

#[cfg(test)]
pub mod tests {
    use super::*;
    use crate::class::join_code::tests::example;
    use crate::class::kinds::ClassAccounts;
    use crate::workspace::Settings;

    /// The code of a learner whose account is read.
    pub fn of_own_accounts(chapters: &[u8]) -> JoinCode {
        let instructor_account = Some("111122223333".to_owned());
        JoinCode { accounts: ClassAccounts::Own, instructor_account, chapters: chapters.to_vec(), ..example() }
    }

    #[test]
    fn the_template_of_chapter_4() {
        let template = template(&of_own_accounts(&[4]), &Settings::example().learner()).expect("a template");
        insta::assert_snapshot!(template.expect("a role"));
    }

    /// IAM takes ten managed policies of a role, of 6,144 characters each.
    #[test]
    fn each_policy_of_the_book_fits() {
        let learner = Settings::example().learner();
        let mut all = 0;
        for chapter in catalog::CHAPTERS.iter().filter(|chapter| !chapter.exercises.is_empty()) {
            let exercises: Vec<&Exercise> = chapter.exercises.iter().collect();
            let policies = policies_for(&exercises, &learner).expect("policies");
            let lengths: Vec<usize> =
                policies.iter().map(|policy| serde_json::to_string(policy).expect("JSON").len()).collect();
            assert!(lengths.iter().all(|length| *length <= MOST_CHARACTERS), "{}: {lengths:?}", chapter.number);
            all += policies.len();
        }
        assert!(all <= 10, "{all} policies");
    }

    #[test]
    fn a_class_that_reads_no_account_has_no_role() {
        assert_eq!(template(&example(), &Settings::example().learner()).expect("none"), None);
    }
}
