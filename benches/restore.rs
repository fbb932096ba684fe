//! For `benches/figures memory`: `restore WORKSPACE EXERCISE` fills the practice account of a workspace with what is in it after
//! an exercise, such as `ch06/function_scans_table`. Afterwards the account is stopped.

use std::path::Path;

use msl_learn::{Practice, Stations};

fn main() -> Result<(), String> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [workspace, exercise] = arguments.as_slice() else {
        return Err("expected `restore WORKSPACE EXERCISE`".into());
    };
    let stations = Stations::shipped();
    let station = stations.after(exercise).ok_or_else(|| format!("there is no station after {exercise}"))?;
    Practice::of(Path::new(workspace)).restore(&stations, station).map_err(|failure| failure.to_string())
}
