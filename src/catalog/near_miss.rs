//! What a learner most likely means by a name that nothing has.

use super::{CHAPTERS, Chapter, exercises, last_chapter, section};

/// What to do about a name that no exercise has; `None` if it is like nothing here.
pub fn near_miss(name: &str) -> Option<String> {
    let wanted = name.trim().to_lowercase();
    let written = wanted.replace([',', '-', '_', ' '], ".");
    if let Some(exercise) = exercises().find(|exercise| exercise.id() == written) {
        return Some(format!("Did you mean {}?", exercise.heading()));
    }
    if let Some(section) = section(&wanted) {
        return Some(format!("It is a section to read, \"{}\": `msl-learn read {wanted}`.", section.title));
    }
    if let Some(number) = wanted.strip_suffix(".quiz") {
        return Some(format!("It is a quiz: `msl-learn quiz {number}`."));
    }
    let number: u8 = written.split('.').next()?.parse().ok()?;
    let is_chapter = !written.contains('.');
    Some(
        CHAPTERS
            .iter()
            .find(|chapter| chapter.number == number)
            .map_or_else(all_chapters, |chapter| if is_chapter { of_chapter(chapter) } else { without(chapter) }),
    )
}

/// Which chapters there are, as a sentence.
pub fn all_chapters() -> String {
    format!("The book has the chapters 1 to {}.", last_chapter())
}

fn of_chapter(chapter: &Chapter) -> String {
    let number = chapter.number;
    match range(chapter) {
        Some(range) => format!("Chapter {number} has the exercises {range}: name one of them."),
        None => format!("Chapter {number} is only read: `msl-learn read {number}`."),
    }
}

fn without(chapter: &Chapter) -> String {
    let number = chapter.number;
    match range(chapter) {
        Some(range) => format!("Chapter {number} has the exercises {range}."),
        None => format!("Chapter {number} has no exercises; `msl-learn list` names its sections."),
    }
}

/// Such as `4.1 to 4.8`.
fn range(chapter: &Chapter) -> Option<String> {
    let (first, last) = (chapter.exercises.first()?, chapter.exercises.last()?);
    Some(format!("{} to {}", first.id(), last.id()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_leads_to_what_was_meant() {
        for (name, hint) in [
            ("4,3", "Did you mean 4.3 "),
            ("4-3", "Did you mean 4.3 "),
            ("4", "Chapter 4 has the exercises 4.1 to 4.8: name one of them."),
            ("4.9", "Chapter 4 has the exercises 4.1 to 4.8."),
            ("1", "Chapter 1 is only read: `msl-learn read 1`."),
            ("1.9", "Chapter 1 has no exercises"),
            ("77.12", "The book has the chapters 1 to 12."),
            ("1.quiz", "It is a quiz: `msl-learn quiz 1`."),
            ("1.lambda", "It is a section to read, \"Lambda\": `msl-learn read 1.lambda`."),
        ] {
            let near = near_miss(name).unwrap_or_default();
            assert!(near.starts_with(hint), "{name}: {near}");
        }
        for name in ["", "bucket", "999", "x.y"] {
            assert_eq!(near_miss(name), None, "{name}");
        }
    }
}
