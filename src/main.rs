//! The program `msl-learn`; all of it is in the library beside this file.

fn main() -> std::process::ExitCode {
    msl_learn::run()
}
