//! `msl-learn init`: asks for what cannot be known, signs in, shows as whom, and pins the account.

use std::path::PathBuf;

use inquire::validator::Validation;
use inquire::{Confirm, Text};
use msl_learn_checks::{Access, Caller, Names, RealAccess};

use super::slip::refuse_command;
use crate::catalog::Plan;
use crate::check::{self, EventLoop, SaidIn};
use crate::cli::InitArgs;
use crate::failure::{EXIT_DONE, Failure, Result};
use crate::ui::{Printer, prompt};
use crate::workspace::{BOOK_REGION, NameOverrides, Settings, Workspace, name, refuse_existing};

/// # Errors
/// If the folder is a workspace already, an answer is invalid, or signing in fails. Nothing is written then.
pub fn run(init: &InitArgs, printer: &mut Printer) -> Result<u8> {
    refuse_command(&init.dir, "init")?;
    let root = std::path::absolute(&init.dir).unwrap_or_else(|_| PathBuf::from(&init.dir));
    refuse_existing(&root)?;
    // The DNS does not tell capital letters apart, and AWS writes small ones.
    let domain = DOMAIN.answer(init.domain.as_deref(), init.yes)?.to_lowercase();
    let region = REGION.answer(init.region.as_deref(), init.yes)?;
    let invalid = |problem| Failure::usage(format!("--endpoint-url {problem}"));
    init.endpoint_url.as_deref().map_or(Ok(()), name::endpoint).map_err(invalid)?;
    let profile = profile(init)?;
    let again = again(init, &domain, &region, profile.as_deref());
    let caller = sign_in(init, &region, profile.as_deref()).map_err(|failure| with_ways(failure, &again))?;
    printer.note(&format!("Signed in as {} in account {}.", caller.arn, caller.account))?;
    if caller.is_root() {
        printer.note("warning: this is the root user. Exercise 4.1 shows how to work without it.")?;
    }
    let settings = Settings {
        region,
        partition: caller.partition().to_owned(),
        profile,
        endpoint: init.endpoint_url.clone(),
        names: names(&domain, init.yes)?,
        steps: steps(init)?,
        ..Settings::new(&domain, &caller.account)
    };
    let workspace = Workspace::create(&root, &settings)?;
    printer.note(&format!("Your workspace is {}. Continue there with `msl-learn next`.", workspace.root.display()))?;
    Ok(EXIT_DONE)
}

/// A setting that a flag gives or the learner answers.
struct SettingQuestion {
    flag: &'static str,
    text: &'static str,
    default: Option<&'static str>,
    validator: fn(&str) -> std::result::Result<(), String>,
}

const DOMAIN: SettingQuestion =
    SettingQuestion { flag: "domain", text: "Your domain:", default: None, validator: any_domain };
const REGION: SettingQuestion =
    SettingQuestion { flag: "region", text: "Region:", default: Some(BOOK_REGION), validator: name::region };

fn any_domain(name: &str) -> std::result::Result<(), String> {
    name::domain(&name.to_lowercase())
}

impl SettingQuestion {
    /// The value of the flag, the learner's answer, or with `yes` the default; always validated.
    fn answer(&self, given: Option<&str>, yes: bool) -> Result<String> {
        let answer = match (given, yes) {
            (Some(given), _) => given.to_owned(),
            (None, true) => self.default.map(str::to_owned).ok_or_else(|| self.missing())?,
            (None, false) => self.ask()?,
        };
        (self.validator)(&answer).map_err(|problem| Failure::usage(format!("--{} {problem}", self.flag)))?;
        Ok(answer)
    }

    fn ask(&self) -> Result<String> {
        let (validator, what) = (self.validator, self.flag);
        let check = move |text: &str| {
            Ok(match validator(text) {
                Ok(()) => Validation::Valid,
                Err(problem) => Validation::Invalid(format!("the {what} {problem}").into()),
            })
        };
        let mut text = Text::new(self.text).with_validator(check);
        text.default = self.default;
        prompt(|| text.prompt(), &format!("--{}", self.flag))
    }

