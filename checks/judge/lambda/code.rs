//! What a function's code says, as far as it can be told without running it. What cannot be told is not claimed.

use crate::documents::package::Package;
use crate::documents::source::{Language, Token, tokens};
use crate::judge::web::cors::OwnPages;
use crate::judgement::Judgement;
use crate::services::lambda::Function;

const ANSWER: &str = "an object with statusCode 200 and, as body, JSON text";
const ORIGIN: &str = "access-control-allow-origin";
const UNTOLD: &str = "cannot be told from the code";

/// The function's own code in the package, without its comments.
pub struct Code<'a>(&'a [Token]);

impl<'a> Code<'a> {
    pub fn of(package: &'a Package) -> Self {
        Self(package.tokens())
    }

    /// Whether one of these words stands somewhere.
    pub fn has(&self, words: &[&str]) -> bool {
        words.iter().any(|word| self.0.iter().any(|token| token.is_word(word)))
    }

    /// The first of these that is called or made somewhere; one that begins with a dot is a method. A name that is
    /// imported and goes unused is not.
    pub fn call_of<'n>(&self, names: &[&'n str]) -> Option<&'n str> {
        names.iter().copied().find(|name| {
            let called = |pair: &[Token]| pair[0].is_word(name.trim_start_matches('.')) && pair[1].is_mark('(');
            let after = |at: usize| !name.starts_with('.') || (at > 0 && self.0[at - 1].is_mark('.'));
            self.0.windows(2).enumerate().any(|(at, pair)| called(pair) && after(at))
        })
    }

    pub fn texts(&self) -> impl Iterator<Item = &str> {
        self.0.iter().filter_map(Token::text)
    }

    /// Whether the name stands somewhere, bare or between quotes.
    pub fn mentions(&self, name: &str) -> bool {
        self.0.iter().any(|token| token.name() == Some(name))
    }

    /// What is written right after `name` and a colon, or after `["name"] =`.
    pub fn values(&self, name: &str) -> impl Iterator<Item = &[Token]> {
        self.0.iter().enumerate().filter(move |(_, token)| token.name() == Some(name)).filter_map(|(at, token)| {
            let rest = &self.0[at + 1..];
            match rest {
                [Token::Mark(':'), value @ ..] if !value.is_empty() => Some(value),
                [Token::Mark(']'), Token::Mark('='), value @ ..] if !value.is_empty() => Some(value),
                // `{ body }` is short for `{ body: body }`.
                [Token::Mark(',' | '}'), ..] if token.text().is_none() => Some(&self.0[at..]),
                _ => None,
            }
        })
    }

    /// What is given to a variable where it is first written down.
    pub fn given(&self, variable: &str) -> Option<&[Token]> {
        self.0.windows(2).position(|pair| pair[0].is_word(variable) && pair[1].is_mark('=')).map(|at| &self.0[at + 2..])
    }
}

/// What the code tells of one thing.
enum Told {
    Yes,
    No(Judgement),
    /// It depends on what only running it would show.
    Not,
}

/// The code answers with status code 200 and text as its body.
pub fn answers(package: &Package) -> Judgement {
    let code = Code::of(package);
    if code.texts().any(|text| text.contains("Hello from Lambda")) {
        return Judgement::fails(ANSWER, "the greeting of the code that the console puts into a new function")
            .advising("Replace the code in the editor by your own, and choose Deploy: until then the old code runs.");
    }
    match [status(&code, package), body(&code, package)] {
        [Told::No(wrong), _] | [_, Told::No(wrong)] => wrong,
        [Told::Yes, Told::Yes] => Judgement::holds("statusCode 200, and JSON text as body"),
        _ => Judgement::skips(UNTOLD),
    }
}

/// Libraries may do what the code does not show.
fn absent(package: &Package, found: &str) -> Told {
    if package.has_libraries() { Told::Not } else { Told::No(Judgement::fails(ANSWER, found)) }
}

fn status(code: &Code<'_>, package: &Package) -> Told {
    let values: Vec<_> = code.values("statusCode").filter_map(|value| value[0].name()).collect();
    let numbers = || values.iter().filter(|value| value.bytes().all(|b| b.is_ascii_digit()));
    match () {
        () if values.is_empty() && !code.has(&["statusCode"]) => absent(package, "no statusCode in the code"),
        () if values.contains(&"200") => Told::Yes,
        () if !values.is_empty() && numbers().count() == values.len() => {
            Told::No(Judgement::fails(ANSWER, format!("statusCode {}", values.join(" and "))))
        }
        () if code.has(&["200"]) => Told::Yes,
        () => Told::Not,
    }
}

