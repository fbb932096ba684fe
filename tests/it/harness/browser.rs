//! A real Chromium without a window, told what to do over pipes (Chrome DevTools Protocol), and axe-core, which knows what bars
//! people from a page.

use std::env;
use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::path::PathBuf;
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::time::{Duration, Instant};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};
use tempfile::TempDir;

use crate::harness::tools;

/// Names the browser, and makes it an error that there is none.
const VARIABLE: &str = "MSL_CHROMIUM";
const PROGRAMS: [&str; 3] = ["chromium", "chromium-browser", "google-chrome"];
/// Longer than any page takes to be there.
const LIMIT: Duration = Duration::from_secs(30);
/// What axe-core finds, each with the elements; what it leaves to a human is none of it.
const AXE: &str = "axe.run(document, { resultTypes: ['violations'] }).then((found) => found.violations.map((one) =>
    one.id + ': ' + one.help + ': ' + one.nodes.map((node) => node.target.join(' ')).join(', ')))";

/// A browser with one page; it ends with this value.
pub struct Browser {
    child: Child,
    commands: ChildStdin,
    answers: BufReader<ChildStdout>,
    number: u64,
    session: Value,
    _profile: TempDir,
}

/// How large the page is seen, in pixels of its own, and by how much each is magnified.
#[derive(Clone, Copy, Debug)]
pub struct Viewport {
    pub width: u32,
    pub height: u32,
    pub scale: u32,
}

impl Browser {
    /// Starts Chromium with these further arguments; `None`, and it is said, if there is none and none was promised.
    pub fn start(arguments: &[&str]) -> Option<Self> {
        let program = program()?;
        let profile = tempfile::tempdir().expect("a temporary folder");
        let mut command = Command::new("sh");
        // The protocol's pipes are the descriptors 3 and 4.
        command.args(["-c", "exec \"$@\" 3<&0 4>&1 0</dev/null 1>/dev/null", "sh"]).arg(program);
        command.args(["--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run"]);
        command.arg("--remote-debugging-pipe").arg(format!("--user-data-dir={}", profile.path().display()));
        command.args(arguments).arg("about:blank");
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
        let mut child = command.spawn().expect("sh, which every system has");
        let commands = child.stdin.take().expect("a piped stream");
        let answers = BufReader::new(child.stdout.take().expect("a piped stream"));
        let mut browser = Self { child, commands, answers, number: 0, session: Value::Null, _profile: profile };
        let target = browser.send("Target.createTarget", json!({"url": "about:blank"}))["targetId"].clone();
        let attached = browser.send("Target.attachToTarget", json!({"targetId": target, "flatten": true}));
        browser.session = attached["sessionId"].clone();
        browser.send("Page.enable", json!({}));
        Some(browser)
    }

    /// Opens an address, and waits until the page and its scripts are there.
    pub fn open(&mut self, address: &str, viewport: Viewport) {
        let Viewport { width, height, scale } = viewport;
        let metrics = json!({"width": width, "height": height, "deviceScaleFactor": scale, "mobile": false});
        self.send("Emulation.setDeviceMetricsOverride", metrics);
        let opened = self.send("Page.navigate", json!({"url": address}));
        assert!(opened["errorText"].is_null(), "{address}: {opened}");
        self.wait_until("document.readyState === 'complete'");
    }

    /// Whether the reader's system asks for less motion, and for dark colours.
    pub fn prefer(&mut self, reduced_motion: bool, dark: bool) {
        let (motion, scheme) = (if reduced_motion { "reduce" } else { "" }, if dark { "dark" } else { "light" });
        let features = json!([{"name": "prefers-reduced-motion", "value": motion}, {"name": "prefers-color-scheme", "value": scheme}]);
        self.send("Emulation.setEmulatedMedia", json!({"features": features}));
    }

