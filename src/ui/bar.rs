//! How far a long job has come, on stderr: a bar on a terminal, lines elsewhere.

use std::io::{self, IsTerminal, Stderr, Write};
use std::time::Duration;

use anstream::AutoStream;
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressFinish, ProgressStyle};

use super::terminal::Color;
use super::text::{Line, Span};

/// The templates of a stage with parts, and of one that only goes on.
const PARTS: &str = "{bar:20} {wide_msg}";
const WHOLE: &str = "{spinner} {wide_msg}";
const TICK: Duration = Duration::from_millis(100);
/// The number of lines for the parts of a stage, where nothing can be redrawn.
const MILESTONES: usize = 4;

/// A stage of a job.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stage {
    pub words: String,
    /// The parts, if the stage has some.
    pub parts: Option<Parts>,
}

/// How many parts are done, and how many there are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Parts {
    pub done: usize,
    pub total: usize,
}

/// A bar such as `installing 3 of 12: botocore`. Dropping it clears it.
pub struct Bar<E: Write = AutoStream<Stderr>> {
    bar: ProgressBar,
    err: E,
    /// The last line that was written.
    last: Line,
}

impl Bar {
    pub fn new(color: Color) -> Self {
        // Indicatif hides it if stderr is no terminal, or a dumb one.
        let bar = ProgressBar::with_draw_target(None, ProgressDrawTarget::stderr());
        let bar = bar.with_finish(ProgressFinish::AndClear).with_style(style(WHOLE));
        bar.enable_steady_tick(TICK);
        let err = AutoStream::new(io::stderr(), color.choice(io::stderr().is_terminal()));
        Self { bar, err, last: Line::default() }
    }
}

impl<E: Write> Bar<E> {
    /// Shows the stage that begins.
    pub fn show(&mut self, stage: &Stage) {
        let line = Line::from(Span::plain(&stage.words));
        if !self.bar.is_hidden() {
            return self.draw(stage.parts, line.text());
        }
        if line != self.last && stage.parts.is_none_or(Parts::is_milestone) {
            // If nobody can read how far the job is, the job goes on all the same.
            let _ = self.err.write_all(format!("{line}\n").as_bytes());
            self.last = line;
        }
    }

    fn draw(&self, parts: Option<Parts>, message: String) {
        self.bar.set_style(style(if parts.is_some() { PARTS } else { WHOLE }));
        if let Some(Parts { done, total }) = parts {
            self.bar.set_length(total as u64);
            self.bar.set_position(done as u64);
        }
        self.bar.set_message(message);
    }
}

impl Parts {
    /// Whether it is the first part, or completes a share of them.
    fn is_milestone(self) -> bool {
        let share = |parts: usize| parts * MILESTONES / self.total.max(1);
        self.done == 0 || share(self.done + 1) > share(self.done)
    }
}

fn style(template: &str) -> ProgressStyle {
    ProgressStyle::with_template(template).unwrap_or_else(|_| ProgressStyle::default_bar())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(stages: impl IntoIterator<Item = Stage>) -> String {
        let mut bar = Bar { bar: ProgressBar::hidden(), err: Vec::new(), last: Line::default() };
        stages.into_iter().for_each(|stage| bar.show(&stage));
        String::from_utf8(bar.err).expect("text is UTF-8")
    }

    fn part(done: usize, total: usize) -> Stage {
        Stage { words: format!("part {}", done + 1), parts: Some(Parts { done, total }) }
    }

    #[test]
    fn indicatif_knows_the_templates() {
        assert!([PARTS, WHOLE].iter().all(|template| ProgressStyle::with_template(template).is_ok()));
    }

    #[test]
    fn many_parts_take_five_lines() {
        let expected = [1, 10, 20, 30, 40].map(|part| format!("part {part}\n"));
        assert_eq!(written((0..40).map(|done| part(done, 40))), expected.concat());
    }

    #[test]
    fn no_line_is_written_twice() {
        let stage = |words: &str| Stage { words: words.into(), parts: None };
        assert_eq!(written([stage("first"), part(0, 2), part(0, 2), stage("last")]), "first\npart 1\nlast\n");
    }

    #[test]
    fn words_cannot_steer_the_terminal() {
        assert!(!written([Stage { words: "\u{1b}[2J".into(), parts: None }]).contains('\u{1b}'));
    }
}
