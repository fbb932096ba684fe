//! The command line of classes: what instructors and learners type.

use std::path::PathBuf;

use clap::{Args, Subcommand, ValueEnum};

use super::number;
use crate::class::kinds::{ClassAccounts, Lms, MissingGrade};

#[derive(Debug, Args)]
pub struct ClassArgs {
    #[command(subcommand)]
    pub action: ClassAction,
}

#[derive(Debug, Subcommand)]
pub enum ClassAction {
    /// Instructors: make a class from a list of names, or from what your LMS exports.
    ///
    /// Writes class.toml and roster.csv. Canvas, Moodle, Blackboard and Brightspace name learners by ids of their own, and those
    /// are kept; mail addresses are not. A list is one name a line.
    Init(ClassInitArgs),
    /// Instructors: write the join code of each learner, and show what a learner gets.
    ///
    /// Writes invitations.csv (id, name and code) for a mail merge. A code holds no key and no password.
    Invite {
        /// Show what this learner gets, whom the roster knows by this id or pseudonym: the code, and the role's template.
        #[arg(long, value_name = "ID")]
        learner: Option<String>,
    },
    /// Instructors: take hand-ins from a folder, or from the zip that your LMS makes of them.
    ///
    /// Each is taken once, whatever the order. A hand-in that was changed, or that is of another learner, is refused.
    Collect {
        /// The folder, the zip, or one hand-in.
        #[arg(value_name = "FOLDER|ZIP|FILE")]
        place: PathBuf,
    },
    /// Instructors: read every learner's account once, by the same verifiers, and show where the class is stuck.
    ///
    /// A learner whose account cannot be read holds up nobody, and gets no grade by that. What was killed goes on where it was.
    /// The exit code is 3 if somebody could not be read.
    Check {
        /// One chapter of the class; without it, all of them.
        #[arg(value_parser = number::chapter)]
        chapter: Option<u8>,
        /// The same, as other commands of a class take it.
        #[arg(long = "chapter", value_name = "N", value_parser = number::chapter, hide = true, conflicts_with = "chapter")]
        named: Option<u8>,
        #[command(flatten)]
        whom: SectionArgs,
    },
    /// Instructors: show where the class is stuck, who needs help, and who cannot be read, by the results so far.
    Stuck {
        /// One chapter of the class; without it, all of them.
        #[arg(value_parser = number::chapter)]
        chapter: Option<u8>,
        /// The same, as other commands of a class take it.
        #[arg(long = "chapter", value_name = "N", value_parser = number::chapter, hide = true, conflicts_with = "chapter")]
        named: Option<u8>,
        #[command(flatten)]
        whom: SectionArgs,
        /// Take what a run in the cloud has seen first: its address, as `class cloud` prints it.
        #[arg(long, value_name = "s3://BUCKET/runs/RUN")]
        results: Option<String>,
    },
    /// Instructors: write what reads the class past one machine: a template, the worker's zip, the roster; deploys nothing.
    ///
    /// For many learners at once, in your own AWS account: this program, as a Lambda function, reads each learner through the
    /// same role, and writes what it saw into a bucket. Prints the `aws` commands that upload, deploy, start, watch and remove.
    Cloud(ClassCloudArgs),
    /// Instructors: try each learner's role with the right external id, with none and with a wrong one.
    ///
    /// Only a role that lets in the right one alone is read. The exit code is 3 if a learner cannot be read.
    Doctor,
    /// Instructors: serve one live page of the class on this machine, or export it.
    ///
    /// The page can be used by the keyboard. It reads the accounts again by itself, or takes what comes into the inbox. It lists
    /// a hundred learners at a time, those who need help first; an export lists all.
    Board(ClassBoardArgs),
    /// Instructors: print grades for your LMS, or fill the sheet that you downloaded from it.
    ///
    /// Grades are computed from the kept results each time: the best verdict before the deadline counts. A new sheet has a column
    /// a chapter, or one for each exercise that is named.
    Grades(ClassGradesArgs),
    /// Instructors: excuse a learner from an exercise, or take back what was decided.
    Excuse {
        /// The learner, by id or pseudonym.
        #[arg(value_name = "ID")]
        learner: String,
        /// The exercise, by number (`4.3`) or slug.
        exercise: String,
        /// Why; it is kept beside the results.
        #[arg(long, value_name = "TEXT", required_unless_present = "undo")]
        because: Option<String>,
        /// Take back the excuse or the points: what was seen counts again.
        #[arg(long)]
        undo: bool,
    },
    /// Instructors: give a learner points for an exercise, whatever was seen.
    Points {
        /// The learner, by id or pseudonym.
        #[arg(value_name = "ID")]
        learner: String,
        /// The exercise, by number (`4.3`) or slug.
        exercise: String,
        /// How many, at most what the exercise is worth. `class excuse ID EXERCISE --undo` takes them back.
        #[arg(value_parser = number::points, allow_negative_numbers = true)]
        points: f64,
        /// Why; it is kept beside the results.
        #[arg(long, value_name = "TEXT")]
        because: String,
    },
    /// Instructors: print a teacher's page of a chapter; needs no account and no network.
    ///
    /// How long each part takes, what learners need beforehand, what it costs, what goes wrong as a rule, what to demonstrate with
    /// which commands, and what is left over. In a class that does the chapter, it also says where the class is stuck.
    Teach(ClassTeachArgs),
    /// Instructors: print a handout of a chapter, without solutions; needs no account and no network.
    ///
    /// For each exercise its goal, the first command, how to see that it worked; then what to remove afterwards.
    Handout(ClassTeachArgs),
    /// Instructors: print the quiz of a chapter for paper, or the answers to it; needs no account and no network.
    Quiz(ClassQuizArgs),
    /// Instructors: delete the results, the roster and the pseudonyms of the class.
    Close {
        /// Do not ask.
        #[arg(long)]
        yes: bool,
    },
    /// Learners: join a class with the code that you were given.
    ///
    /// Shows what the class will read. If it reads accounts, the template of the role is written to class/role.yaml: read it,
    /// and deploy it with the command that is printed. This program deploys nothing.
    Join {
        /// The code, which begins with msl1.
        code: String,
    },
    /// Learners: check the exercises of the class, and write a file for your instructor. Nothing is sent.
    HandIn {
        /// Where to write it, such as the folder that the class shares; without it, this folder.
        #[arg(long, value_name = "DIR")]
        folder: Option<PathBuf>,
    },
    /// Learners: print exactly what your instructor gets.
    Show,
    /// Learners: leave the class, and print the command that deletes its role.
    Leave,
}