    /// What an expression of the page's script is worth; a promise is awaited.
    pub fn value(&mut self, expression: &str) -> Value {
        let asked = json!({"expression": expression, "awaitPromise": true, "returnByValue": true, "userGesture": true});
        let answer = self.send("Runtime.evaluate", asked);
        assert!(answer["exceptionDetails"].is_null(), "{expression}: {answer:#}");
        answer["result"]["value"].clone()
    }

    /// As [`Browser::value`], of a text.
    pub fn text(&mut self, expression: &str) -> String {
        self.value(expression).as_str().unwrap_or_else(|| panic!("{expression} is no text")).to_owned()
    }

    /// Waits until the expression is true.
    pub fn wait_until(&mut self, expression: &str) {
        let deadline = Instant::now() + LIMIT;
        while self.value(expression) != Value::Bool(true) {
            assert!(
                Instant::now() < deadline,
                "{expression} never came; the page: {}",
                self.value("document.body.innerText")
            );
            std::thread::sleep(Duration::from_millis(20));
        }
    }

    /// Presses a key: `Tab`, `Enter` or a blank.
    pub fn press(&mut self, key: &str) {
        let (code, text) = match key {
            "Tab" => (9, ""),
            "Enter" => (13, "\r"),
            " " => (32, " "),
            other => panic!("the tests know no key {other}"),
        };
        let event = |kind: &str| json!({"type": kind, "key": key, "code": key, "windowsVirtualKeyCode": code, "text": if kind == "keyUp" { "" } else { text }});
        self.send("Input.dispatchKeyEvent", event(if text.is_empty() { "rawKeyDown" } else { "keyDown" }));
        self.send("Input.dispatchKeyEvent", event("keyUp"));
    }

    /// What axe-core finds on the page as it is.
    pub fn barriers(&mut self) -> Vec<String> {
        if self.value("typeof axe") != "object" {
            let axe = fs::read_to_string(tools::axe()).expect("axe-core");
            self.value(&format!("{axe}; 1"));
        }
        serde_json::from_value(self.value(AXE)).expect("texts")
    }

    /// The whole page as a picture, in PNG.
    pub fn picture(&mut self) -> Vec<u8> {
        let asked = json!({"format": "png", "captureBeyondViewport": true});
        let data = self.send("Page.captureScreenshot", asked)["data"].as_str().expect("a picture").to_owned();
        STANDARD.decode(data).expect("Base64")
    }

    fn send(&mut self, method: &str, parameters: Value) -> Value {
        self.number += 1;
        let mut message = json!({"id": self.number, "method": method, "params": parameters});
        if !self.session.is_null() {
            message["sessionId"] = self.session.clone();
        }
        self.commands.write_all(format!("{message}\0").as_bytes()).expect("a browser that listens");
        loop {
            let mut bytes = Vec::new();
            self.answers.read_until(0, &mut bytes).expect("a browser that answers");
            assert_eq!(bytes.pop(), Some(0), "the browser ended before it answered {method}");
            let answer: Value = serde_json::from_slice(&bytes).expect("JSON");
            if answer["id"] == self.number {
                assert!(answer["error"].is_null(), "{method}: {answer}");
                return answer["result"].clone();
            }
        }
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        let _ = self.commands.write_all(b"{\"id\":0,\"method\":\"Browser.close\"}\0");
        let _ = self.child.wait();
    }
}

fn program() -> Option<PathBuf> {
    if let Some(named) = env::var_os(VARIABLE) {
        return Some(
            found(&named.to_string_lossy()).unwrap_or_else(|| panic!("{VARIABLE} names {named:?}, which is not there")),
        );
    }
    let known = PROGRAMS.iter().find_map(|name| found(name));
    if known.is_none() {
        println!("left out: there is no Chromium on the path; {VARIABLE} may name one");
    }
    known
}

fn found(name: &str) -> Option<PathBuf> {
    let folders = env::var_os("PATH").unwrap_or_default();
    env::split_paths(&folders).map(|folder| folder.join(name)).find(|file| file.is_file())
}
