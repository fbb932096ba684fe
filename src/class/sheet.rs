//! Tables of cells as spreadsheets and LMSs write them: read with the place of each cell, so that one can be filled and all other
//! bytes stay.

use std::collections::BTreeMap;
use std::ops::Range;

use super::written::composed;
use crate::failure::{Failure, Result};

/// What a spreadsheet takes for the beginning of a formula.
const FORMULA: [char; 6] = ['=', '+', '-', '@', '\t', '\r'];

/// How the bytes of a table are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    Utf8,
    /// As Blackboard writes its sheets and Excel its "Unicode text", the mark of the byte order first.
    Utf16Le,
    Utf16Be,
}

/// A table that was read.
#[derive(Clone, Debug)]
pub struct Sheet {
    text: String,
    pub encoding: Encoding,
    delimiter: char,
    pub rows: Vec<SheetRow>,
}

/// A row of a table.
#[derive(Clone, Debug)]
pub struct SheetRow {
    /// The line of the file that it begins in, from 1.
    pub line: usize,
    pub cells: Vec<SheetCell>,
}

/// A cell of a table: what it says, and where it stands.
#[derive(Clone, Debug)]
pub struct SheetCell {
    pub value: String,
    range: Range<usize>,
}

impl SheetRow {
    /// What the cell says, without blanks around it; empty if the row has no such cell.
    pub fn value(&self, column: usize) -> &str {
        self.cells.get(column).map_or("", |cell| cell.value.trim())
    }

    /// Whether nothing is written in it.
    pub fn is_blank(&self) -> bool {
        self.cells.iter().all(|cell| cell.value.trim().is_empty())
    }
}

impl Sheet {
    /// Reads a table with commas, semicolons or tabs, whichever its first line has most of. Lines before that in which nothing
    /// is written are no rows; they stay in the text.
    ///
    /// # Errors
    /// If it is neither UTF-8 nor UTF-16, or a quotation mark is never closed.
    pub fn read(bytes: Vec<u8>) -> Result<Self> {
        let encoding = Encoding::of(&bytes);
        // UTF-16 without its mark is read as text with a zero between the letters.
        let text = encoding.text(bytes).filter(|text| !text.contains('\0')).ok_or_else(|| {
            Failure::usage("the table is neither in UTF-8 nor in UTF-16").hint("Save it as CSV in UTF-8.")
        })?;
        let mut lines = text.lines().map(|line| line.trim_start_matches('\u{feff}'));
        let first = lines.find(|line| !line.trim().is_empty()).unwrap_or_default();
        // Every other part is within quotation marks.
        let count = |wanted: char| first.split('"').step_by(2).map(|part| part.matches(wanted).count()).sum::<usize>();
        let most = [',', ';', '\t'].into_iter().rev().max_by_key(|one| count(*one)).unwrap_or(',');
        // A first line that Excel takes for itself.
        let said = first.strip_prefix("sep=").and_then(|rest| rest.chars().next());
        let delimiter = said.unwrap_or(most);
        let mut rows = Cells::of(&text, delimiter).rows()?;
        let is_above = |row: &SheetRow| row.is_blank() || (said.is_some() && row.value(0).starts_with("sep="));
        rows.drain(..rows.iter().take_while(|row| is_above(row)).count());
        Ok(Self { text, encoding, delimiter, rows })
    }

    /// The whole text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Whether commas are between its cells, as they also are within names.
    pub fn has_commas(&self) -> bool {
        self.delimiter == ','
    }

    /// Whether its numbers have a comma before their decimals, as spreadsheets write them where that is so.
    pub fn has_decimal_commas(&self) -> bool {
        let cells = || self.below().flat_map(|(_, row)| &row.cells).map(|cell| cell.value.trim());
        let is_decimal = |cell: &str, mark: char| cell.contains(mark) && number(cell).is_some();
        !self.has_commas() && cells().any(|cell| is_decimal(cell, ',')) && !cells().any(|cell| is_decimal(cell, '.'))
    }

    /// The column with that name, whatever its case.
    pub fn column(&self, name: &str) -> Option<usize> {
        self.columns(name).next()
    }

    /// All columns with that name.
    pub fn columns(&self, name: &str) -> impl Iterator<Item = usize> {
        let head = |text: &str| composed(text.trim()).to_lowercase();
        let wanted = head(name);
        let cells = self.rows.first().map_or(&[][..], |row| &row.cells);
        (0..).zip(cells).filter(move |(_, cell)| head(&cell.value) == wanted).map(|(at, _)| at)
    }

