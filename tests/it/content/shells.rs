//! Shell code as learners run it: copied from a terminal, with four blanks before each line, and pasted into bash 3.2 or
//! zsh, the shells of macOS.

use msl_learn_checks::commands::{Told, with_found};

use super::document::Fence;
use super::text::{Kind, fill};
use super::{Page, pages};
use crate::about_the_repository::{none, read};
use crate::harness::catalog::{self, Exercise};
use crate::harness::tools::repository;

/// What bash 3.2 or zsh does not know, or reads otherwise.
const NOT_EVERYWHERE: [(&str, &str); 24] = [
    (",,}", "bash 3.2 and zsh change no case in ${…}"),
    ("^^}", "bash 3.2 and zsh change no case in ${…}"),
    ("mapfile ", "bash 3.2 and zsh have no mapfile"),
    ("readarray ", "bash 3.2 and zsh have no readarray"),
    ("declare -A", "bash 3.2 has no associative arrays"),
    ("local -n", "bash 3.2 has no references to names"),
    ("declare -n", "bash 3.2 has no references to names"),
    ("&>>", "bash 3.2 does not append both streams"),
    ("|&", "bash 3.2 does not pipe both streams"),
    (";;&", "bash 3.2 has no ;;&"),
    ("[[ -v ", "bash 3.2 has no -v"),
    ("coproc ", "bash 3.2 has no coproc"),
    ("wait -n", "bash 3.2 has no wait -n"),
    ("shopt ", "zsh has no shopt"),
    ("declare -g", "bash 3.2 has no declare -g"),
    ("local -A", "bash 3.2 has no associative arrays"),
    ("typeset -A", "bash 3.2 has no associative arrays"),
    (":0:-", "bash 3.2 counts no length from the end"),
    (":1:-", "bash 3.2 counts no length from the end"),
    ("@Q}", "bash 3.2 quotes no variable by itself"),
    ("$BASHPID", "bash 3.2 and zsh have no BASHPID"),
    ("$EPOCHSECONDS", "bash 3.2 has no EPOCHSECONDS"),
    ("printf '%(", "bash 3.2 and zsh print no time"),
    ("$(case ", "bash 3.2 takes the `)` of a pattern for the end of $(…)"),
];
/// Variables that zsh keeps for itself: read-only, or tied to another one.
const OF_ZSH: [&str; 16] = [
    "status",
    "path",
    "argv",
    "options",
    "commands",
    "functions",
    "aliases",
    "history",
    "signals",
    "pipestatus",
    "cdpath",
    "fpath",
    "manpath",
    "prompt",
    "watch",
    "words",
];
/// What a shell would act upon in a comment: zsh, as it is set up for typing, reads a comment as a command.
const IN_COMMENTS: &[char] = &['\'', '"', '`', '(', ')', '!', '?', '*', '[', ']', '|', '&', ';', '<', '>', '$', '\\'];
/// The end of each modifier that zsh takes after `$name:`.
const MODIFIERS: &str = "aAcefFghlpPqQrstuwWx&";

/// A command that fails as copied teaches that the walkthroughs cannot be trusted.
#[test]
fn commands_can_be_pasted_into_bash_and_zsh() {
    let texts = pages();
    let of_texts = texts.iter().flat_map(|page| {
        let fences = page.document.fences.iter().filter(|fence| fence.language == "sh");
        fences.flat_map(|fence| of_fence(page, fence)).collect::<Vec<_>>()
    });
    let exercises = || catalog::all().iter();
    none(of_texts.chain(exercises().flat_map(of_solution)).chain(exercises().flat_map(of_sheet)));
}

/// The most bytes of a line of `[cli]`: of a longer one nobody sees what it does.
const LONGEST_LINE: usize = 300;