fn body(code: &Code<'_>, package: &Package) -> Told {
    let bodies: Vec<Told> = code.values("body").map(|value| of_body(code, value)).collect();
    if bodies.is_empty() {
        return if code.has(&["body"]) { Told::Not } else { absent(package, "no body in the code") };
    }
    let all = bodies.iter().all(|told| matches!(told, Told::Yes));
    let wrong = bodies.into_iter().find(|told| matches!(told, Told::No(_)));
    // Where it is made text somewhere else, that is as good.
    let told = if all || code.has(&["stringify", "dumps"]) { Told::Yes } else { Told::Not };
    wrong.unwrap_or(told)
}

fn of_body(code: &Code<'_>, value: &[Token]) -> Told {
    const NO_TEXT: &str = "a body that is no text";
    let is_list = |value: &[Token]| value.first().is_some_and(|token| token.is_mark('[') || token.is_mark('{'));
    let given = value[0].name().filter(|_| value[0].text().is_none()).and_then(|name| code.given(name));
    match value {
        value if is_list(value) || given.is_some_and(is_list) => Told::No(Judgement::fails(ANSWER, NO_TEXT).advising(
            "API Gateway takes text alone as body, and answers 502 to anything else: `body: JSON.stringify(chapters)`, \
             in Python `\"body\": json.dumps(chapters)`.",
        )),
        [Token::Text(text), ..] if text.trim_start().starts_with('[') => Told::Yes,
        value if is_made_text(value) || given.is_some_and(is_made_text) => Told::Yes,
        _ => Told::Not,
    }
}

fn is_made_text(value: &[Token]) -> bool {
    let pairs = [("JSON", "stringify"), ("json", "dumps")];
    matches!(value, [object, Token::Mark('.'), method, ..]
        if pairs.iter().any(|(o, m)| object.is_word(o) && method.is_word(m)))
        || value.first().is_some_and(|token| token.is_word("dumps"))
}

/// The code sends the header that lets the website's pages read the answer.
pub fn allows_origin(package: &Package, domain: &str) -> Judgement {
    let code = Code::of(package);
    let pages = OwnPages::at(domain);
    let expected = pages.expected();
    let Some(name) = code.texts().find(|text| text.eq_ignore_ascii_case(ORIGIN)) else {
        return match package.has_libraries() {
            true => Judgement::skips(UNTOLD),
            false => Judgement::fails(expected, "no such header in the code"),
        };
    };
    let fixed: Vec<&str> = code.values(name).filter_map(|value| value[0].text()).collect();
    match fixed.iter().find(|value| !pages.may_read(value)) {
        Some(other) => Judgement::fails(expected, format!("the header with {other}")),
        None => Judgement::holds(format!("the header {name}")),
    }
}

/// The file and the function that the handler names are in the package.
pub fn handler(function: &Function, package: &Package) -> Judgement {
    let (Some(handler), Some(runtime)) = (&function.handler, &function.runtime) else {
        return Judgement::skips("a container image has no handler of this kind");
    };
    let is_python = runtime.starts_with("python");
    let folder_end = handler.rfind('/').map_or(0, |at| at + 1);
    let split = if is_python { handler.rsplit_once('.') } else { split_after(handler, folder_end) };
    let Some((file, name)) = split else {
        return Judgement::fails("a file and a function, such as index.handler", handler);
    };
    let files =
        if is_python { python_files(file) } else { [".js", ".mjs", ".cjs"].map(|e| format!("{file}{e}")).to_vec() };
    match files.iter().find_map(|path| Some((path, package.text(path)?))) {
        Some((path, text)) if is_python => python_name(path, text, name),
        Some((path, text)) => exported(package, path, text, name),
        None => missing_file(package, &files, name),
    }
}

fn split_after(handler: &str, start: usize) -> Option<(&str, &str)> {
    let dot = start + handler[start..].find('.')?;
    Some((&handler[..dot], &handler[dot + 1..]))
}

fn python_files(module: &str) -> Vec<String> {
    let path = module.replace('.', "/");
    vec![format!("{path}.py"), format!("{path}/__init__.py")]
}

