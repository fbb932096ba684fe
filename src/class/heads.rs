//! How lists and LMSs call their columns of learners, in English, German, French and Spanish, and whose name a row has.

use super::sheet::{Sheet, SheetRow, without_mark};
use super::written::{composed, plain};
use crate::failure::{Failure, Result};

/// A whole name.
const NAMES: &[&str] = &[
    "student",
    "name",
    "full name",
    "anzeigename",
    "studierende",
    "studierende/r",
    "student name",
    "learner",
    "participant",
    "teilnehmer",
    "teilnehmerin",
    "teilnehmer/in",
    "vollständiger name",
    "étudiant",
    "élève",
    "nom complet",
    "estudiante",
    "alumno",
    "nombre completo",
];
/// A whole name, the last name first.
const LAST_NAMES_FIRST: &[&str] = &[
    "last name, first name",
    "surname, first name",
    "sortable name",
    "name, vorname",
    "nachname, vorname",
    "nachname vorname",
    "nom, prénom",
    "nom prénom",
    "nom et prénom",
    "apellidos, nombre",
    "apellidos y nombre",
    "apellido, nombre",
];
const FIRST_NAMES: &[&str] = &[
    "first name",
    "firstname",
    "given name",
    "forename",
    "vorname",
    "prénom",
    "prenom",
    "prénom(s)",
    "nombre",
    "nombre(s)",
];
const LAST_NAMES: &[&str] = &[
    "last name",
    "surname",
    "lastname",
    "family name",
    "nachname",
    "familienname",
    "nom de famille",
    "nom",
    "apellidos",
    "apellido",
    "apellido(s)",
];
/// What is a whole name unless the other half of it has a column of its own.
const HALVES_OR_WHOLE: &[&str] = &["name", "nom", "nombre"];
/// What tells learners apart, the best first: Canvas, Moodle, Moodle's offline sheet, Brightspace, Blackboard, and Moodle in
/// other languages.
const IDS: &[&str] = &[
    "id",
    "id number",
    "identifier",
    "orgdefinedid",
    "student id",
    "username",
    "sis user id",
    "id-nummer",
    "matrikelnummer",
    "anmeldename",
    "numéro d'identification",
    "numéro d'étudiant",
    "identifiant",
    "nom d'utilisateur",
    "número de id",
    "matrícula",
    "nombre de usuario",
];
const SIS_IDS: &[&str] = &["sis user id"];
/// The numbers that a school gives its learners, which are no LMS's own.
const SCHOOLS: &[&str] = &["student id", "matrikelnummer", "numéro d'étudiant", "matrícula"];
const SECTIONS: &[&str] =
    &["section", "group", "groups", "gruppe", "gruppen", "klasse", "groupe", "groupes", "classe", "grupo", "grupos"];
/// What else is written about learners, and is no grade.
const ABOUT: &[&str] = &[
    "sis login id",
    "email",
    "email address",
    "e-mail",
    "e-mail-adresse",
    "adresse de courriel",
    "dirección de correo",
    "end-of-line indicator",
];

/// What a table needs so that learners are found in it.
pub const EXPECTED: &str = "The first line names the columns: `Name`, or `First name` and `Last name`, and perhaps `ID` and \
     `Section`; German, French and Spanish heads are known, too.";

/// Where a table has what of its learners.
#[derive(Clone, Debug, Default)]
pub struct LearnerColumns {
    name: Option<usize>,
    /// Whether the whole name has the last name first.
    last_name_first: bool,
    first_name: Option<usize>,
    last_name: Option<usize>,
    pub section: Option<usize>,
    pub sis_id: Option<usize>,
    /// All that tell learners apart, the best first.
    pub ids: Vec<usize>,
}

/// A name, and whether it is known which part of it is the last name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WrittenName {
    /// As it is written; a first and a last name of their own in this order.
    pub text: String,
    /// In small letters, the first name first if that is known.
    natural: String,
    /// The other way round, if the order is known.
    reversed: Option<String>,
}

