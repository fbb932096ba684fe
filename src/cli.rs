//! The command line. Doc comments are the help texts.

mod class;
mod number;

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};
use msl_learn_checks::Pillar;

use crate::catalog::{Plan, WalkthroughPart};
use crate::practice::Shell;
use crate::ui::Color;

pub use class::*;

/// The tutorial and exercise checker for the book Mastering AWS Serverless.
///
/// Start with `msl-learn practice` (a practice account on this machine) or `msl-learn init` (your own AWS account). Then
/// `msl-learn` alone opens the watch screen: it checks the account by itself while you work, and `?` shows its keys.
/// Or work with single commands, such as `msl-learn next`.
///
/// Exit codes: 0 everything asked for is done; 1 something is not done or not ready yet; 2 wrong usage or settings;
/// 3 cannot tell, or this machine does not let the command work; 130 ended by Ctrl-C.
#[derive(Debug, Parser)]
#[command(version, disable_help_subcommand = true)]
pub struct Cli {
    /// The workspace; without it, the one around the current folder.
    #[arg(short = 'C', value_name = "DIR", global = true)]
    pub directory: Option<PathBuf>,
    /// Whether to use colour.
    #[arg(long, value_enum, default_value_t = Color::Auto, global = true)]
    pub color: Color,
    /// Without a command: print one line a change instead of drawing a screen.
    ///
    /// Without a terminal on stdin and stdout, and on a dumb one, this is the default.
    #[arg(long)]
    pub plain: bool,
    #[command(subcommand)]
    pub command: Option<Command>,
}