/// The commands that fix a clause, as a practice account shows them.
fn of_sheet(exercise: &Exercise) -> Vec<String> {
    let of_command = |(id, command): (&String, &String)| {
        let filled = fill(&with_found(command, |_| Told::default()));
        let too_long = filled.lines().any(|line| line.len() > LONGEST_LINE);
        let long = too_long.then(|| "a line is too long to be shown: split it, with variables".to_owned());
        let all = flaws(&filled).into_iter().chain(unset(&filled)).map(|(_, says)| says).chain(long);
        all.map(|says| format!("exercises/{}/exercise.toml: [cli] {id}: {says}", exercise.slug)).collect::<Vec<_>>()
    };
    exercise.about.cli.iter().flat_map(of_command).collect()
}

fn of_fence(page: &Page, fence: &Fence) -> Vec<String> {
    // A hint shows one command out of several, and says whose ids it takes.
    let is_whole = page.text.kind != Kind::Sheet;
    let unset = unset(&fence.code).into_iter().filter(|_| is_whole);
    let faults = flaws(&fence.code).into_iter().chain(read_swallows(&fence.code)).chain(unset);
    faults.map(|(line, says)| page.text.fault(fence.line + line, says)).collect()
}

fn of_solution(exercise: &Exercise) -> Vec<String> {
    let Some(path) = exercise.solution() else { return Vec::new() };
    let shown = path.strip_prefix(repository()).expect("a file of the repository").display().to_string();
    let code = fill(&read(&path));
    let faults = flaws(&code).into_iter().chain(comments(&code));
    faults.map(|(line, says)| format!("{shown}:{line}: {says}")).collect()
}

/// What is wrong in a piece of code for a terminal, each with its line.
fn flaws(code: &str) -> Vec<(usize, String)> {
    let lines = || (1..).zip(code.lines());
    let unknown = lines().flat_map(|(number, line)| {
        let known = NOT_EVERYWHERE.iter().filter(move |(form, _)| without_comment(line).contains(form));
        known.map(move |(form, why)| (number, format!("`{}`: {why}", form.trim())))
    });
    let taken = lines().flat_map(|(number, line)| {
        let set = OF_ZSH.iter().filter(move |name| sets(without_comment(line), name));
        set.map(move |name| (number, format!("`{name}` is a variable of zsh's own: take another name")))
    });
    let unsplit = lines().filter_map(|(number, line)| {
        let list = line.trim().strip_prefix("for ")?.split_once(" in $")?.1;
        (!list.starts_with('(')).then(|| (number, "zsh splits no variable into words: loop over $(…)".to_owned()))
    });
    let modified = lines().filter_map(|(number, line)| {
        let name = modified(line)?;
        Some((number, format!("zsh reads `${name}:` and a letter as a modifier: write ${{{name}}}")))
    });
    let all = unknown.chain(taken).chain(unsplit).chain(modified);
    let all = all.chain(continued_in_quotes(code)).chain(history(code));
    all.chain(heredocs(code)).chain(exits(code)).collect()
}

/// Options whose value nobody but the learner's account knows end so.
const OF_ACCOUNT: [&str; 4] = ["id", "arn", "name", "address"];

/// Words in capitals where an option takes a name or an id: pasted as they stand, they name nothing, or make something of that
/// name. A variable of the shell that a line before sets does it.
fn unset(code: &str) -> Vec<(usize, String)> {
    let words =
        (1..).zip(code.lines()).flat_map(|(number, line)| line.split_whitespace().map(move |word| (number, word)));
    let words: Vec<(usize, &str)> = words.filter(|(_, word)| *word != "\\").collect();
    let is_placeholder = |word: &str| word.len() > 1 && word.chars().all(|c| c.is_ascii_uppercase() || c == '_');
    let takes_own = |option: &str| option.starts_with("--") && OF_ACCOUNT.iter().any(|end| option.ends_with(end));
    let pairs = words.windows(2).filter(|pair| takes_own(pair[0].1) && is_placeholder(pair[1].1));
    pairs
        .map(|pair| (pair[1].0, format!("nothing sets `{}`: write a variable that a line before sets", pair[1].1)))
        .collect()
}

