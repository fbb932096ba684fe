//! `msl-learn class board`: one page of the whole class, on this machine alone, or an export of it.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::thread;
use std::time::{Duration, Instant, SystemTime};

use jiff::Timestamp;
use tokio::sync::watch;

use super::board_trouble::{BoardTroubles, tell, unread};
use super::check::round;
use super::cloud::{take as take_run, take_results};
use super::look::OpenClass;
use crate::check::EventLoop;
use crate::class::board_server::{BoardLook, BoardServer};
use crate::class::board_view::BoardView;
use crate::class::closed::is_closed;
use crate::class::cloud::cloud_run::RunAddress;
use crate::class::collect::{files, take};
use crate::class::decisions::DECISIONS_FILE;
use crate::class::folder::ClassFolder;
use crate::class::kinds::ClassAccounts;
use crate::class::notices::{NOTICES_FILE, Notices};
use crate::class::results::RESULTS_FILE;
use crate::class::roster::ROSTER_FILE;
use crate::class::settings::CLASS_FILE;
use crate::class::standing::ClassStanding;
use crate::cli::ClassBoardArgs;
use crate::commands::output;
use crate::failure::{EXIT_DONE, Failure, Result};
use crate::pages::class::Called;
use crate::pages::class::board::{self, BoardContent};
use crate::ui::Printer;

/// How often the page is drawn again if anything has changed.
const REDRAW: Duration = Duration::from_millis(500);
/// How often it is looked for new results of a run in the cloud.
const RUN: Duration = Duration::from_secs(10);

/// A class that cannot be read so many times in a row is told: a file that is being written is whole the next time.
const PATIENCE: usize = 4;

/// # Errors
/// If there is no class, the port is taken, or the file cannot be written.
pub fn run(args: &ClassBoardArgs, directory: Option<&Path>, printer: &mut Printer) -> Result<u8> {
    take_results(args.results.as_deref(), directory, printer)?;
    args.export.as_deref().map_or(Ok(()), output::refuse)?;
    output::format(None, args.export.as_deref(), &[("html", ()), ("htm", ())])?;
    refuse_file(args.inbox.as_deref())?;
    let open = OpenClass::open(directory, args.chapter)?;
    let section = args.section.as_deref();
    open.class.roster.refuse_unknown_section(section)?;
    let view = BoardView { section: args.section.clone(), page: 1, ..BoardView::default() };
    let called = if args.pseudonyms { Called::ByPseudonym } else { Called::ByName };
    let drawing = BoardDrawing { root: open.class.root.clone(), chapter: args.chapter, called };
    if let Some(file) = &args.export {
        let page = board::exported(&drawing.content()?, &view);
        output::write(file, &page)?;
        printer.text(&file.display().to_string())?;
        return Ok(EXIT_DONE);
    }
    let (change, now) = watch::channel(Arc::new(drawing.content()?));
    EventLoop::new()?.block_on(async {
        let server = BoardServer::bind(args.port).await?;
        let query = section.map_or_else(String::new, |_| view.query());
        printer.text(&format!("{}{query}", server.url()))?;
        printer.note("The board is for this machine alone. Ctrl-C ends it.")?;
        if let Some(text) = nothing_comes_in(&open.class, args) {
            printer.note(&text)?;
        }
        let troubles = Arc::new(BoardTroubles::default());
        keep_reading(&open.class, args, Arc::clone(&troubles));
        let look =
            BoardLook { page: Box::new(board::live), fragment: Box::new(board::fragment), script: board::SCRIPT };
        tokio::select! {
            served = server.serve(look, now) => served,
            drawn = drawing.keep_drawing(&change, &troubles, printer) => drawn,
        }
    })?;
    Ok(EXIT_DONE)
}

/// What the page is drawn of.
struct BoardDrawing {
    root: PathBuf,
    chapter: Option<u8>,
    called: Called,
}

impl BoardDrawing {
    fn content(&self) -> Result<BoardContent> {
        let open = OpenClass::again(&self.root, self.chapter)?;
        let standing = ClassStanding::of(&open.class, &open.results, &open.decisions, &open.wanted);
        let notices = Notices::read(&self.root)?.0;
        let name = open.class.settings.name;
        Ok(BoardContent { name, standing, notices, called: self.called, now: Timestamp::now(), troubles: Vec::new() })
    }

