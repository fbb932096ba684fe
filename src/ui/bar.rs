//! How far the start of a practice account has come, on stderr.

use std::io::{self, IsTerminal, Stderr, Write};
use std::time::Duration;

use anstream::AutoStream;
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressFinish, ProgressStyle};

use super::terminal::Color;
use super::text::{Line, Span};
use crate::practice::Step;

/// A step of known parts, and one of which nothing but its going on can be shown.
const PARTS: &str = "{bar:20} {wide_msg}";
const WHOLE: &str = "{spinner} {wide_msg}";
const TICK: Duration = Duration::from_millis(100);
/// Where nothing can be redrawn, each such share of the parts has a line.
const MILESTONES: usize = 4;

/// `installing 3 of 12: botocore`: a bar on a terminal, lines at the milestones elsewhere. The bar is gone when dropped.
pub struct Bar<E: Write = AutoStream<Stderr>> {
    bar: ProgressBar,
    err: E,
    /// The last of the lines.
    said: Line,
}

impl Bar {
    pub fn new(color: Color) -> Self {
        // Hidden by indicatif where stderr is no terminal, or a dumb one.
        let bar = ProgressBar::with_draw_target(None, ProgressDrawTarget::stderr());
        let bar = bar.with_finish(ProgressFinish::AndClear).with_style(style(WHOLE));
        bar.enable_steady_tick(TICK);
        Self {
            bar,
            err: AutoStream::new(io::stderr(), color.choice(io::stderr().is_terminal())),
            said: Line::default(),
        }
    }
}

impl<E: Write> Bar<E> {
    /// The next step begins.
    pub fn step(&mut self, step: Step) {
        let line = Line::from(Span::plain(&words(step)));
        if !self.bar.is_hidden() {
            return self.draw(step, line.text());
        }
        if line != self.said && is_milestone(step) {
            // Progress that nobody can read is no reason to stop the work.
            let _ = self.err.write_all(format!("{line}\n").as_bytes());
            self.said = line;
        }
    }

    fn draw(&self, step: Step, message: String) {
        self.bar.set_style(look(step));
        if let Step::Fetching { done, total, .. } = step {
            self.bar.set_length(total as u64);
            self.bar.set_position(done as u64);
        }
        self.bar.set_message(message);
    }
}

fn words(step: Step) -> String {
    let words = match step {
        Step::WaitingForAnother => "waiting for another msl-learn to finish",
        Step::CreatingEnvironment => "making a Python environment for the practice account",
        Step::Fetching { done, total, package } => return format!("installing {} of {total}: {package}", done + 1),
        Step::Unpacking => "unpacking the packages",
        Step::Starting => "starting the practice account",
        Step::WaitingForHealth => "waiting for its first answer",
    };
    words.to_owned()
}

fn look(step: Step) -> ProgressStyle {
    style(if matches!(step, Step::Fetching { .. }) { PARTS } else { WHOLE })
}

fn style(template: &str) -> ProgressStyle {
    ProgressStyle::with_template(template).unwrap_or_else(|_| ProgressStyle::default_bar())
}

/// Every step, and of the parts of a step the first and each that completes a share of them.
fn is_milestone(step: Step) -> bool {
    let Step::Fetching { done, total, .. } = step else { return true };
    let share = |parts: usize| parts * MILESTONES / total.max(1);
    done == 0 || share(done + 1) > share(done)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(steps: &[Step]) -> String {
        let mut bar = Bar { bar: ProgressBar::hidden(), err: Vec::new(), said: Line::default() };
        steps.iter().for_each(|step| bar.step(*step));
        String::from_utf8(bar.err).expect("text is UTF-8")
    }

    #[test]
    fn the_looks_are_ones_that_indicatif_knows() {
        assert!([PARTS, WHOLE].iter().all(|look| ProgressStyle::with_template(look).is_ok()));
    }

    #[test]
    fn many_parts_are_told_in_five_lines() {
        let parts: Vec<Step> = (0..40).map(|done| Step::Fetching { done, total: 40, package: "h11" }).collect();
        let expected = [1, 10, 20, 30, 40].map(|part| format!("installing {part} of 40: h11\n"));
        assert_eq!(said(&parts), expected.concat());
    }

    #[test]
    fn nothing_is_told_twice() {
        let first = Step::Fetching { done: 0, total: 2, package: "h11" };
        let steps = [Step::CreatingEnvironment, first, first, Step::Unpacking];
        insta::assert_snapshot!(said(&steps), @r"
        making a Python environment for the practice account
        installing 1 of 2: h11
        unpacking the packages
        ");
    }

    #[test]
    fn a_package_cannot_steer_the_terminal() {
        assert!(!said(&[Step::Fetching { done: 0, total: 2, package: "\u{1b}[2J" }]).contains('\u{1b}'));
    }
}