    fn missing(&self) -> Failure {
        let flag = self.flag;
        Failure::usage(format!("--{flag} is missing")).hint(format!("With --yes nothing is asked: add --{flag}."))
    }
}

/// An empty answer leaves the choice to the AWS configuration.
fn profile(init: &InitArgs) -> Result<Option<String>> {
    if init.yes || init.profile.is_some() {
        return Ok(init.profile.clone());
    }
    let current = std::env::var("AWS_PROFILE").unwrap_or_default();
    let question =
        Text::new("Profile:").with_default(&current).with_help_message("empty: whatever the AWS CLI would use");
    let name = prompt(|| question.prompt(), "--yes or --profile")?;
    Ok(Some(name).filter(|name| !name.is_empty()))
}

/// Chapters and quizzes are part of the book, so they are the default.
fn steps(init: &InitArgs) -> Result<Plan> {
    if let Some(steps) = init.steps {
        return Ok(steps);
    }
    let question = Confirm::new("Include reading chapters and quizzes in `msl-learn next`?")
        .with_default(true)
        .with_help_message("no: the exercises alone; `steps` in msl-learn.toml changes it");
    let all = init.yes || prompt(|| question.prompt(), "--yes or --steps")?;
    Ok(if all { Plan::All } else { Plan::Exercises })
}

fn sign_in(init: &InitArgs, region: &str, profile: Option<&str>) -> Result<Caller> {
    let access = Access::Real(RealAccess {
        profile: profile.map(str::to_owned),
        region: region.to_owned(),
        endpoint: init.endpoint_url.clone(),
    });
    EventLoop::new()?.block_on(async {
        let aws = check::sign_in(access, SaidIn::Flags).await?;
        aws.caller().await.map_err(|fault| {
            let advice = fault.advice();
            // There is no work yet.
            let advice = advice.strip_prefix("Nothing is known about your work: ").unwrap_or(&advice);
            Failure::environment(format!("signing in failed: {}", fault.message())).hint(sentence(advice))
        })
    })
}

fn sentence(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// The command that gives the same answers without asking.
fn again(init: &InitArgs, domain: &str, region: &str, profile: Option<&str>) -> String {
    let mut words = vec!["msl-learn", "init", "--domain", domain, "--region", region];
    words.extend(profile.into_iter().flat_map(|profile| ["--profile", profile]));
    words.extend(init.endpoint_url.iter().flat_map(|url| ["--endpoint-url", url.as_str()]));
    let dir = init.dir.to_string_lossy();
    words.extend((dir != ".").then_some(dir.as_ref()));
    shell_words::join(words)
}

/// Adds how to try again, and how to go without an account.
fn with_ways(failure: Failure, again: &str) -> Failure {
    let fix = failure.hint.as_ref().map_or_else(String::new, |hint| format!("{hint}\n"));
    failure.hint(format!("{fix}Then: `{again}`\nWithout an AWS account: `msl-learn practice`."))
}

fn names(domain: &str, yes: bool) -> Result<NameOverrides> {
    let book = Names::derived_from(domain);
    let question = format!("Use the book's names ({}, {}, {})?", book.data_bucket, book.api_domain, book.auth_domain);
    if yes || prompt(|| Confirm::new(&question).with_default(true).prompt(), "--yes")? {
        return Ok(NameOverrides::default());
    }
    let ask = |what: &str, book: &str| prompt(|| Text::new(what).with_default(book).prompt(), "--yes").map(Some);
    Ok(NameOverrides {
        website_bucket: ask("Website bucket:", &book.website_bucket)?,
        data_bucket: ask("Data bucket:", &book.data_bucket)?,
        api_domain: ask("Host name of the API:", &book.api_domain)?,
        auth_domain: ask("Host name of the sign-in pages:", &book.auth_domain)?,
    })
}
