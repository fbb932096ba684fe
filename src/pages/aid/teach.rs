//! A teacher's page: how long a chapter takes, what it needs and costs, what goes wrong, what to show, and what is left.

use msl_learn_checks::{Learner, VERIFIERS};

use super::document::{Aid, AidBlock, AidTable};
use crate::catalog::drill::{Drill, seed_of};
use crate::catalog::{self, Chapter, Exercise, Price, fill, minutes_of};
use crate::class::standing::{ClassStanding, Hurdle};
use crate::failure::Result;
use crate::left::{Thing, ids, things};
use crate::pages::class::sentence;
use crate::ui::{counted, time};

/// What a page is made of.
struct Lesson<'a> {
    chapter: &'static Chapter,
    learner: &'a Learner,
    hurdles: Vec<Hurdle>,
}

/// The page of a chapter. With a class, it says what holds that class up now.
///
/// # Errors
/// If a text of the catalog names a placeholder that does not exist.
pub fn page(chapter: &'static Chapter, learner: &Learner, standing: Option<&ClassStanding>) -> Result<Aid> {
    let lesson = Lesson { chapter, learner, hurdles: standing.map(ClassStanding::hurdles).unwrap_or_default() };
    let mut blocks = vec![AidBlock::Text(format!(
        "For whoever teaches the chapter. {} and {} stand for each learner's own names.",
        learner.domain, learner.region
    ))];
    blocks.extend(lesson.time()?);
    blocks.extend(lesson.beforehand()?);
    blocks.extend(lesson.cost()?);
    blocks.extend(lesson.demonstrations()?);
    blocks.extend(lesson.slips()?);
    blocks.extend(lesson.left()?);
    Ok(Aid { title: format!("Teaching chapter {}: {}", chapter.number, chapter.title), blocks })
}