/// Whether a line gives the variable a value: by `name=`, or by `read`.
fn sets(line: &str, name: &str) -> bool {
    let words = line.split(|c: char| c.is_whitespace() || c == '(' || c == ';').collect::<Vec<_>>();
    let reads = words.iter().position(|word| *word == "read");
    let assigned = words.iter().any(|word| word.strip_prefix(name).is_some_and(|rest| rest.starts_with('=')));
    let read = reads.is_some_and(|at| words[at..].contains(&name));
    let looped = line.trim().strip_prefix("for ").is_some_and(|rest| rest.split(' ').next() == Some(name));
    assigned || read || looped
}

fn without_comment(line: &str) -> &str {
    if line.trim_start().starts_with('#') { "" } else { line }
}

/// The first variable without braces that a colon and the letter of a modifier follow.
fn modified(line: &str) -> Option<&str> {
    line.split('$').skip(1).find_map(|after| {
        let end = after.find(|c: char| !c.is_ascii_alphanumeric() && c != '_')?;
        let next = after[end..].strip_prefix(':')?.chars().next()?;
        (end > 0 && MODIFIERS.contains(next)).then_some(&after[..end])
    })
}

/// Lines that go on inside of quotes: the blanks of the next would be part of the text.
fn continued_in_quotes(code: &str) -> Vec<(usize, String)> {
    let mut quotes = Quotes::default();
    let mut faults = Vec::new();
    for (number, line) in (1..).zip(code.lines()) {
        quotes.read(line);
        if line.ends_with('\\') && quotes.are_open() {
            faults.push((number, "the line goes on inside of quotes: blanks before the next get into the text".into()));
        }
    }
    faults
}

/// Both shells look a `!` up in what was typed before, between double quotes too.
fn history(code: &str) -> Vec<(usize, String)> {
    let mut quotes = Quotes::default();
    let mut faults = Vec::new();
    for (number, line) in (1..).zip(code.lines()) {
        let recalls = line.match_indices('!').any(|(at, _)| {
            let mut before = quotes.clone();
            before.read(&line[..at]);
            let next = line[at + 1..].chars().next();
            before.open.contains(&Context::Double) && next.is_some_and(|next| !" =\"".contains(next))
        });
        if recalls {
            faults.push((number, "`!` between double quotes is a command typed before: write it another way".into()));
        }
        quotes.read(line);
    }
    faults
}

/// What is open at the end of a line: a `'`, or contexts one in another, each between double quotes or in `$(…)`.
#[derive(Clone, Default)]
struct Quotes {
    single: bool,
    open: Vec<Context>,
}

#[derive(Clone, PartialEq)]
enum Context {
    Double,
    Command,
    Group,
}

impl Quotes {
    fn are_open(&self) -> bool {
        self.single || self.open.last() == Some(&Context::Double)
    }

    fn read(&mut self, line: &str) {
        let mut chars = line.chars().peekable();
        let mut before = ' ';
        while let Some(c) = chars.next() {
            let in_double = self.open.last() == Some(&Context::Double);
            match c {
                '\'' if self.single || !in_double => self.single = !self.single,
                _ if self.single => {}
                '\\' => drop(chars.next()),
                '#' if !in_double && before.is_whitespace() => return,
                '"' if in_double => drop(self.open.pop()),
                '"' => self.open.push(Context::Double),
                '(' if before == '$' => self.open.push(Context::Command),
                '(' if !in_double => self.open.push(Context::Group),
                ')' if !in_double => drop(self.open.pop()),
                _ => {}
            }
            before = c;
        }
    }
}

fn heredocs(code: &str) -> impl Iterator<Item = (usize, String)> {
    let starts = |line: &str| without_comment(line).replace("<<<", "").contains("<<");
    let lines = (1..).zip(code.lines()).filter(move |(_, line)| starts(line));
    lines.map(|(number, _)| (number, "a here-document does not end when blanks are before its last word".into()))
}

