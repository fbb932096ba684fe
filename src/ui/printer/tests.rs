//! What reaches stdout and stderr, with and without colour.

use anstream::ColorChoice;
use proptest::prelude::*;

use super::*;
use crate::ui::tests::hostile;

type Captured = Printer<AutoStream<Vec<u8>>, AutoStream<Vec<u8>>>;

fn printer(color: ColorChoice) -> Captured {
    let stream = || AutoStream::new(Vec::new(), color);
    Printer {
        out: stream(),
        err: stream(),
        color: Color::Auto,
        width: 40,
        links: Links::Written,
        closed: false,
        own: None,
    }
}

impl Captured {
    /// What was written to stdout and to stderr.
    fn written(self) -> (String, String) {
        let text = |stream: AutoStream<Vec<u8>>| String::from_utf8(stream.into_inner()).expect("text is UTF-8");
        (text(self.out), text(self.err))
    }
}

#[test]
fn a_failure_says_what_happened_and_what_to_do() {
    let mut printer = printer(ColorChoice::Never);
    let hint = "Check the network, then run `msl-learn check` again.";
    printer.failure("cannot read the bucket example.com of your account\nthe network is down", Some(hint)).unwrap();
    let (out, err) = printer.written();
    assert_eq!(out, "");
    insta::assert_snapshot!(err, @r"
    error: cannot read the bucket
           example.com of your account
           the network is down
    hint: Check the network, then run
          `msl-learn check` again.
    ");
}

#[test]
fn the_words_are_the_same_in_colour() {
    let mut printer = printer(ColorChoice::Always);
    printer.failure("no such exercise", None).unwrap();
    assert_eq!(printer.written().1, "\u{1b}[1m\u{1b}[31merror: \u{1b}[0mno such exercise\n");
}

#[test]
fn data_goes_to_stdout_and_notes_to_stderr() {
    let mut printer = printer(ColorChoice::Never);
    printer.lines(&[Line::from(Span::new("done", Meaning::Good)), Line::default()]).unwrap();
    printer.note("looking at the account").unwrap();
    assert_eq!(printer.written(), ("done\n\n".to_owned(), "looking at the account\n".to_owned()));
}

#[test]
fn a_text_is_wrapped_and_a_script_is_not() {
    let commands = "export AWS_ENDPOINT_URL=http://127.0.0.1:4566 AWS_REGION=us-east-1\nunset AWS_PROFILE\n";
    let mut printer = printer(ColorChoice::Always);
    printer.text("running at http://127.0.0.1:4566 (process 4711)").unwrap();
    printer.script(commands).unwrap();
    assert_eq!(printer.written().0, format!("running at http://127.0.0.1:4566\n(process 4711)\n{commands}"));
}

#[test]
fn json_is_ended_by_one_line_break() {
    let mut printer = printer(ColorChoice::Never);
    printer.json(&[1]).unwrap();
    assert_eq!(printer.written().0, "[\n  1\n]\n");
}

/// Counts the writes.
#[derive(Default)]
struct Counted(usize);

impl Write for Counted {
    fn write(&mut self, text: &[u8]) -> io::Result<usize> {
        self.0 += 1;
        Ok(text.len())
    }
    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[test]
fn a_page_is_one_write() {
    let (out, err) = (Counted::default(), Counted::default());
    let mut printer =
        Printer { out, err, color: Color::Auto, width: 80, links: Links::Written, closed: false, own: None };
    printer.lines(&[Line::from(Span::new("4.3", Meaning::Heading)), Line::default(), Line::default()]).unwrap();
    assert_eq!(printer.out.0, 1);
    assert_eq!(printer.err.0, 0);
}

/// Fails every write in one way.
struct Broken(io::ErrorKind);

impl Write for Broken {
    fn write(&mut self, _: &[u8]) -> io::Result<usize> {
        Err(self.0.into())
    }
    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

fn broken(kind: io::ErrorKind) -> Printer<Broken, Broken> {
    let links = Links::Written;
    Printer { out: Broken(kind), err: Broken(kind), color: Color::Auto, width: 80, links, closed: false, own: None }
}

#[test]
fn a_reader_that_has_seen_enough_is_no_failure() {
    let mut printer = broken(io::ErrorKind::BrokenPipe);
    printer.note("a").unwrap();
    printer.failure("b", None).unwrap();
    assert!(!printer.is_closed(), "stdout may still have a reader");
    printer.line(&Line::default()).unwrap();
    printer.json(&[()]).unwrap();
    assert!(printer.is_closed());
}

#[test]
fn what_cannot_be_written_is_a_failure() {
    let mut printer = broken(io::ErrorKind::StorageFull);
    for result in [printer.line(&Line::default()), printer.json(&[()]), printer.note("a")] {
        assert!(result.unwrap_err().message.starts_with("the answer cannot be written: "));
    }
}

proptest! {
    #[test]
    fn without_colour_there_is_no_escape_byte(text in hostile()) {
        let mut printer = printer(ColorChoice::Never);
        printer.line(&Span::new(&text, Meaning::Bad).into()).unwrap();
        printer.failure(&text, Some(&text)).unwrap();
        printer.note(&text).unwrap();
        let (out, err) = printer.written();
        prop_assert!(!(out + &err).chars().any(|c| c.is_control() && c != '\n'));
    }

    #[test]
    fn with_colour_the_only_escapes_are_those_of_the_styles(text in hostile()) {
        let mut printer = printer(ColorChoice::Always);
        printer.line(&Span::new(&text, Meaning::Strong).into()).unwrap();
        let (out, _) = printer.written();
        let bare = out.trim_end().trim_start_matches("\u{1b}[1m").trim_end_matches("\u{1b}[0m");
        prop_assert!(!bare.chars().any(char::is_control));
    }

    #[test]
    fn json_is_safe_to_show_and_keeps_its_value(text in hostile()) {
        for color in [ColorChoice::Never, ColorChoice::Always] {
            let mut printer = printer(color);
            printer.json(&text).unwrap();
            let (out, _) = printer.written();
            prop_assert!(!out.trim_end().chars().any(char::is_control));
            let read: String = serde_json::from_str(&out).unwrap();
            prop_assert_eq!(&read, &text);
        }
    }
}