#[derive(Debug, Subcommand)]
pub enum Command {
    /// Make a workspace for your own AWS account.
    Init(InitArgs),
    /// Do the next step: show a chapter to read, check the current exercise, or take a quiz; then go on.
    ///
    /// The steps are the book's: chapter 1, its quiz, and so on; the exercises of chapter 4, its quiz. With
    /// `steps = "exercises"` in msl-learn.toml they are the exercises alone.
    Next {
        /// Answers to an exercise that asks, from a file with lines such as `7.1 = a,c`, `7.2 = yes` or `9.1 = not available`.
        #[arg(long, value_name = "FILE")]
        answers: Option<PathBuf>,
    },
    /// Write the starter files of the current exercise, or of another; yours are kept and shown beside them.
    Start {
        /// The exercise, by number (`4.3`) or slug; without one, the current.
        exercise: Option<String>,
        /// Replace changed files; yours are kept as NAME.bak.
        #[arg(long)]
        force: bool,
    },
    /// Go past an exercise, a chapter to read or a quiz; it counts as skipped, never as done.
    Skip {
        /// The exercise, by number (`4.3`) or slug; a chapter to read, by its number (`1`); or a quiz (`1.quiz`).
        /// Without one, the next step.
        #[arg(value_name = "STEP")]
        step: Option<String>,
        /// Bring it back.
        #[arg(long, requires = "step")]
        undo: bool,
    },
    /// Forget what is recorded of an exercise; the account and the starter files are not touched.
    Reset {
        /// The exercise, by number (`4.3`) or slug.
        exercise: String,
        /// Do not ask.
        #[arg(long)]
        yes: bool,
    },
    /// Look back: when exercises were tried, done and regressed, and what held them up.
    History {
        /// The exercise, by number (`4.3`) or slug; without one, all that you have begun.
        exercise: Option<String>,
        #[arg(long, value_enum, default_value_t = Format::Human)]
        format: Format,
    },
    /// Show how far you are in each chapter, and what is next.
    Progress {
        #[arg(long, value_enum, default_value_t = Format::Human)]
        format: Format,
    },
    /// Check exercises; records none as done.
    Check(CheckArgs),
    /// Write what a check asked and was answered into a file, redacted, to dispute a verdict.
    ///
    /// It checks the exercise again, shows what the file would hold, and asks before it writes. Nothing is sent anywhere.
    Report(ReportArgs),
    /// Judge a report again with this version, offline, and print what it finds otherwise; needs no workspace.
    ///
    /// The exit code is 0 if nothing differs, and 1 otherwise.
    Replay {
        /// The report.
        file: PathBuf,
    },
    /// Print the least IAM policy with which exercises can be checked; needs no credentials and no network.
    Policy(PolicyArgs),
    /// Review what you have built by the AWS Well-Architected Framework; reads the account and changes nothing in it.
    ///
    /// Each practice is about one property of one resource. Risks come first, pillar by pillar, with what to do and what it
    /// costs, and a second review says what became better or worse. Without --all, what the course made is reviewed, by its
    /// names. `msl-learn policy --review` prints the IAM policy that a review needs.
    ///
    /// The exit code is 0 without a risk, 1 with one, and 3 if something cannot be told.
    Review(ReviewArgs),
    /// Draw the application as it is in the account: what stands, what leads to what, and what is still to come.
    ///
    /// Each thing has its state in a word, and its name as it was found. If the account cannot be asked, the map is drawn as
    /// your progress has it, and the exit code is 3. It is so, too, if something cannot be told.
    Map(MapArgs),
    /// List chapters, exercises and quizzes with their states; needs no credentials and no network.
    List {
        /// One chapter of it, by its number; without one, the whole book.
        #[arg(value_name = "CHAPTER", value_parser = number::chapter)]
        chapter: Option<u8>,
        #[arg(long, value_enum, default_value_t = Format::Human)]
        format: Format,
    },
    /// Read a chapter (`4`), a section of one (`1.lambda`), the walkthrough of an exercise (`4.3`), or what is next.
    Read {
        /// A chapter's number, a section's chapter and name, or an exercise's number or slug.
        #[arg(value_name = "CHAPTER|SECTION|EXERCISE")]
        what: Option<String>,
        /// Write chapters as HTML pages into a folder, to print or to hand out; without a chapter, the whole book.
        #[arg(long, value_name = "DIR", conflicts_with = "no_pager")]
        html: Option<PathBuf>,
        /// What the walkthroughs on the pages leave out; may be repeated.
        #[arg(long, value_name = "PART", value_enum, requires = "html")]
        without: Vec<WalkthroughPart>,
        /// Print everything at once. Without this, a text longer than the screen is shown in the pager that MSL_LEARN_PAGER
        /// or PAGER names, or in `less`.
        #[arg(long)]
        no_pager: bool,
    },
    /// Show the next hint for the current exercise, or for another.
    Hint {
        /// The exercise, by number (`4.3`) or slug; without one, the current.
        exercise: Option<String>,
    },
    /// Print the worked solution with your own names in it; asks first if the exercise is not done.
    ///
    /// It is a script for bash, not for the prompt: `msl-learn solution 5.2 --yes > x.sh; bash x.sh`.
    Solution {
        /// The exercise, by number (`4.3`) or slug; without one, the current.
        exercise: Option<String>,
        /// Do not ask.
        #[arg(long)]
        yes: bool,
    },
    /// Take the quiz of a chapter; needs no credentials and no network.
    ///
    /// Six questions are asked at a time, in random order, and every choice is explained once you have answered. Up to two
    /// of them are questions that you missed before, in this chapter or an earlier one. A missed question comes back the
    /// next time. Each time that you answer it right, it stays away twice as long, up to 16 times. Once each question of the
    /// chapter was asked, its quiz is taken. Esc leaves, and what you have answered is kept.
    ///
    /// The exit code is 0 if all six were answered and the chapter's own ones right, and 1 otherwise. Your progress keeps
    /// the best and the last score, which count the chapter's own questions.
    Quiz(QuizArgs),
    /// Check what msl-learn needs (programs, terminal, workspace, credentials, clock, network), and say how to fix it.
    ///
    /// Changes nothing. The exit code is 0 without a problem, and 3 with one.
    Doctor {
        #[arg(long, value_enum, default_value_t = Format::Human)]
        format: Format,
    },
    /// Print the completion script of a shell
    ///
    /// Put it where the shell looks for it:
    ///
    ///   bash        msl-learn completions bash > ~/.local/share/bash-completion/completions/msl-learn
    ///   zsh         msl-learn completions zsh > ~/.zfunc/_msl-learn
    ///               (with `fpath+=~/.zfunc` before `compinit` in ~/.zshrc)
    ///   fish        msl-learn completions fish > ~/.config/fish/completions/msl-learn.fish
    ///   powershell  msl-learn completions powershell >> $PROFILE
    ///   elvish      msl-learn completions elvish >> ~/.config/elvish/rc.elv
    #[command(verbatim_doc_comment)]
    Completions { shell: clap_complete::Shell },
    /// Print the manual page, every command included: msl-learn man | man -l -
    Man,
    /// Open what you have built: the site, the API's answer, or the log of a function.
    ///
    /// In a practice workspace a browser on this machine finds the site and the API under `.localhost`; in another one the
    /// real addresses are opened. The address is printed, too. Logs are printed in a practice workspace, and opened in the
    /// console otherwise.
    Open {
        #[arg(value_enum, default_value_t = Sight::Site)]
        what: Sight,
        /// The function whose log is meant.
        #[arg(default_value = "get-chapters", value_name = "FUNCTION")]
        function: String,
    },
    /// Say what the things that the exercises left in the account cost a month as they stand.
    ///
    /// Prices come from a table in the program, each with its day and page. What is paid by use costs nothing while it rests.
    Costs {
        #[arg(long, value_enum, default_value_t = Format::Human)]
        format: Format,
    },
    /// List what the exercises left in the account, and write a script that removes it; removes nothing itself.
    ///
    /// The things come in the order in which they can go, each with its commands, its console page and what is lost with it.
    /// The script is cleanup.sh in the workspace. What exercises of other chapters need stays, and so does what was not made
    /// in this workspace. Exercises that were done stay done, as cleaned up, once `--check` has seen that nothing of them is left.
    Cleanup(CleanupArgs),
    /// Break something in a solved practice account, and mend it: says what visitors see, and asks for the repair.
    ///
    /// What you have built is kept, and `msl-learn practice goto --back` brings it back. A drill that you gave up, or mended with
    /// a hint, comes back like a missed question. After five that you mended without a hint, two things are broken at once.
    Drill(DrillArgs),
    /// Teach a class, or be in one: who is stuck where, and what it is worth. docs/class.md tells how it goes.
    Class(ClassArgs),
    /// Use the practice account: without an action, set it up, start it, and continue as `next`.
    Practice(PracticeArgs),
}

