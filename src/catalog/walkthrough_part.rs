//! The parts of a walkthrough that not every reader needs.

use clap::ValueEnum;

/// A part of every walkthrough that a reader may do without.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum WalkthroughPart {
    /// The way through the AWS console.
    Console,
    /// The commands of the `aws` CLI.
    Cli,
}

impl WalkthroughPart {
    /// The heading that it begins with.
    pub fn heading(self) -> &'static str {
        match self {
            WalkthroughPart::Console => "### In the console",
            WalkthroughPart::Cli => "### With the CLI",
        }
    }
}