fn missing_file(package: &Package, files: &[String], name: &str) -> Judgement {
    let expected = format!("a file {} with {name}", files.join(" or "));
    let in_folder = package.paths().find(|path| files.iter().any(|file| path.ends_with(&format!("/{file}"))));
    if let Some(path) = in_folder {
        return Judgement::fails(expected, path).advising(
            "The package holds the folder, and must hold the file itself. Go into the folder, and make the .zip file \
             of the file alone.",
        );
    }
    let sources: Vec<&str> =
        package.sources().map(|(path, _)| path).filter(|path| Language::of(path).is_some()).take(5).collect();
    if sources.is_empty() {
        return Judgement::fails(expected, "no file of code in the package");
    }
    Judgement::fails(expected, sources.join(", ")).advising(
        "Rename the file, or edit the runtime settings: the handler is the file's name without its ending, a dot, and \
         the name of the function in it.",
    )
}

fn python_name(path: &str, text: &str, name: &str) -> Judgement {
    let tokens = tokens(Language::Python, text);
    let is_made = |pair: &[Token]| {
        let made_before = ["def", "import", "as"].iter().any(|word| pair[0].is_word(word)) || pair[0].is_mark(',');
        (made_before && pair[1].is_word(name)) || (pair[0].is_word(name) && pair[1].is_mark('='))
    };
    match tokens.windows(2).any(is_made) {
        true => Judgement::holds(format!("{name} in {path}")),
        false => Judgement::fails(format!("a function {name} in {path}"), "none of that name"),
    }
}

/// Node.js takes `.mjs` files, and those of a package that says so, for ES modules (Lambda Developer Guide, "Define
/// Lambda function handler in Node.js").
fn exported(package: &Package, path: &str, text: &str, name: &str) -> Judgement {
    let tokens = tokens(Language::JavaScript, text);
    let (exports, is_common) =
        (tokens.iter().any(|t| t.is_word("export")), tokens.iter().any(|t| t.is_word("exports")));
    let expected = format!("{path} exports {name}");
    let is_module = path.ends_with(".mjs") || (path.ends_with(".js") && says_module(package));
    if path.ends_with(".js") && !is_module && exports {
        return Judgement::skips(format!(
            "whether Node.js takes {path} for an ES module: name it index.mjs to be sure"
        ));
    }
    match (is_module, exports, is_common) {
        (true, true, _) if is_exported(&tokens, name) => Judgement::holds(expected),
        (true, _, true) => {
            Judgement::fails(expected, "module.exports or exports, as CommonJS has it").advising(format!(
                "In an ES module, which {path} is, write `export const {name} = async () => …`. What a CommonJS module \
             exports is in a file whose name ends in .cjs."
            ))
        }
        (true, ..) => Judgement::fails(expected, format!("{path} without it"))
            .advising(format!("Write `export` before `const {name}`.")),
        (false, true, false) => Judgement::fails(expected, "export, which a CommonJS module does not know")
            .advising(format!("Give {path} the ending .mjs.")),
        (false, _, true) if tokens.iter().any(|token| token.name() == Some(name)) => Judgement::holds(expected),
        (false, ..) => Judgement::fails(expected, format!("{path} without it")),
    }
}

fn says_module(package: &Package) -> bool {
    let json = package.text("package.json").and_then(|text| serde_json::from_str::<serde_json::Value>(text).ok());
    json.is_some_and(|json| json["type"] == "module")
}

/// `export const NAME`, `export async function NAME`, `export { NAME }`, `export { other as NAME }`, `export *`.
fn is_exported(tokens: &[Token], name: &str) -> bool {
    let begins = tokens.iter().enumerate().filter(|(_, token)| token.is_word("export"));
    begins.map(|(at, _)| &tokens[at + 1..]).any(|rest| match rest {
        [Token::Mark('*'), ..] => true,
        [Token::Mark('{'), ..] => listed(rest, name),
        rest => {
            let declares = ["async", "const", "let", "var", "function", "class"];
            let declared = rest.iter().find(|token| !declares.iter().any(|w| token.is_word(w)) && !token.is_mark('*'));
            declared.is_some_and(|token| token.is_word(name) || token.is_mark('{'))
        }
    })
}

fn listed(rest: &[Token], name: &str) -> bool {
    let end = rest.iter().position(|token| token.is_mark('}')).unwrap_or(rest.len());
    let ends = |token: Option<&Token>| token.is_none_or(|token| token.is_mark(',') || token.is_mark('}'));
    (0..end).any(|at| rest[at].is_word(name) && ends(rest.get(at + 1)))
}