impl Command {
    /// Whether it waits for a network, an account or another program.
    pub fn waits(&self) -> bool {
        matches!(
            self,
            Self::Init(_)
                | Self::Next { .. }
                | Self::Check(_)
                | Self::Costs { .. }
                | Self::Cleanup(_)
                | Self::Review(_)
                | Self::Map(_)
                | Self::Report(_)
                | Self::Doctor { .. }
                | Self::Drill(_)
                | Self::Class(_)
                | Self::Practice(_)
        )
    }
}

#[derive(Debug, Args)]
pub struct InitArgs {
    /// The folder to make the workspace in.
    #[arg(default_value = ".")]
    pub dir: PathBuf,
    /// Your domain, such as example.com.
    #[arg(long)]
    pub domain: Option<String>,
    /// The region to work in.
    #[arg(long)]
    pub region: Option<String>,
    /// The profile in your AWS configuration.
    #[arg(long)]
    pub profile: Option<String>,
    /// The endpoint to use instead of AWS, such as an emulator of your own; without it the account must be a real one.
    #[arg(long, value_name = "URL")]
    pub endpoint_url: Option<String>,
    /// What `next` leads through: all steps of the book, or the exercises alone.
    #[arg(long, value_enum)]
    pub steps: Option<Plan>,
    /// Ask nothing: use the flags, and the book's names for the rest.
    #[arg(long)]
    pub yes: bool,
}

#[derive(Debug, Args)]
pub struct CheckArgs {
    /// Exercises, by number (`4.3`) or slug; without any, the current one.
    #[arg(value_name = "EXERCISE", conflicts_with_all = ["chapter", "all"])]
    pub exercises: Vec<String>,
    /// All exercises of a chapter.
    #[arg(long, value_name = "N", value_parser = number::chapter, conflicts_with = "all")]
    pub chapter: Option<u8>,
    /// All exercises.
    #[arg(long)]
    pub all: bool,
    #[arg(long, value_enum, default_value_t = Format::Human)]
    pub format: Format,
    /// Print on stderr which calls were sent and how long the check took.
    #[arg(long)]
    pub stats: bool,
}

#[derive(Debug, Args)]
pub struct CleanupArgs {
    /// What the exercises of one chapter left.
    #[arg(long, value_name = "N", value_parser = number::chapter, conflicts_with = "all")]
    pub chapter: Option<u8>,
    /// What the exercises of the whole book left; this is the default.
    #[arg(long)]
    pub all: bool,
    /// Say of each thing whether it is gone, and write no script. The exit code is 1 while something is left that can go.
    #[arg(long)]
    pub check: bool,
    /// How to print it; as JSON, no script is written.
    #[arg(long, value_enum, default_value_t = Format::Human)]
    pub format: Format,
}