impl LearnerColumns {
    /// `None` if no head of the first line is known.
    ///
    /// # Errors
    /// If learners are in it, but not their whole names.
    pub fn of(sheet: &Sheet) -> Result<Option<Self>> {
        let columns = Self::found(sheet);
        if columns.has_names() {
            return Ok(Some(columns));
        }
        let what = match (columns.first_name, columns.last_name, columns.ids.is_empty()) {
            (Some(_), ..) => "first names and no last names",
            (_, Some(_), _) => "last names and no first names",
            (.., false) => "ids and no names",
            _ => return Ok(None),
        };
        Err(Failure::usage(format!("the file has {what}")).hint(EXPECTED))
    }

    /// The columns that are there, whatever is missing.
    pub fn found(sheet: &Sheet) -> Self {
        let any = |names: &[&str]| names.iter().find_map(|name| sheet.column(name));
        let (first_name, last_name) = (any(FIRST_NAMES), any(LAST_NAMES));
        let (name, reversed) = (any(NAMES), any(LAST_NAMES_FIRST));
        let own = Self {
            name: reversed.or(name),
            last_name_first: reversed.is_some(),
            first_name,
            last_name,
            section: any(SECTIONS),
            sis_id: any(SIS_IDS),
            ids: IDS.iter().filter_map(|name| sheet.column(name)).collect(),
        };
        let is_half = |column: Option<usize>| {
            column.is_some_and(|column| HALVES_OR_WHOLE.iter().any(|half| sheet.column(half) == Some(column)))
        };
        match (own.name, own.first_name, own.last_name) {
            // German tables have `Name` and `Vorname`.
            (Some(_), Some(_), None) if is_half(own.name) => Self { last_name: own.name, name: None, ..own },
            (None, Some(_), None) if is_half(own.first_name) => Self { name: own.first_name, first_name: None, ..own },
            (None, None, Some(_)) if is_half(own.last_name) => Self { name: own.last_name, last_name: None, ..own },
            _ => own,
        }
    }

    /// Whether a whole name can be read.
    pub fn has_names(&self) -> bool {
        self.name.is_some() || (self.first_name.is_some() && self.last_name.is_some())
    }

    /// The column of whole names.
    pub fn name_column(&self) -> Option<usize> {
        self.name
    }

    /// The heads of the columns by which learners are found, as the table writes them.
    pub fn heads<'a>(&self, sheet: &'a Sheet) -> Vec<&'a str> {
        let names = if self.name.is_some() { [self.name, None] } else { [self.first_name, self.last_name] };
        let columns = self.ids.iter().copied().chain(names.into_iter().flatten());
        columns.filter_map(|column| Some(sheet.rows.first()?.value(column))).collect()
    }

    /// Whose the row is.
    pub fn name(&self, row: &SheetRow) -> WrittenName {
        let of = |column: Option<usize>| column.map_or("", |column| without_mark(row.value(column)));
        match self.name {
            Some(_) if self.last_name_first => WrittenName::last_name_first(of(self.name)),
            Some(_) => WrittenName::of(of(self.name)),
            None => WrittenName::of_both(of(self.first_name), of(self.last_name)),
        }
    }

    /// The rows of learners: neither Canvas's row of points nor its learner for trying things out.
    pub fn rows<'a>(&self, sheet: &'a Sheet) -> impl Iterator<Item = (usize, &'a SheetRow)> {
        sheet.below().filter(move |(_, row)| !is_of_the_lms(&self.name(row).text) && !says_how_to_post(row))
    }
}

/// Whether a column of that head says who a learner is, and so takes no grades.
pub fn is_about_learners(head: &str) -> bool {
    let head = composed(head.trim()).to_lowercase();
    let all = [NAMES, LAST_NAMES_FIRST, FIRST_NAMES, LAST_NAMES, IDS, SECTIONS, ABOUT];
    all.iter().any(|heads| heads.contains(&&*head))
}

/// Whether the column has the school's numbers of learners: Canvas takes these as its SIS User ID.
pub fn is_schools_number(sheet: &Sheet, column: usize) -> bool {
    SCHOOLS.iter().any(|head| sheet.column(head) == Some(column))
}

/// Canvas's row below the heads that says of some columns how their grades are shown (`lib/gradebook_importer.rb`).
fn says_how_to_post(row: &SheetRow) -> bool {
    let is_word = |cell: &str| ["manual posting", "muted"].contains(&&*cell.to_lowercase());
    let mut cells = row.cells.iter().map(|cell| cell.value.trim()).filter(|cell| !cell.is_empty()).peekable();
    cells.peek().is_some() && cells.all(is_word)
}

