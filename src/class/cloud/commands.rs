//! The commands with which an instructor uploads, deploys, starts, watches and removes a class past one machine. This program runs
//! none of them.

use std::path::Path;

use super::program::zip_file;
use super::stack::{CloudNames, ROSTER_KEY, run_prefix};
use crate::workspace::BOOK_REGION;

/// What the commands name.
pub struct CloudCommands<'a> {
    pub names: &'a CloudNames,
    /// The folder with the template, the zip and the roster.
    pub folder: &'a Path,
    /// The key of the zip in the bucket.
    pub worker: &'a str,
    /// The instructor's profile in the AWS configuration.
    pub profile: Option<&'a str>,
    /// The name of the first run.
    pub run: &'a str,
}

/// A step, with what it is for.
pub struct CloudStep {
    pub heading: &'static str,
    pub commands: String,
}

impl CloudCommands<'_> {
    /// The steps in order.
    pub fn steps(&self) -> Vec<CloudStep> {
        let CloudNames { stack, bucket, .. } = self.names;
        let (aws, folder, machine) = (aws(self.profile), self.folder, self.names.machine());
        let file = |name: &str| quoted(&folder.join(name).display().to_string());
        let deploy = format!(
            "{aws} cloudformation deploy --stack-name {stack} --template-file {} --capabilities CAPABILITY_IAM",
            file("template.yaml")
        );
        let zip = quoted(&zip_file(folder).display().to_string());
        let execution = format!("{}:{}", machine.replace(":stateMachine:", ":execution:"), self.run);
        let results = format!("s3://{bucket}/{}", run_prefix(self.run));
        let steps = [
            ("Deploy the bucket alone:", deploy.clone()),
            (
                "Upload the worker and the roster:",
                format!(
                    "{aws} s3 cp {zip} s3://{bucket}/{}\n{aws} s3 cp {} s3://{bucket}/{ROSTER_KEY}",
                    self.worker,
                    file(ROSTER_KEY)
                ),
            ),
            ("Deploy the rest:", format!("{deploy} --parameter-overrides Worker={}", self.worker)),
            (
                "Start a run; each has a name of its own:",
                format!("{aws} stepfunctions start-execution --state-machine-arn {machine} --name {}", self.run),
            ),
            (
                "Watch it, and read what there is so far:",
                format!(
                    "{aws} stepfunctions describe-execution --execution-arn {execution} --query status\n\
                     msl-learn class stuck --results {}",
                    results.trim_end_matches('/')
                ),
            ),
            ("Remove all of it, once its results are read:", removal(self.names, self.profile)),
        ];
        steps.into_iter().map(|(heading, commands)| CloudStep { heading, commands }).collect()
    }
}

/// The commands that remove all that was deployed.
pub fn removal(names: &CloudNames, profile: Option<&str>) -> String {
    let (aws, CloudNames { stack, bucket, .. }) = (aws(profile), names);
    format!("{aws} s3 rm s3://{bucket} --recursive\n{aws} cloudformation delete-stack --stack-name {stack}")
}

fn aws(profile: Option<&str>) -> String {
    let profile = profile.map_or_else(String::new, |profile| format!(" --profile {}", quoted(profile)));
    format!("aws{profile} --region {BOOK_REGION}")
}

/// A word as a shell takes it.
fn quoted(word: &str) -> String {
    shell_words::quote(word).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_steps_in_order() {
        let names = CloudNames::of("c1a55", "111122223333").expect("names");
        let (folder, profile) = (Path::new("my cloud"), Some("teacher"));
        let commands = CloudCommands { names: &names, folder, worker: "worker-1.zip", profile, run: "run-1" };
        let steps = commands.steps();
        let text: Vec<String> = steps.iter().map(|step| format!("{}\n{}\n", step.heading, step.commands)).collect();
        insta::assert_snapshot!(text.join("\n"));
    }
}