    /// What a page depends on: the minute, and each file's time and size. Reading a thousand learners' results takes longer.
    fn state(&self) -> (i64, [Option<(SystemTime, u64)>; 5]) {
        let state = |name: &str| {
            let known = fs::metadata(self.root.join(name)).ok()?;
            Some((known.modified().ok()?, known.len()))
        };
        let files = [CLASS_FILE, ROSTER_FILE, RESULTS_FILE, DECISIONS_FILE, NOTICES_FILE].map(state);
        (Timestamp::now().as_second() / 60, files)
    }

    /// What is wrong, in words that name no learner if the page names none.
    fn shown(&self, wrong: &[String]) -> Vec<String> {
        match self.called {
            Called::ByPseudonym if !wrong.is_empty() => vec!["the terminal of the board says what is wrong".into()],
            _ => wrong.to_vec(),
        }
    }

    /// Looks again whenever the class's files, the minutes or what is wrong have changed.
    ///
    /// # Errors
    /// Once the class is closed, or if the terminal is gone.
    async fn keep_drawing(
        &self,
        change: &watch::Sender<Arc<BoardContent>>,
        troubles: &BoardTroubles,
        printer: &mut Printer,
    ) -> Result<()> {
        let (mut drawn, mut told, mut failures) = (None, Vec::new(), 0);
        loop {
            tokio::time::sleep(REDRAW).await;
            let mut wrong = troubles.now();
            let state = Some((self.state(), wrong.clone()));
            if state == drawn {
                continue;
            }
            let content = match self.content() {
                Ok(content) => {
                    (drawn, failures) = (state, 0);
                    content
                }
                // Nothing of it may be shown any more.
                Err(closed) if is_closed(&self.root) => return Err(closed),
                Err(_) if failures < PATIENCE => {
                    failures += 1;
                    continue;
                }
                Err(failure) => {
                    drawn = None;
                    wrong.push(unread(&failure));
                    (**change.borrow()).clone()
                }
            };
            tell(&told, &wrong, printer)?;
            if drawn.is_some() || told != wrong {
                change.send_replace(Arc::new(BoardContent { troubles: self.shown(&wrong), ..content }));
            }
            told = wrong;
        }
    }
}

/// # Errors
/// If the inbox is a file.
fn refuse_file(inbox: Option<&Path>) -> Result<()> {
    match inbox.filter(|inbox| inbox.is_file()) {
        None => Ok(()),
        Some(file) => Err(Failure::usage(format!("{} is a file, and --inbox names a folder", file.display()))
            .hint("`msl-learn class collect` takes one hand-in, or the zip of an LMS.")),
    }
}

/// Why a board stays as it is, in case the instructor does not expect that.
fn nothing_comes_in(class: &ClassFolder, args: &ClassBoardArgs) -> Option<String> {
    match &args.inbox {
        // The board says by itself what is wrong with it.
        Some(_) => None,
        None if class.settings.accounts == ClassAccounts::Own => None,
        None => Some(
            "Hand-ins come in by themselves if you name their folder with --inbox; `msl-learn class collect` takes them, too."
                .into(),
        ),
    }
}

/// Takes hand-ins and reads accounts beside the page, until the program ends.
fn keep_reading(class: &ClassFolder, args: &ClassBoardArgs, troubles: Arc<BoardTroubles>) {
    let (root, inbox, chapter) = (class.root.clone(), args.inbox.clone(), args.chapter);
    let run = args.results.as_deref().and_then(|address| RunAddress::read(address).ok());
    let every = if run.is_some() { RUN } else { Duration::from_secs(60 * args.every.max(1)) };
    let reads = class.settings.accounts == ClassAccounts::Own;
    thread::spawn(move || {
        let mut last: Option<Instant> = None;
        loop {
            // What goes wrong once is tried again; the page says what is in the way, as a whole and of each learner.
            if let Ok(class) = ClassFolder::at(&root) {
                if let Some(inbox) = &inbox {
                    troubles.of_inbox(inbox, take_inbox(&class, inbox));
                }
                if reads && last.is_none_or(|last| last.elapsed() >= every) {
                    last = Some(Instant::now());
                    troubles.of_round(match &run {
                        Some(run) => take_run(&class, run).map(|_| ()),
                        None => round(&class, chapter, None).map(|_| ()),
                    });
                }
            }
            thread::sleep(2 * REDRAW);
        }
    });
}

/// Takes what has come into the inbox, and keeps what was refused of it: the page says so.
fn take_inbox(class: &ClassFolder, inbox: &Path) -> Result<()> {
    let now = Timestamp::now();
    let collected = take(class, &files(inbox)?.files, now)?;
    Notices::of_hand_ins(class, inbox, &collected, now)
}