#[derive(Debug, Args)]
pub struct ReportArgs {
    /// The exercise, by number (`4.3`) or slug; without one, the current.
    pub exercise: Option<String>,
    /// The file; without it, `msl-learn-report-EXERCISE.json` in this folder.
    #[arg(long, value_name = "FILE")]
    pub output: Option<PathBuf>,
    /// Do not ask.
    #[arg(long)]
    pub yes: bool,
}

#[derive(Debug, Args)]
pub struct QuizArgs {
    /// The chapter's number (`1`), or the quiz's name (`1.quiz`); without it, the chapter that you are in.
    pub chapter: Option<String>,
    /// The number that fixes the order of questions and choices, for the same progress.
    #[arg(long, value_name = "N", value_parser = number::seed)]
    pub seed: Option<u64>,
    /// Answer from a file instead of asking; then no question of an earlier chapter comes back.
    ///
    /// One line a question, with the letters of your choices: `two_locks = a,b`. Empty lines and what follows a # do not
    /// count. `--print` shows the ids and letters.
    #[arg(long, value_name = "FILE", conflicts_with = "seed")]
    pub answers: Option<PathBuf>,
    /// Print the questions with their ids and letters, and ask nothing.
    #[arg(long, conflicts_with_all = ["seed", "answers", "format"])]
    pub print: bool,
    /// How to print the marked answers.
    #[arg(long, value_enum, default_value_t = Format::Human, requires = "answers")]
    pub format: Format,
}

#[derive(Debug, Args)]
pub struct DrillArgs {
    /// An exercise (`5.5`) or a chapter (`5`); without it, whatever you have done so far.
    #[arg(value_name = "EXERCISE|CHAPTER", conflicts_with_all = ["check", "hint", "give_up"])]
    pub what: Option<String>,
    /// The number that fixes what is broken, for the same exercise or chapter.
    #[arg(long, value_name = "N", value_parser = number::seed, conflicts_with_all = ["check", "hint", "give_up"])]
    pub seed: Option<u64>,
    /// Say whether all holds again.
    #[arg(long, conflicts_with_all = ["hint", "give_up"])]
    pub check: bool,
    /// Show the next of three hints; then the drill comes back.
    #[arg(long, conflicts_with = "give_up")]
    pub hint: bool,
    /// Show what is broken, and what mends it.
    #[arg(long)]
    pub give_up: bool,
}

#[derive(Debug, Args)]
pub struct PolicyArgs {
    /// Exercises, by number (`4.3`) or slug; without any, all.
    #[arg(value_name = "EXERCISE", conflicts_with = "chapter")]
    pub exercises: Vec<String>,
    /// All exercises of a chapter.
    #[arg(long, value_name = "N", value_parser = number::chapter)]
    pub chapter: Option<u8>,
    /// What a review of the whole account needs, instead of exercises.
    #[arg(long, conflicts_with_all = ["exercises", "chapter"])]
    pub review: bool,
}

#[derive(Debug, Args)]
pub struct ReviewArgs {
    /// One pillar of the framework; without it, all six.
    #[arg(long, value_enum)]
    pub pillar: Option<PillarName>,
    /// Everything of the kinds that the course uses, in the whole account and region, with 600 calls at the most.
    #[arg(long)]
    pub all: bool,
    /// Ask first what configuration cannot show. The answers are kept in your progress.
    #[arg(long)]
    pub ask: bool,
    /// Take these answers from a file instead, with lines such as `restore_tried = yes`.
    #[arg(long, value_name = "FILE", conflicts_with = "ask")]
    pub answers: Option<PathBuf>,
    /// A page of text, a document for programs, or a page for a browser that needs nothing else.
    #[arg(long, value_enum, default_value_t = ReviewFormat::Text)]
    pub format: ReviewFormat,
}

/// A pillar of the AWS Well-Architected Framework, on the command line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum PillarName {
    Security,
    Reliability,
    Operations,
    Performance,
    Cost,
    Sustainability,
}

