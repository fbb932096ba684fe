//! `msl-learn class collect`: takes hand-ins.

use std::path::Path;

use jiff::Timestamp;

use crate::class::collect::{Collected, Searched, files, take};
use crate::class::folder::ClassFolder;
use crate::class::notices::Notices;
use crate::class::older_code::{NEW_CODES, OlderCode, sentences};
use crate::class::results::ClassResults;
use crate::failure::{EXIT_DONE, EXIT_NOT_DONE, Failure, Result};
use crate::ui::{Printer, counted};

/// # Errors
/// If there is no class, or the folder or zip cannot be read.
pub fn run(place: &Path, directory: Option<&Path>, printer: &mut Printer) -> Result<u8> {
    let class = ClassFolder::open(directory)?;
    let now = Timestamp::now();
    ClassResults::forget(&class.root, class.settings.keep_days, now)?;
    let Searched { files: found, others } = files(place)?;
    if found.is_empty() {
        // What was refused here once is gone.
        Notices::of_hand_ins(&class, place, &Collected::default(), now)?;
        return Err(Failure::usage(format!("there is no hand-in in {}", place.display()))
            .hint(not_hand_ins(&others).unwrap_or_else(|| "`msl-learn class hand-in` writes them.".into())));
    }
    let collected = take(&class, &found, now)?;
    Notices::of_hand_ins(&class, place, &collected, now)?;
    tell(&collected, printer)?;
    if let Some(text) = not_hand_ins(&others) {
        printer.note(&text)?;
    }
    let older = sentences(&OlderCode::all(&class, &ClassResults::read(&class.root)?), |learner| &learner.called);
    if !older.is_empty() {
        printer.warning(&older.join("\n"), Some(NEW_CODES))?;
    }
    Ok(if collected.refused.is_empty() { EXIT_DONE } else { EXIT_NOT_DONE })
}

/// What else is there.
fn not_hand_ins(others: &[String]) -> Option<String> {
    const MOST: usize = 5;
    let more = others.len().saturating_sub(MOST);
    let more = if more > 0 { format!(" and {more} more") } else { String::new() };
    let named: Vec<String> = others.iter().take(MOST).map(|name| format!("`{name}`")).collect();
    (!others.is_empty()).then(|| format!("Other files, which are no hand-ins: {}{more}.", named.join(", ")))
}

fn tell(collected: &Collected, printer: &mut Printer) -> Result<()> {
    for (file, why) in &collected.refused {
        printer.warning(&format!("{file} does not count: {why}"), None)?;
    }
    for name in &collected.taken {
        printer.text(name)?;
    }
    printer.text(&format!(
        "{} with new hand-ins, {} known already, {} refused",
        counted(collected.taken.len(), "learner"),
        counted(collected.known, "hand-in"),
        collected.refused.len()
    ))
}