#[derive(Debug, Args)]
pub struct ClassInitArgs {
    /// The folder to make the class in.
    #[arg(default_value = ".")]
    pub dir: PathBuf,
    /// The list of names, or the LMS's export.
    #[arg(long, value_name = "FILE", required_unless_present = "example")]
    pub from: Option<PathBuf>,
    /// Print a whole class.toml with all that it can say, and make no class.
    #[arg(long, conflicts_with_all = ["from", "name", "accounts", "chapters", "instructor_account"])]
    pub example: bool,
    /// The class's name; without it, the folder's.
    #[arg(long)]
    pub name: Option<String>,
    /// Which accounts the learners work in.
    #[arg(long, value_enum, default_value_t = ClassAccounts::Practice)]
    pub accounts: ClassAccounts,
    /// The chapters that the class does; may be repeated.
    #[arg(long = "chapter", value_name = "N", default_value = "4", value_parser = number::chapter, value_delimiter = ',')]
    pub chapters: Vec<u8>,
    /// The twelve digits of the account from which the class reads the learners' own accounts.
    #[arg(long, value_name = "ACCOUNT", required_if_eq("accounts", "own"))]
    pub instructor_account: Option<String>,
}

#[derive(Debug, Args)]
pub struct ClassCloudArgs {
    /// The folder to write into; without it, `cloud` in the class's folder.
    #[arg(long, value_name = "DIR")]
    pub output: Option<PathBuf>,
    /// The build of msl-learn that Lambda starts, for Linux on x86_64 or arm64; without it, this program.
    #[arg(long, value_name = "FILE")]
    pub program: Option<PathBuf>,
    /// How many learners are read at once: at most what your account's Lambda concurrency leaves, and 500 because of STS.
    #[arg(long, value_name = "N", default_value_t = 100, value_parser = number::at_once)]
    pub at_once: u16,
}

/// Of whom a command speaks.
#[derive(Debug, Args)]
pub struct SectionArgs {
    /// One section of the class, as roster.csv names it; without it, everybody.
    #[arg(long, value_name = "SECTION")]
    pub section: Option<String>,
}