impl From<PillarName> for Pillar {
    fn from(name: PillarName) -> Self {
        match name {
            PillarName::Security => Self::Security,
            PillarName::Reliability => Self::Reliability,
            PillarName::Operations => Self::OperationalExcellence,
            PillarName::Performance => Self::PerformanceEfficiency,
            PillarName::Cost => Self::CostOptimization,
            PillarName::Sustainability => Self::Sustainability,
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum ReviewFormat {
    Text,
    Json,
    Html,
}

#[derive(Debug, Args)]
pub struct MapArgs {
    /// One chapter of it, by its number; without one, the whole application.
    #[arg(value_name = "CHAPTER", value_parser = number::chapter)]
    pub chapter: Option<u8>,
    /// Ask no account: draw what your progress has.
    #[arg(long)]
    pub offline: bool,
    /// A page of text, a picture, or a page for a browser; neither needs anything else. Without it, the file's name decides.
    #[arg(long, value_enum)]
    pub format: Option<MapFormat>,
    /// The file to write it to, such as map.svg; without one, it is printed.
    #[arg(long, value_name = "FILE")]
    pub output: Option<PathBuf>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum MapFormat {
    Text,
    Svg,
    Html,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Format {
    Human,
    Json,
}

/// What `open` opens.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Sight {
    /// The home page of your domain.
    Site,
    /// What the API answers to GET /chapters.
    Api,
    /// What a function wrote to its log.
    Logs,
}

#[derive(Debug, Args)]
#[command(args_conflicts_with_subcommands = true)]
pub struct PracticeArgs {
    #[command(subcommand)]
    pub action: Option<PracticeAction>,
    #[command(flatten)]
    pub folder: PracticeFolder,
    /// The domain to practise with, if the workspace is new; without it, example.com.
    #[arg(long)]
    pub domain: Option<String>,
    /// What `next` leads through; without it, you choose in a new workspace whether to read or to build first.
    #[arg(long, value_enum)]
    pub steps: Option<Plan>,
}

#[derive(Debug, Subcommand)]
pub enum PracticeAction {
    /// Start the practice account; install it first if necessary.
    Start(PracticeFolder),
    /// Stop it; what you have built is kept.
    Stop(PracticeFolder),
    /// Print whether it runs, and where.
    Status(PracticeFolder),
    /// Empty it; everything you have built in it is lost.
    Reset {
        #[command(flatten)]
        folder: PracticeFolder,
        /// Do not ask.
        #[arg(long)]
        yes: bool,
    },
    /// Bring it to where an exercise begins, as the book's solutions leave it; what you have is kept, and comes back.
    ///
    /// The exercises before it are brought here, which does not count as done. Files of the workspace that the solutions need
    /// are written; yours are kept, too.
    Goto {
        /// The exercise, by number (`5.3`) or slug; without one, say `--back`.
        exercise: Option<String>,
        /// Bring it to where the exercise is done.
        #[arg(long, conflicts_with = "back")]
        done: bool,
        /// Bring back what you had before the last time.
        #[arg(long, conflicts_with = "exercise")]
        back: bool,
    },
    /// Print the commands that point the ordinary `aws` CLI at it: eval "$(msl-learn practice env)".
    Env {
        #[command(flatten)]
        folder: PracticeFolder,
        #[arg(long, value_enum, default_value_t = Shell::Posix)]
        shell: Shell,
    },
    /// Start your shell in the workspace, with the ordinary `aws` CLI pointed at it and a mark in the prompt; `exit` ends it.
    Shell(PracticeFolder),
    /// Make the saved states of the book for the names of the workspace; `goto` and `drill` start it in the background.
    #[command(hide = true)]
    MakeStations,
}

#[derive(Debug, Args)]
pub struct PracticeFolder {
    /// The practice workspace; without it, the one around the current folder, or msl-practice in it.
    pub dir: Option<PathBuf>,
}

#[cfg(test)]
mod tests {
    use clap::{Command, CommandFactory as _};

    use super::Cli;

    #[test]
    fn the_command_line_is_well_formed() {
        Cli::command().debug_assert();
    }

    /// Made from the table itself, so that every change shows in review.
    #[test]
    fn the_whole_reference() {
        let mut root = Cli::command().term_width(100);
        root.build();
        let mut pages = Vec::new();
        add(&root, &mut pages);
        insta::assert_snapshot!(pages.join("\n"));
    }

    fn add(command: &Command, pages: &mut Vec<String>) {
        let help = command.clone().render_long_help().to_string();
        let lines: Vec<&str> = help.lines().map(str::trim_end).collect();
        pages.push(format!("===== {}\n{}\n", command.get_bin_name().unwrap_or("msl-learn"), lines.join("\n")));
        command.get_subcommands().for_each(|below| add(below, pages));
    }
}