impl Lesson<'_> {
    fn fill(&self, template: &str) -> Result<String> {
        fill(self.learner, template)
    }

    fn time(&self) -> Result<Vec<AidBlock>> {
        let (chapter, teaching) = (self.chapter, &self.chapter.teaching);
        let mut rows = vec![row("Introduction", minutes_of(chapter.introduction), String::new())];
        for section in chapter.sections {
            let read = format!("`msl-learn read {}.{}`", chapter.number, section.anchor);
            rows.push(row(section.title, minutes_of(section.text), read));
        }
        for exercise in chapter.exercises {
            let wait = self.fill(teaching.wait(exercise).unwrap_or_default())?;
            rows.push(row(&exercise.heading(), usize::from(teaching.minutes(exercise).unwrap_or_default()), wait));
        }
        let questions = counted(chapter.quiz.len(), "question");
        rows.push(row(
            &format!("Quiz: {questions}"),
            chapter.minutes_of_quiz(),
            format!("`msl-learn quiz {}`", chapter.number),
        ));
        let by_exercise: usize =
            chapter.exercises.iter().filter_map(|exercise| teaching.minutes(exercise)).map(usize::from).sum();
        let all = chapter.minutes_to_read() + by_exercise + chapter.minutes_of_quiz();
        let said = format!(
            "Together about {}, of which {} for reading and {} for the quiz. These are estimates for somebody who meets the \
             services for the first time, walkthroughs included and waits left out. No class was timed.",
            hours(all),
            hours(chapter.minutes_to_read()),
            hours(chapter.minutes_of_quiz())
        );
        Ok(vec![
            AidBlock::Part("Time".into()),
            AidBlock::Text(said),
            AidBlock::Table(AidTable {
                caption: "Minutes of each part".into(),
                head: &["Part", "Minutes", "Read with, or wait for"],
                rows,
            }),
        ])
    }

    fn beforehand(&self) -> Result<Vec<AidBlock>> {
        let teaching = self.chapter.teaching.beforehand.iter();
        let mut items = teaching.map(|text| self.fill(text)).collect::<Result<Vec<_>>>()?;
        let needs = self.chapter.exercises.iter().flat_map(|exercise| exercise.needs);
        let mut earlier: Vec<&'static Exercise> =
            needs.filter_map(|slug| catalog::by_slug(slug)).filter(|one| one.chapter != self.chapter.number).collect();
        let place = |exercise: &Exercise| catalog::exercises().position(|one| one.slug == exercise.slug);
        earlier.sort_by_key(|exercise| place(exercise));
        earlier.dedup_by_key(|exercise| exercise.slug);
        if !earlier.is_empty() {
            items.push(format!("Of earlier chapters, these exercises: {}.", ids(&earlier)));
        }
        if let (Some(first), false) = (self.chapter.exercises.first(), earlier.is_empty()) {
            items.push(format!("A practice account is brought there with `msl-learn practice goto {}`.", first.id()));
        }
        for exercise in self.chapter.exercises {
            if let Some(availability) = exercise.availability {
                items.push(format!(
                    "Not every account can do {}: {}",
                    exercise.id(),
                    self.fill(availability.question)?
                ));
            }
        }
        Ok(vec![AidBlock::Part("What learners need beforehand".into()), AidBlock::List(items)])
    }

    fn cost(&self) -> Result<Vec<AidBlock>> {
        let part = AidBlock::Part("What it costs".into());
        if self.chapter.exercises.is_empty() {
            return Ok(vec![part, AidBlock::Text("Nothing: the chapter is only read.".into())]);
        }
        let rows = self.chapter.exercises.iter().map(|one| Ok(vec![one.heading(), self.fill(one.cost)?]));
        Ok(vec![
            part,
            AidBlock::Text("A practice account costs nothing. Prices are those of the walkthroughs.".into()),
            AidBlock::Table(AidTable {
                caption: "Cost of each exercise in an account of AWS".into(),
                head: &["Exercise", "Cost"],
                rows: rows.collect::<Result<_>>()?,
            }),
        ])
    }

    fn demonstrations(&self) -> Result<Vec<AidBlock>> {
        let how = "In the workspace of a practice account, and `aws` in its `msl-learn practice shell`. \
                   `msl-learn practice goto --back` brings back what you had before.";
        let mut blocks = vec![AidBlock::Part("What to demonstrate".into()), AidBlock::Text(how.into())];
        for shown in self.chapter.teaching.demonstrate {
            blocks.push(AidBlock::Text(self.fill(shown.say)?));
            let commands = shown.commands.iter().map(|command| self.fill(command));
            blocks.push(AidBlock::Commands(commands.collect::<Result<_>>()?));
        }
        Ok(blocks)
    }

    fn slips(&self) -> Result<Vec<AidBlock>> {
        let mut blocks = vec![AidBlock::Part("Usual slips".into())];
        if self.chapter.exercises.is_empty() {
            let quiz = format!(
                "Nothing is built here. `msl-learn class quiz {} --answers` says of each choice why it is right or wrong.",
                self.chapter.number
            );
            blocks.push(AidBlock::Text(quiz));
            return Ok(blocks);
        }
        if !self.hurdles.is_empty() {
            blocks.push(AidBlock::Table(self.stuck()?));
        }
        blocks.push(AidBlock::Text(
            "Each command breaks a solved practice account in that way, and the class finds out what is wrong.".into(),
        ));
        for exercise in self.chapter.exercises {
            let is_stuck = self.hurdles.iter().any(|hurdle| hurdle.exercise.slug == exercise.slug);
            let slips = self.chapter.teaching.slips(exercise);
            if is_stuck || slips.is_empty() {
                continue;
            }
            let tested = |mistake| {
                let seed = seed_of(Drill { exercise, mistake });
                let shown = format!("{}<br>`msl-learn drill {} --seed {seed}`", mistake.title, exercise.id());
                [&shown, mistake.visitor, mistake.lesson].iter().map(|text| self.fill(text)).collect::<Result<Vec<_>>>()
            };
            blocks.push(AidBlock::Table(AidTable {
                caption: exercise.heading(),
                head: &["Slip", "What is seen", "What to say"],
                rows: slips.into_iter().map(tested).collect::<Result<_>>()?,
            }));
        }
        Ok(blocks)
    }

    /// What holds the class up now, most learners first.
    fn stuck(&self) -> Result<AidTable> {
        let rows = self.hurdles.iter().map(|hurdle| {
            let text = format!("{}: {}", hurdle.exercise.heading(), sentence(hurdle.exercise, &hurdle.clause));
            Ok(vec![text, hurdle.learners.len().to_string(), self.fill(advice(hurdle))?])
        });
        Ok(AidTable {
            caption: "Where your class is stuck now: the first clause that fails".into(),
            head: &["Clause", "Learners", "What fixes it"],
            rows: rows.collect::<Result<_>>()?,
        })
    }

    fn left(&self) -> Result<Vec<AidBlock>> {
        let number = self.chapter.number;
        let part = AidBlock::Part("What is left over".into());
        let left: Vec<Thing> = things(self.learner)?
            .into_iter()
            .filter(|thing| thing.of.iter().any(|exercise| exercise.chapter == number))
            .collect();
        if left.is_empty() {
            return Ok(vec![part, AidBlock::Text("Nothing.".into())]);
        }
        let said = "It goes in this order. The second command says what is gone. In a practice account nothing has to go; \
                    `msl-learn practice reset` empties it.";
        let commands = ["msl-learn cleanup --chapter N", "msl-learn cleanup --chapter N --check"];
        Ok(vec![
            part,
            AidBlock::Text(said.into()),
            AidBlock::Commands(commands.iter().map(|command| command.replace('N', &number.to_string())).collect()),
            AidBlock::Table(AidTable {
                caption: "What the exercises of the chapter leave in an account".into(),
                head: &["Thing", "Exercises", "A month as it stands", "Lost for good"],
                rows: left.iter().map(|thing| remains(thing, number)).collect(),
            }),
        ])
    }
}

fn row(part: &str, minutes: usize, note: String) -> Vec<String> {
    vec![part.to_owned(), minutes.to_string(), note]
}

fn hours(minutes: usize) -> String {
    time::duration(u64::try_from(minutes).unwrap_or_default() * 60)
}

/// What fixes the clause; nothing if the exercise has no such clause.
fn advice(hurdle: &Hurdle) -> &'static str {
    let verifier = VERIFIERS.iter().find(|verifier| verifier.slug == hurdle.exercise.slug);
    let clause = verifier.and_then(|verifier| verifier.clauses.iter().find(|clause| clause.id() == hurdle.clause));
    clause.map_or("", |clause| clause.advice)
}

fn remains(thing: &Thing, chapter: u8) -> Vec<String> {
    let beyond = ids(&thing.used_beyond(&[chapter]));
    let of: Vec<_> = thing.of.iter().copied().filter(|exercise| exercise.chapter == chapter).collect();
    vec![
        thing.what.clone(),
        if beyond.is_empty() { ids(&of) } else { format!("{}; of other chapters {beyond}", ids(&of)) },
        thing.price.map(month).unwrap_or_default(),
        catalog::removal(thing.kind).lost.unwrap_or_default().to_owned(),
    ]
}

/// What a thing costs a month that nobody uses.
fn month(price: &Price) -> String {
    let about = if price.is_confirmed { "" } else { "about " };
    match price.standing {
        _ if price.usd == 0.0 => "free".into(),
        0.0 => format!("by use: {about}${} per {}", price.usd, price.per),
        standing => format!("{about}${standing:.2}"),
    }
}
