//! The two languages of functions, and how they name files and modules.

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Language {
    JavaScript,
    Python,
}

/// Modules of the runtimes themselves (Node.js API, The Python Standard Library), and the SDKs that Lambda puts beside
/// them. Others are in the package or in a layer.
const OF_NODE: &[&str] = &[
    "assert",
    "async_hooks",
    "buffer",
    "child_process",
    "crypto",
    "dns",
    "events",
    "fs",
    "http",
    "https",
    "net",
    "os",
    "path",
    "perf_hooks",
    "process",
    "querystring",
    "stream",
    "string_decoder",
    "timers",
    "url",
    "util",
    "zlib",
];
const OF_PYTHON: &[&str] = &[
    "__future__",
    "abc",
    "ast",
    "asyncio",
    "base64",
    "boto3",
    "botocore",
    "calendar",
    "collections",
    "concurrent",
    "contextlib",
    "copy",
    "csv",
    "dataclasses",
    "datetime",
    "decimal",
    "email",
    "enum",
    "functools",
    "gzip",
    "hashlib",
    "hmac",
    "html",
    "http",
    "io",
    "itertools",
    "json",
    "locale",
    "logging",
    "math",
    "operator",
    "os",
    "pathlib",
    "pprint",
    "random",
    "re",
    "secrets",
    "shutil",
    "string",
    "sys",
    "tempfile",
    "textwrap",
    "threading",
    "time",
    "traceback",
    "types",
    "typing",
    "unicodedata",
    "urllib",
    "uuid",
    "warnings",
    "zipfile",
    "zlib",
    "zoneinfo",
];

impl Language {
    /// By the ending of a file's name.
    pub fn of(path: &str) -> Option<Self> {
        match path.rsplit_once('.')?.1 {
            "py" => Some(Language::Python),
            "mjs" | "js" | "cjs" => Some(Language::JavaScript),
            _ => None,
        }
    }

    pub fn is_python(self) -> bool {
        self == Language::Python
    }

    /// Whether every function has the module, without its package having it.
    pub fn has_module(self, name: &str) -> bool {
        match self {
            Language::JavaScript => {
                let of_sdk = ["@aws-sdk/", "@smithy/", "node:"].iter().any(|prefix| name.starts_with(prefix));
                of_sdk || OF_NODE.contains(&name.split('/').next().unwrap_or_default()) || name.ends_with(".json")
            }
            Language::Python => OF_PYTHON.contains(&name.split('.').next().unwrap_or_default()),
        }
    }

    /// The files that a handler may name, and the function in them (Lambda Developer Guide, "Define Lambda function
    /// handler" in Node.js and in Python).
    pub fn handler(self, handler: &str) -> Option<(Vec<String>, &str)> {
        match self {
            Language::JavaScript => {
                let folder = handler.rfind('/').map_or(0, |at| at + 1);
                let dot = folder + handler[folder..].find('.')?;
                let file = &handler[..dot];
                Some(([".js", ".mjs", ".cjs"].map(|ending| format!("{file}{ending}")).to_vec(), &handler[dot + 1..]))
            }
            Language::Python => {
                let (module, name) = handler.rsplit_once('.')?;
                let path = module.replace('.', "/");
                Some((vec![format!("{path}.py"), format!("{path}/__init__.py")], name))
            }
        }
    }

    /// The files that `name` may mean to a module at the path `from`.
    pub fn files(self, from: &str, name: &str) -> Vec<String> {
        match self {
            Language::JavaScript => {
                if !name.starts_with(['.', '/']) {
                    return Vec::new();
                }
                let path = below(from, name);
                let endings = ["", ".js", ".mjs", ".cjs", "/index.js", "/index.mjs", "/index.cjs"];
                endings.iter().map(|ending| format!("{path}{ending}")).collect()
            }
            Language::Python => {
                let dots = name.len() - name.trim_start_matches('.').len();
                let path = name[dots..].replace('.', "/");
                let path = match dots {
                    0 => path,
                    1 => below(from, &path),
                    more => below(from, &format!("{}{path}", "../".repeat(more - 1))),
                };
                vec![format!("{path}.py"), format!("{path}/__init__.py")]
            }
        }
    }
}

/// A path that is taken from the folder of another.
fn below(from: &str, path: &str) -> String {
    let folder = from.rsplit_once('/').map_or("", |(folder, _)| folder);
    let mut parts: Vec<&str> = if path.starts_with('/') { Vec::new() } else { folder.split('/').collect() };
    for part in path.split('/') {
        match part {
            "." | "" => {}
            ".." => drop(parts.pop()),
            part => parts.push(part),
        }
    }
    let is_absolute = from.starts_with('/') || path.starts_with('/');
    let joined = parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("/");
    if is_absolute { format!("/{joined}") } else { joined }
}