    /// The heads of all columns.
    pub fn heads(&self) -> String {
        let cells = self.rows.first().map_or(&[][..], |row| &row.cells);
        cells.iter().map(|cell| cell.value.trim()).collect::<Vec<_>>().join(", ")
    }

    /// The rows below the first.
    pub fn below(&self) -> impl Iterator<Item = (usize, &SheetRow)> {
        self.rows.iter().enumerate().skip(1).filter(|(_, row)| !row.is_blank())
    }

    /// The same text, in which each row has as many cells as the first: the last ones are empty.
    pub fn padded(&self) -> String {
        let all = self.rows.first().map_or(0, |row| row.cells.len());
        let (mut text, mut from) = (String::with_capacity(self.text.len()), 0);
        for (_, row) in self.below() {
            let Some(last) = row.cells.last() else { continue };
            text.push_str(&self.text[from..last.range.end]);
            from = last.range.end;
            text.extend(std::iter::repeat_n(self.delimiter, all.saturating_sub(row.cells.len())));
        }
        text + &self.text[from..]
    }

    /// The same text with other values in some cells, by row and column. Every other byte stays.
    pub fn filled(&self, values: &BTreeMap<(usize, usize), String>) -> String {
        let mut text = String::with_capacity(self.text.len());
        let mut from = 0;
        for ((row, column), value) in values {
            let Some(cell) = self.rows.get(*row).and_then(|row| row.cells.get(*column)) else { continue };
            text.push_str(&self.text[from..cell.range.start]);
            // A cell in quotation marks keeps them: then its LMS writes all of them so.
            let was_quoted = self.text[cell.range.clone()].starts_with('"');
            text.push_str(&if was_quoted { in_quotes(value) } else { quoted(value, self.delimiter) });
            from = cell.range.end;
        }
        text.push_str(&self.text[from..]);
        text
    }
}

/// The number that a cell says, with a point or a comma before its decimals.
pub fn number(cell: &str) -> Option<f64> {
    let is_number = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',' | '-' | '+');
    cell.replacen(',', ".", 1).parse().ok().filter(|_| cell.chars().all(is_number))
}

/// A name with a comma, such as `Doe, Ann`, that is not within quotation marks is two cells.
///
/// # Errors
/// If the row has such a name.
pub fn refuse_open_comma(row: &SheetRow, [name, section]: [usize; 2]) -> Result<()> {
    let raw = |column: usize| row.cells.get(column).map_or("", |cell| cell.value.as_str());
    if section != name + 1 || !raw(section).starts_with(' ') || raw(name).starts_with(' ') {
        return Ok(());
    }
    let (last, first) = (raw(name).trim(), raw(section));
    Err(Failure::usage(format!("line {}: the name is `{last}` and the section `{first}`", row.line)).hint(format!(
        "A name with a comma stands within quotation marks: \"{last},{first}\". If it is a section, take out the blank before it."
    )))
}

/// A row of a new table.
pub fn line<S: AsRef<str>>(cells: impl IntoIterator<Item = S>) -> String {
    let cells: Vec<String> = cells.into_iter().map(|cell| quoted(cell.as_ref(), ',')).collect();
    format!("{}\n", cells.join(","))
}

/// The text, so that no spreadsheet takes it for a formula. A number is one, whatever its sign.
pub fn as_text(text: &str) -> String {
    if text.starts_with(FORMULA) && text.parse::<f64>().is_err() { format!("'{text}") } else { text.to_owned() }
}

/// What [`as_text`] was made of.
pub fn without_mark(text: &str) -> &str {
    text.strip_prefix('\'').filter(|rest| rest.starts_with(FORMULA)).unwrap_or(text)
}

fn quoted(value: &str, delimiter: char) -> String {
    let is_special = |c: char| c == delimiter || matches!(c, '"' | '\n' | '\r');
    let is_bare = !value.contains(is_special) && value.trim().len() == value.len();
    if is_bare { value.to_owned() } else { in_quotes(value) }
}

fn in_quotes(value: &str) -> String {
    format!("\"{}\"", value.replace('"', "\"\""))
}

impl Encoding {
    /// The encoding that the first bytes tell.
    pub fn of(bytes: &[u8]) -> Self {
        match bytes {
            [0xff, 0xfe, ..] => Self::Utf16Le,
            [0xfe, 0xff, ..] => Self::Utf16Be,
            _ => Self::Utf8,
        }
    }