fn is_of_the_lms(name: &str) -> bool {
    name.starts_with("Points Possible") || name == "Student, Test" || name == "Test Student"
}

impl WrittenName {
    /// A name in one text: a comma stands after the last name.
    pub fn of(text: &str) -> Self {
        match text.split_once(',') {
            Some((last, first)) if !first.contains(',') && !first.trim().is_empty() => Self::parts(text, first, last),
            _ => Self { text: text.to_owned(), natural: plain(text), reversed: None },
        }
    }

    /// A name whose last name comes first; without a comma, the first word is taken for it.
    fn last_name_first(text: &str) -> Self {
        let own = Self::of(text);
        match text.trim().split_once(char::is_whitespace) {
            Some((last, first)) if own.reversed.is_none() => Self::parts(text, first, last),
            _ => own,
        }
    }

    fn of_both(first: &str, last: &str) -> Self {
        Self::parts(format!("{first} {last}").trim(), first, last)
    }

    fn parts(text: &str, first: &str, last: &str) -> Self {
        let joined = |one: &str, other: &str| plain(&format!("{one} {other}"));
        Self { text: text.to_owned(), natural: joined(first, last), reversed: Some(joined(last, first)) }
    }

    /// Whether both can be one name. Where one of them does not say which part is the last name, either order fits.
    pub fn fits(&self, other: &Self) -> bool {
        let is_either = |known: &Self, unknown: &Self| {
            known.natural == unknown.natural || known.reversed.as_ref() == Some(&unknown.natural)
        };
        match (&self.reversed, &other.reversed) {
            (Some(_), None) => is_either(self, other),
            (None, Some(_)) => is_either(other, self),
            _ => self.natural == other.natural,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn first(text: &str) -> String {
        let sheet = Sheet::read(text.into()).expect("a table");
        let columns = LearnerColumns::of(&sheet).expect("names").expect("heads");
        let name = columns.rows(&sheet).next().map(|(_, row)| columns.name(row)).expect("a row");
        name.natural
    }

    #[test]
    fn heads_are_known_in_four_languages_and_any_case() {
        for text in [
            "\u{feff}Vorname,Nachname\nJané,Doe\n",
            "Name;Vorname;Matrikelnummer\nDoe;Jané;4711\n",
            "Nachname, Vorname\nDoe, Jané\n",
            "\"NACHNAME, VORNAME\"\nDoe Jané\n",
            "\"Nachname, Vorname\";Gruppe\n\"Doe, Jané\";A\n",
            "Prénom;Nom\nJané;Doe\n",
            "Nom\tGroupe\nJané Doe\tA\n",
            "Apellidos;Nombre;Número de ID\nDoe;Jané;4711\n",
            "nombre;grupo\nJané Doe;A\n",
            "STUDENT,ID\n\"Doe, Jané\",17\n",
        ] {
            assert_eq!(first(text), "jané doe", "{text}");
        }
    }

    #[test]
    fn half_a_name_is_refused() {
        let failed = |text: &str| {
            LearnerColumns::of(&Sheet::read(text.into()).expect("a table")).expect_err("no whole names").message
        };
        assert_eq!(failed("Vorname;Gruppe\nJane;A\n"), "the file has first names and no last names");
        assert_eq!(failed("Nachname;Gruppe\nDoe;A\n"), "the file has last names and no first names");
        assert_eq!(failed("ID;Gruppe\n1;A\n"), "the file has ids and no names");
    }

    #[test]
    fn an_order_that_is_not_known_fits_either_and_two_that_are_known_are_compared() {
        let [comma, turned, open, short] = ["Doe, Jane", "Jane, Doe", "doe  jane", "Jane"].map(WrittenName::of);
        let both = WrittenName::of_both("Jane", "Doe");
        assert!(comma.fits(&both) && comma.fits(&open) && open.fits(&both) && open.fits(&open));
        assert!(!comma.fits(&turned) && !turned.fits(&both) && !short.fits(&comma));
        assert!(!open.fits(&WrittenName::of("Jane Doe")), "neither says which is the last name");
        assert!(WrittenName::of("Bo\u{308}hm, Anna-Lena").fits(&WrittenName::of_both("Anna Lena", "B\u{f6}hm")));
    }
}
