//! What a learner most likely means by a name that nothing has.

use super::{CHAPTERS, Chapter, exercises, last_chapter, section};

/// So many letters may be wrong in a name.
const FEW: usize = 2;

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
    if let Some(near) = near(&wanted) {
        return Some(format!("Did you mean {near}?"));
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

/// The section or quiz, such as `1.lambda`, whose name is that but for a letter or two.
fn near(wanted: &str) -> Option<String> {
    let names = CHAPTERS.iter().flat_map(|chapter| {
        let sections = chapter.sections.iter().map(|section| section.anchor);
        let quiz = (!chapter.quiz.is_empty()).then_some("quiz");
        sections.chain(quiz).map(|name| format!("{}.{name}", chapter.number))
    });
    // The chapter is no slip, and of a short word too little is left.
    let (number, _) = wanted.split_once('.').filter(|(_, word)| word.len() > 2 * FEW)?;
    let of_chapter = names.filter(|name| name.split_once('.').is_some_and(|(of, _)| of == number));
    let near = of_chapter.map(|name| (strsim::osa_distance(wanted, &name), name)).min()?;
    (near.0 <= FEW).then_some(near.1)
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
            ("1.lamda", "Did you mean 1.lambda?"),
            ("1.quizz", "Did you mean 1.quiz?"),
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