    /// The text; none if it is not in that encoding.
    pub fn text(self, bytes: Vec<u8>) -> Option<String> {
        let number = match self {
            Self::Utf8 => return String::from_utf8(bytes).ok(),
            Self::Utf16Le => u16::from_le_bytes,
            Self::Utf16Be => u16::from_be_bytes,
        };
        let (pairs, rest) = bytes.as_chunks();
        let numbers: Vec<u16> = pairs.iter().map(|pair| number(*pair)).collect();
        String::from_utf16(&numbers).ok().filter(|_| rest.is_empty())
    }

    /// The bytes of a text, whose first character is the mark of the byte order if the encoding has one.
    pub fn bytes(self, text: &str) -> Vec<u8> {
        match self {
            Self::Utf8 => text.as_bytes().to_vec(),
            Self::Utf16Le => text.encode_utf16().flat_map(u16::to_le_bytes).collect(),
            Self::Utf16Be => text.encode_utf16().flat_map(u16::to_be_bytes).collect(),
        }
    }
}

/// Reads cell after cell.
struct Cells<'a> {
    text: &'a str,
    delimiter: char,
    at: usize,
    line: usize,
}

/// What stands after a cell.
enum After {
    Cell,
    Row,
    End,
}

impl<'a> Cells<'a> {
    fn of(text: &'a str, delimiter: char) -> Self {
        let at = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
        Self { text, delimiter, at, line: 1 }
    }

    fn rows(mut self) -> Result<Vec<SheetRow>> {
        let (mut rows, mut row) = (Vec::new(), SheetRow { line: 1, cells: Vec::new() });
        while self.at < self.text.len() || !row.cells.is_empty() {
            row.cells.push(self.cell()?);
            let after = self.after()?;
            if matches!(after, After::Cell) {
                continue;
            }
            rows.push(std::mem::replace(&mut row, SheetRow { line: self.line, cells: Vec::new() }));
            if matches!(after, After::End) {
                break;
            }
        }
        Ok(rows)
    }

    fn cell(&mut self) -> Result<SheetCell> {
        let start = self.at;
        if self.text[start..].starts_with('"') {
            return self.quoted_cell(start);
        }
        let is_end = |c: char| c == self.delimiter || matches!(c, '\n' | '\r');
        let length = self.text[start..].find(is_end).unwrap_or(self.text.len() - start);
        self.at = start + length;
        Ok(SheetCell { value: self.text[start..self.at].to_owned(), range: start..self.at })
    }

    fn quoted_cell(&mut self, start: usize) -> Result<SheetCell> {
        let (mut value, first) = (String::new(), self.line);
        self.at = start + 1;
        loop {
            let rest = &self.text[self.at..];
            let Some(length) = rest.find('"') else {
                return Err(Failure::usage(format!("line {first}: a quotation mark is never closed")));
            };
            value.push_str(&rest[..length]);
            self.line += rest[..length].matches('\n').count();
            self.at += length + 1;
            if !self.text[self.at..].starts_with('"') {
                return Ok(SheetCell { value, range: start..self.at });
            }
            value.push('"');
            self.at += 1;
        }
    }

