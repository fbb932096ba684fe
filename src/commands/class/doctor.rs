//! `msl-learn class doctor`: whether each learner's account can be read, by this class and by nobody else.

use std::path::Path;

use msl_learn_checks::round;

use super::check::refuse_without_accounts;
use crate::check::EventLoop;
use crate::class::folder::ClassFolder;
use crate::class::reading::{ClassReader, instructor};
use crate::class::roster::ClassLearner;
use crate::failure::{EXIT_CANNOT_TELL, EXIT_DONE, Result};
use crate::ui::{Printer, counted};

/// # Errors
/// If the class reads no accounts.
pub fn run(directory: Option<&Path>, printer: &mut Printer) -> Result<u8> {
    let class = ClassFolder::open(directory)?;
    refuse_without_accounts(&class)?;
    let aws = EventLoop::new()?.block_on(instructor(&class))?;
    let reader = &ClassReader::of(&class, &aws, &[], "doctor");
    let learners: Vec<&ClassLearner> = class.roster.0.iter().collect();
    let reached = round(&learners, |&learner| async move { reader.reach(learner).await.map(|_| ()) });
    let mut bad = 0;
    for (learner, reached) in learners.iter().zip(reached) {
        let words = match reached {
            Ok(()) => "can be read, with this external id and no other",
            Err(trouble) => {
                bad += 1;
                trouble.words()
            }
        };
        printer.text(&format!("{}: {words}", learner.called))?;
    }
    let all = learners.len();
    printer.note(&format!("Can be read: {} of {}.", all - bad, counted(all, "learner")))?;
    Ok(if bad == 0 { EXIT_DONE } else { EXIT_CANNOT_TELL })
}
