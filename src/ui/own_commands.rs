//! The program's own commands in what it says, written so that they work where the learner stands.

/// Options that each of the program's own commands needs.
#[derive(Clone, Debug)]
pub struct OwnCommands {
    program: &'static str,
    with_options: String,
}

impl OwnCommands {
    /// Commands of `program` that need these options, such as `-C class`.
    pub fn new(program: &'static str, options: &str) -> Self {
        Self { program, with_options: format!("{program} {options}") }
    }

    /// The text with the options in its commands, which are those between backticks, in `$(…)` or on a line that is indented.
    pub fn in_text(&self, text: &str) -> String {
        let (mut written, mut rest) = (String::with_capacity(text.len()), text);
        while let Some(at) = rest.find(self.program) {
            let after = &rest[at + self.program.len()..];
            written.push_str(&rest[..at]);
            let is_command = ["`", "$(", "\n    "].iter().any(|before| written.ends_with(before));
            written.push_str(if is_command { self.called(after) } else { self.program });
            rest = after;
        }
        written + rest
    }

    /// The same for a text that is code and nothing else.
    pub fn in_code(&self, code: &str) -> String {
        let command = code.trim_start();
        match command.strip_prefix(self.program).filter(|after| after.starts_with(' ')) {
            Some(after) => format!("{}{}{after}", &code[..code.len() - command.len()], self.called(after)),
            None => self.in_text(code),
        }
    }

    /// The program before the rest of a command, which may have the option already.
    fn called(&self, after: &str) -> &str {
        let ends_here = after.is_empty() || after.starts_with([' ', '`', '\n']);
        if ends_here && !after.starts_with(" -C ") { &self.with_options } else { self.program }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn commands_get_the_options_and_prose_does_not() {
        let own = OwnCommands::new("msl-learn", "-C 'my class'");
        for (text, written) in [
            ("Stuck: `msl-learn hint`.", "Stuck: `msl-learn -C 'my class' hint`."),
            ("eval \"$(msl-learn practice env)\"", "eval \"$(msl-learn -C 'my class' practice env)\""),
            ("`msl-learn`, `msl-learn next`", "`msl-learn -C 'my class'`, `msl-learn -C 'my class' next`"),
            ("`msl-learn\nnext`", "`msl-learn -C 'my class'\nnext`"),
            ("Run it:\n    msl-learn solution 4.3", "Run it:\n    msl-learn -C 'my class' solution 4.3"),
            ("`msl-learn -C /a next`", "`msl-learn -C /a next`"),
            ("where msl-learn cannot go; see `msl-learn.toml`", "where msl-learn cannot go; see `msl-learn.toml`"),
        ] {
            assert_eq!(own.in_text(text), written);
            assert_eq!(own.in_text(written), written, "once is enough");
        }
        assert_eq!(own.in_code("  msl-learn drill  "), "  msl-learn -C 'my class' drill  ");
        assert_eq!(own.in_code("aws s3 ls"), "aws s3 ls");
    }
}