/// An `exit` outside of a subshell closes the terminal that it is pasted into.
fn exits(code: &str) -> Vec<(usize, String)> {
    let mut inside = false;
    let mut faults = Vec::new();
    for (number, line) in (1..).zip(code.lines()) {
        inside = (inside || line == "(") && line != ")";
        let mut words = without_comment(line).split([' ', ';', '{', '}']);
        if !inside && words.any(|word| word == "exit") {
            faults.push((number, "`exit` closes the terminal: put the script between ( and )".into()));
        }
    }
    faults
}

/// A `read` from the terminal that takes the next line of its block for what is typed, or that asks for nothing.
fn read_swallows(code: &str) -> Vec<(usize, String)> {
    let lines: Vec<_> = code.lines().collect();
    let asks = |line: &str| {
        let has_read = line.split([' ', ';']).any(|word| word == "read");
        has_read && !line.contains('<') && !line.contains('|') && !line.contains("while ")
    };
    let reads = lines.iter().enumerate().filter(|(_, line)| asks(without_comment(line)));
    let faults = reads.flat_map(|(at, line)| {
        let more = lines[at + 1..].iter().any(|line| !line.trim().is_empty());
        [
            more.then_some("`read` takes the next pasted line for the answer: end the block with it"),
            (!line.contains("printf '"))
                .then_some("`read` without a prompt looks like a terminal that hangs: printf '…: ' first"),
        ]
        .into_iter()
        .flatten()
        .map(move |says| (at + 1, says.to_owned()))
    });
    faults.collect()
}

fn comments(code: &str) -> impl Iterator<Item = (usize, String)> {
    let comments = (1..).zip(code.lines()).filter(|(_, line)| line.trim_start().starts_with('#'));
    comments.filter_map(|(number, line)| {
        let sign = line.find(IN_COMMENTS).map(|at| &line[at..=at])?;
        Some((number, format!("zsh reads a pasted comment as a command: it must not hold `{sign}`")))
    })
}

#[test]
fn code_that_is_wrong_in_a_terminal() {
    let wrong = r#"curl "https://example.com\
/v1"
status=done
while read -r _ path; do echo "${path,,}"; done < <(aws)
for one in $many; do echo; done
echo "$LAMBDA:path" "$a:443"
cat <<'END'
exit 1
END
aws x --query "[?!Name]"
"#;
    let lines: Vec<_> = flaws(wrong).into_iter().map(|(line, says)| format!("{line}: {says}")).collect();
    insta::assert_snapshot!(lines.join("\n"));
    let asked = read_swallows("IFS= read -rs PASSWORD\naws iam list-users\n");
    assert_eq!(asked.len(), 2, "{asked:?}");
    assert_eq!(comments("# Lambda's role\n").count(), 1);
    let unset =
        unset("aws iam delete-role \\\n  --role-name ROLE_NAME\naws x --id ID --role-name \"$ROLE\" --type MOCK\n");
    assert_eq!(unset.iter().map(|(line, _)| *line).collect::<Vec<_>>(), [2, 3], "{unset:?}");
}

#[test]
fn code_that_is_right_in_a_terminal() {
    let right = "(\nif [[ $zone == None ]]; then\n  exit 1\nfi\n)\nfor a in $(aws); do echo \"$a\"; done\n\
                 aws x --query \"A[?\n  b]\" --policy \"$(sed \"s|X|$Y|\" \\\n  file)\" \\\n  --z 'it' # that's all\n\
                 aws x --query 'A[?!B]' --y \"$C\" && [ \"$C\" != \"!\" ]\n\
                 read -r a b <<<\"$(aws)\"\nname=status\n";
    assert_eq!(flaws(right), []);
    assert_eq!(read_swallows("printf 'Name: '; read -r NAME\n"), []);
    assert_eq!(read_swallows("read -r A < <(aws)\necho\n"), []);
}
