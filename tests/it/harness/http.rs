//! As much of HTTP/1.1 as a proxy between the program and an emulator needs: heads, and bodies of known and unknown length.

use std::io::{self, BufRead, ErrorKind, Write};

/// The first line of a message and its headers.
#[derive(Clone, Debug)]
pub struct Head {
    pub first: String,
    pub headers: Vec<(String, String)>,
}

impl Head {
    /// Reads a head; nothing when the other side has closed the connection instead.
    pub fn read(from: &mut impl BufRead) -> io::Result<Option<Self>> {
        let first = line(from)?;
        if first.is_empty() {
            return Ok(None);
        }
        Ok(Some(Self { first, headers: headers(from)? }))
    }

    pub fn header(&self, name: &str) -> Option<&str> {
        let header = self.headers.iter().find(|(other, _)| other.eq_ignore_ascii_case(name));
        header.map(|(_, value)| value.as_str())
    }

    /// Whether the header lists this word, in any case.
    pub fn says(&self, name: &str, word: &str) -> bool {
        let lists = |value: &str| value.split(',').any(|listed| listed.trim().eq_ignore_ascii_case(word));
        self.header(name).is_some_and(lists)
    }

    pub fn without(mut self, names: &[&str]) -> Self {
        self.headers.retain(|(name, _)| !names.iter().any(|other| name.eq_ignore_ascii_case(other)));
        self
    }

    /// Says how long the body is, in place of whatever the head said of it.
    pub fn with_length(self, length: usize) -> Self {
        let mut head = self.without(&["content-length", "transfer-encoding"]);
        head.headers.push(("content-length".into(), length.to_string()));
        head
    }

    /// The body that follows a request's head.
    pub fn read_request_body(&self, from: &mut impl BufRead) -> io::Result<Vec<u8>> {
        Ok(self.read_announced_body(from)?.unwrap_or_default())
    }

    /// The body that follows the head of an answer to `method`.
    pub fn read_answer_body(&self, method: &str, from: &mut impl BufRead) -> io::Result<Vec<u8>> {
        if self.is_bodiless(method) {
            return Ok(Vec::new());
        }
        match self.read_announced_body(from)? {
            Some(body) => Ok(body),
            None => to_the_end(from),
        }
    }

    /// Whether an answer ends with its head, whatever the head says.
    pub fn is_bodiless(&self, method: &str) -> bool {
        method == "HEAD" || matches!(self.first.split(' ').nth(1), Some("204" | "304"))
    }

    fn read_announced_body(&self, from: &mut impl BufRead) -> io::Result<Option<Vec<u8>>> {
        if self.says("transfer-encoding", "chunked") {
            return chunks(from).map(Some);
        }
        let Some(length) = self.header("content-length") else { return Ok(None) };
        let length = length.trim().parse().map_err(|_| invalid("content-length", length))?;
        exactly(from, length).map(Some)
    }

    pub fn write(&self, to: &mut impl Write, body: &[u8]) -> io::Result<()> {
        let mut message = format!("{}\r\n", self.first).into_bytes();
        for (name, value) in &self.headers {
            write!(message, "{name}: {value}\r\n")?;
        }
        message.extend_from_slice(b"\r\n");
        message.extend_from_slice(body);
        to.write_all(&message)?;
        to.flush()
    }
}

fn headers(from: &mut impl BufRead) -> io::Result<Vec<(String, String)>> {
    let mut headers = Vec::new();
    loop {
        let line = line(from)?;
        if line.is_empty() {
            return Ok(headers);
        }
        let (name, value) = line.split_once(':').ok_or_else(|| invalid("header", &line))?;
        headers.push((name.into(), value.trim().into()));
    }
}

/// A line without its end; empty at the end of the stream too.
fn line(from: &mut impl BufRead) -> io::Result<String> {
    let mut line = String::new();
    from.read_line(&mut line)?;
    Ok(line.trim_end_matches(['\r', '\n']).into())
}

/// A body in chunks, each after its length in hexadecimal; the last is empty and may be followed by headers.
fn chunks(from: &mut impl BufRead) -> io::Result<Vec<u8>> {
    let mut body = Vec::new();
    loop {
        let size = line(from)?;
        let length = size.split(';').next().unwrap_or_default().trim();
        let length = usize::from_str_radix(length, 16).map_err(|_| invalid("chunk length", &size))?;
        if length == 0 {
            headers(from)?;
            return Ok(body);
        }
        body.extend(exactly(from, length)?);
        line(from)?;
    }
}

fn exactly(from: &mut impl BufRead, length: usize) -> io::Result<Vec<u8>> {
    let mut bytes = vec![0; length];
    from.read_exact(&mut bytes)?;
    Ok(bytes)
}

fn to_the_end(from: &mut impl BufRead) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    from.read_to_end(&mut bytes)?;
    Ok(bytes)
}

fn invalid(what: &str, text: &str) -> io::Error {
    io::Error::new(ErrorKind::InvalidData, format!("no {what}: {text:?}"))
}

#[test]
fn bodies_are_read_as_their_heads_announce() {
    let cases = [
        ("content-length: 5\r\n\r\nhello, and more", "hello"),
        ("Transfer-Encoding: chunked\r\n\r\n3;x=y\r\nhel\r\n2\r\nlo\r\n0\r\ntrailer: 1\r\n\r\nmore", "hello"),
        ("connection: close\r\n\r\nhello", "hello"),
    ];
    for (rest, expected) in cases {
        let mut message = io::Cursor::new(format!("HTTP/1.1 200 OK\r\n{rest}"));
        let head = Head::read(&mut message).expect("a head").expect("not the end");
        assert_eq!(head.read_answer_body("GET", &mut message).expect("a body"), expected.as_bytes(), "{rest}");
        assert_eq!(head.read_answer_body("HEAD", &mut message).expect("no body"), b"", "{rest}");
    }
}
