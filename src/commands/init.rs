//! `msl-learn init`: asks for what cannot be known, signs in, shows who that is, and pins the account.

use std::path::PathBuf;

use inquire::validator::Validation;
use inquire::{Confirm, Text};
use msl_learn_checks::{Access, Aws, Caller, Learner, Names};

use crate::account;
use crate::catalog::Plan;
use crate::cli;
use crate::failure::{EXIT_DONE, Failure, Result};
use crate::settings::{self, BOOK_REGION, Settings};
use crate::ui::{Printer, prompt};
use crate::workspace::{Workspace, refuse_existing};

/// # Errors
/// When the folder is a workspace already, an answer is not right, or signing in fails. Nothing is written then.
pub fn run(init: &cli::Init, printer: &mut Printer) -> Result<u8> {
    let root = std::path::absolute(&init.dir).unwrap_or_else(|_| PathBuf::from(&init.dir));
    refuse_existing(&root)?;
    let domain = answer("domain", "Your domain:", init.domain.as_deref(), None, init.yes, settings::domain)?;
    let region = answer("region", "Region:", init.region.as_deref(), Some(BOOK_REGION), init.yes, settings::region)?;
    let wrong = |problem| Failure::usage(format!("--endpoint-url {problem}"));
    init.endpoint_url.as_deref().map_or(Ok(()), settings::endpoint).map_err(wrong)?;
    let profile = profile(init)?;
    let caller = sign_in(init, &region, profile.as_deref())?;
    printer.note(&format!("Signed in as {} in account {}.", caller.arn, caller.account))?;
    if caller.is_root() {
        printer.note("warning: this is the root user. Exercise 4.1 shows how to work without it.")?;
    }
    let names = names(&domain, init.yes)?;
    let steps = steps(init)?;
    let partition = caller.partition().to_owned();
    let learner =
        Learner { domain, region, account: caller.account, partition, practice: false, workspace: None, names };
    let text = Settings::text(&learner, profile.as_deref(), init.endpoint_url.as_deref(), steps);
    let workspace = Workspace::create(&root, &text)?;
    printer.note(&format!("Your workspace is {}. Go on there with `msl-learn next`.", workspace.root.display()))?;
    Ok(EXIT_DONE)
}

/// What was given, or what the learner answers, or the default: always validated.
fn answer(
    flag: &str,
    question: &str,
    given: Option<&str>,
    default: Option<&str>,
    yes: bool,
    valid: fn(&str) -> std::result::Result<(), String>,
) -> Result<String> {
    let chosen = match (given, yes, default) {
        (Some(given), ..) => given.to_owned(),
        (None, true, Some(default)) => default.to_owned(),
        (None, true, None) => {
            return Err(Failure::usage(format!("--{flag} is missing"))
                .hint(format!("With --yes nothing is asked: add --{flag}.")));
        }
        (None, false, _) => {
            let check = move |text: &str| {
                Ok(match valid(text) {
                    Ok(()) => Validation::Valid,
                    Err(problem) => Validation::Invalid(problem.into()),
                })
            };
            let mut text = Text::new(question).with_validator(check);
            text.default = default;
            prompt(text.prompt(), &format!("--{flag}"))?
        }
    };
    valid(&chosen).map_err(|problem| Failure::usage(format!("--{flag} {problem}")))?;
    Ok(chosen)
}

/// An empty answer leaves the choice to the AWS configuration.
fn profile(init: &cli::Init) -> Result<Option<String>> {
    if init.yes || init.profile.is_some() {
        return Ok(init.profile.clone());
    }
    let current = std::env::var("AWS_PROFILE").unwrap_or_default();
    let question =
        Text::new("Profile:").with_default(&current).with_help_message("empty: whatever the AWS CLI would use");
    let name = prompt(question.prompt(), "--yes or --profile")?;
    Ok(Some(name).filter(|name| !name.is_empty()))
}

/// Chapters and quizzes are part of the book, so they are the default.
fn steps(init: &cli::Init) -> Result<Plan> {
    if let Some(steps) = init.steps {
        return Ok(steps);
    }
    let question = Confirm::new("Shall `msl-learn next` also lead you through the chapters to read and the quizzes?")
        .with_default(true)
        .with_help_message("no: through the exercises alone; `steps` in msl-learn.toml changes it");
    let all = init.yes || prompt(question.prompt(), "--yes or --steps")?;
    Ok(if all { Plan::All } else { Plan::Exercises })
}

fn sign_in(init: &cli::Init, region: &str, profile: Option<&str>) -> Result<Caller> {
    let access = Access::Real {
        profile: profile.map(str::to_owned),
        region: region.to_owned(),
        endpoint: init.endpoint_url.clone(),
    };
    account::runtime()?.block_on(async {
        let aws = Aws::reach(access)
            .await
            .map_err(|error| account::refused(&error, |url| format!("with --endpoint-url {url}")))?;
        aws.caller().await.map_err(|fault| {
            Failure::environment(format!("signing in failed: {}", fault.message())).hint(fault.advice())
        })
    })
}

fn names(domain: &str, yes: bool) -> Result<Names> {
    let book = Names::derived_from(domain);
    let question = format!("Use the book's names ({}, {}, {})?", book.data_bucket, book.api_domain, book.auth_domain);
    if yes || prompt(Confirm::new(&question).with_default(true).prompt(), "--yes")? {
        return Ok(book);
    }
    let ask = |what: &str, derived: &str| prompt(Text::new(what).with_default(derived).prompt(), "--yes");
    Ok(Names {
        website_bucket: ask("Website bucket:", &book.website_bucket)?,
        data_bucket: ask("Data bucket:", &book.data_bucket)?,
        api_domain: ask("Host name of the API:", &book.api_domain)?,
        auth_domain: ask("Host name of the sign-in pages:", &book.auth_domain)?,
    })
}