    fn after(&mut self) -> Result<After> {
        let mut rest = self.text[self.at..].chars();
        let (first, second) = (rest.next(), rest.next());
        let (length, after) = match first {
            None => return Ok(After::End),
            Some(one) if one == self.delimiter => (one.len_utf8(), After::Cell),
            Some('\r') if second == Some('\n') => (2, After::Row),
            Some('\r' | '\n') => (1, After::Row),
            Some(other) => {
                let message = format!("line {}: `{other}` stands after a quotation mark", self.line);
                return Err(Failure::usage(message).hint("A quotation mark within a cell is written twice."));
            }
        };
        self.at += length;
        self.line += usize::from(matches!(after, After::Row));
        Ok(after)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn values(sheet: &Sheet) -> Vec<Vec<&str>> {
        sheet.rows.iter().map(|row| row.cells.iter().map(|cell| cell.value.as_str()).collect()).collect()
    }

    #[test]
    fn what_lmss_write_is_read() {
        let canvas = "\u{feff}Student;ID\r\n\"Doe; \"\"J\"\"\r\nane\";17\r\nlast;";
        let sheet = Sheet::read(canvas.into()).expect("a table");
        assert_eq!(values(&sheet), [vec!["Student", "ID"], vec!["Doe; \"J\"\r\nane", "17"], vec!["last", ""]]);
        assert_eq!(sheet.rows.iter().map(|row| row.line).collect::<Vec<_>>(), [1, 2, 4]);
    }

    #[test]
    fn a_line_for_excel_is_no_row() {
        let sheet = Sheet::read("\u{feff}sep=;\r\nName;Grade\r\nJane, D;\r\n".into()).expect("a table");
        assert_eq!(values(&sheet), [vec!["Name", "Grade"], vec!["Jane, D", ""]]);
        let filled = sheet.filled(&BTreeMap::from([((1, 1), "7".to_owned())]));
        assert_eq!(filled, "\u{feff}sep=;\r\nName;Grade\r\nJane, D;7\r\n");
    }

    #[test]
    fn empty_lines_before_the_heads_are_no_rows_and_stay() {
        for above in ["\r\n", "\n \n", ";;\n", "\u{feff}\r\n\r\n", "\nsep=;\n\n"] {
            let sheet = Sheet::read(format!("{above}Name;Grade\nJane, D;\n").into()).expect("a table");
            assert_eq!(values(&sheet), [vec!["Name", "Grade"], vec!["Jane, D", ""]], "{above:?}");
            assert_eq!(sheet.rows[0].line, above.matches('\n').count() + 1, "{above:?}");
            let filled = sheet.filled(&BTreeMap::from([((1, 1), "7".to_owned())]));
            assert_eq!(filled, format!("{above}Name;Grade\nJane, D;7\n"));
        }
        assert!(Sheet::read("\n\n".into()).expect("a table").rows.is_empty());
    }

    #[test]
    fn what_is_no_table_is_refused_by_line() {
        let failed = |text: &str| Sheet::read(text.into()).expect_err("no table").message;
        assert_eq!(failed("a,b\n\"c,d\n"), "line 2: a quotation mark is never closed");
        assert_eq!(failed("a,b\n\"c\"d,e\n"), "line 2: `d` stands after a quotation mark");
        assert!(Sheet::read(b"N\0a\0".to_vec()).is_err(), "UTF-16 without its mark");
        for half in [vec![0xff, 0xfe, 65], vec![0xff, 0xfe, 0, 0xd8], vec![0xe9, 10]] {
            assert!(Sheet::read(half).expect_err("no text").message.contains("neither in UTF-8 nor in UTF-16"));
        }
    }

    #[test]
    fn a_formula_stays_text_and_a_number_a_number() {
        for text in ["=HYPERLINK(1)", "+x", "-x", "@x"] {
            assert_eq!(as_text(text), format!("'{text}"));
            assert_eq!(without_mark(&as_text(text)), text);
        }
        for text in ["-3", "+4.5", "O'Neil", "'tis", ""] {
            assert_eq!((as_text(text).as_str(), without_mark(text)), (text, text));
        }
    }

    #[test]
    fn utf_16_is_read_and_written_again() {
        let text = "\u{feff}\"Name\"\t\"Grade\"\r\n\"Jané 🎓\"\t\"\"\r\n";
        for encoding in [Encoding::Utf16Le, Encoding::Utf16Be] {
            let sheet = Sheet::read(encoding.bytes(text)).expect("a table");
            assert_eq!((sheet.encoding, values(&sheet)[1][0]), (encoding, "Jané 🎓"));
            let filled = sheet.filled(&BTreeMap::from([((1, 1), "7".to_owned())]));
            assert_eq!(encoding.bytes(&filled), encoding.bytes(&text.replace("\"\"\r", "\"7\"\r")));
        }
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_again(rows in prop::collection::vec(prop::collection::vec("\\PC{0,6}|[,;\"\n\r ]{0,4}", 3), 1..5)) {
            let text: String = std::iter::once(line(["a", "b", "c"])).chain(rows.iter().map(line)).collect();
            let sheet = Sheet::read(text.into_bytes()).expect("a table");
            let read: Vec<Vec<&str>> = values(&sheet).into_iter().skip(1).collect();
            prop_assert_eq!(read, rows);
        }

        #[test]
        fn no_other_byte_changes(text in "[a-c,\"\n]{0,40}", value in "[a-c,\"\n]{0,4}") {
            let Ok(sheet) = Sheet::read(text.clone().into_bytes()) else { return Ok(()) };
            prop_assert_eq!(sheet.filled(&BTreeMap::new()), text.clone());
            let filled = sheet.filled(&BTreeMap::from([((0, 0), value.clone())]));
            if let Some(cell) = sheet.rows.first().and_then(|row| row.cells.first()) {
                prop_assert!(filled.ends_with(&text[cell.range.end..]));
                // Without it, the row may be empty, and then it is none.
                let again = Sheet::read(filled.into_bytes()).expect("a table");
                let first = again.rows.first().map_or("", |row| &row.cells[0].value);
                prop_assert!(value.trim().is_empty() || first == value);
            }
        }
    }
}