#[derive(Debug, Args)]
pub struct ClassBoardArgs {
    /// One chapter of the class; without it, all of them.
    #[arg(long, value_name = "N", value_parser = number::chapter)]
    pub chapter: Option<u8>,
    /// Print the address of this section of roster.csv, or export it alone. The page itself has a choice of sections.
    #[arg(long, value_name = "SECTION")]
    pub section: Option<String>,
    /// The port on 127.0.0.1; without it, a free one.
    #[arg(long, value_name = "PORT", default_value_t = 0, hide_default_value = true, value_parser = number::port)]
    pub port: u16,
    /// The folder in which hand-ins come in, such as a shared one.
    #[arg(long, value_name = "DIR")]
    pub inbox: Option<PathBuf>,
    /// Show what a run in the cloud sees, instead of reading the accounts: its address, as `class cloud` prints it.
    #[arg(long, value_name = "s3://BUCKET/runs/RUN", conflicts_with_all = ["inbox", "every"])]
    pub results: Option<String>,
    /// How many minutes are between two rounds through the accounts.
    #[arg(long, value_name = "MINUTES", default_value_t = 5, value_parser = number::minutes)]
    pub every: u64,
    /// Show pseudonyms instead of names.
    #[arg(long)]
    pub pseudonyms: bool,
    /// Write the page as it is now into a file, without scripts, and end.
    #[arg(long, value_name = "FILE", conflicts_with_all = ["port", "inbox", "every"])]
    pub export: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub struct ClassTeachArgs {
    /// The chapter, by its number.
    #[arg(value_parser = number::chapter)]
    pub chapter: u8,
    #[command(flatten)]
    pub paper: PaperArgs,
}

#[derive(Debug, Args)]
pub struct ClassQuizArgs {
    /// The chapter, by its number.
    #[arg(value_parser = number::chapter)]
    pub chapter: u8,
    /// Print which letters are right on the sheet of the same seed and length, and why.
    #[arg(long)]
    pub answers: bool,
    /// The number that fixes the order of questions and choices, so that neighbours get different sheets; without it, the
    /// order is the chapter's.
    #[arg(long, value_name = "N", value_parser = number::seed)]
    pub seed: Option<u64>,
    /// How many questions the sheet has, from the first one on; without it, all.
    #[arg(long, value_name = "N", value_parser = number::questions)]
    pub questions: Option<u16>,
    #[command(flatten)]
    pub paper: PaperArgs,
}

/// How a page for a class is written.
#[derive(Debug, Args)]
pub struct PaperArgs {
    /// Text, or a page for a browser that needs nothing else and can be printed. Without it, the file's name decides.
    #[arg(long, value_enum)]
    pub format: Option<PaperFormat>,
    /// The file to write it to, such as chapter-4.html; without one, it is printed.
    #[arg(long, value_name = "FILE")]
    pub output: Option<PathBuf>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum PaperFormat {
    Text,
    Html,
}

#[derive(Debug, Args)]
pub struct ClassGradesArgs {
    /// The LMS that takes a new sheet; without it, a plain table.
    #[arg(long, value_enum)]
    pub lms: Option<Lms>,
    /// The sheet that you downloaded from your LMS: it is printed with one column filled, and otherwise as it is.
    #[arg(long, value_name = "SHEET", conflicts_with = "lms", requires = "column")]
    pub fill: Option<PathBuf>,
    /// The column to fill, by its head.
    #[arg(long, value_name = "HEAD", requires = "fill")]
    pub column: Option<String>,
    /// One chapter of the class; without it, all of them.
    #[arg(long, value_name = "N", value_parser = number::chapter, conflicts_with = "exercises")]
    pub chapter: Option<u8>,
    /// An exercise, by number (`4.3`) or slug; may be repeated.
    #[arg(long = "exercise", value_name = "EXERCISE")]
    pub exercises: Vec<String>,
    #[command(flatten)]
    pub whom: SectionArgs,
    /// Take what a run in the cloud has seen first: its address, as `class cloud` prints it.
    #[arg(long, value_name = "s3://BUCKET/runs/RUN")]
    pub results: Option<String>,
    /// Grade as of this time: a day, such as 2026-12-10, which counts to its end, or a time, such as 2026-12-10T18:00.
    #[arg(long, value_name = "TIME")]
    pub at: Option<String>,
    /// What a cell says if nothing was seen. What cannot be told is blank always.
    #[arg(long, value_enum, default_value_t = MissingGrade::Blank)]
    pub missing: MissingGrade,
    /// Write it into a file instead.
    #[arg(long, value_name = "FILE")]
    pub output: Option<PathBuf>,
}
