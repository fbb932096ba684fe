//! What was seen from outside, and packages of code: kept on a tape, and given again instead of a look.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::aws::fault::{Call, Cause, Fault, Read, Trouble};
use crate::documents::package::Package;
use crate::outside::dns::Records;
use crate::outside::web::Answer;

/// What is said of what the check did not ask.
pub const UNASKED: &str = "the report does not tell: this was not asked in the check";

/// Where looks go, beside the world itself.
#[derive(Clone, Debug, Default)]
pub enum Looks {
    /// Nowhere else.
    #[default]
    Live,
    /// On a tape.
    Recorded(Arc<Mutex<BTreeMap<String, Value>>>),
    /// Not into the world: a tape tells.
    Replayed(Arc<BTreeMap<String, Value>>),
}

/// What a look sees, in a form that can be kept.
pub trait Rememberable: Sized {
    fn kept(&self) -> Option<Value>;
    fn again(kept: &Value) -> Option<Self>;
}

/// What came of a look.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
enum Outcome {
    Seen(Value),
    Fault { trouble: Option<Trouble>, cause: String, message: String },
}

impl Looks {
    /// What the tape tells of the look; `None` where the world itself is asked.
    pub fn again<T: Rememberable>(&self, key: &str, call: &Call) -> Option<Read<T>> {
        let Self::Replayed(tape) = self else { return None };
        let damaged = || Err(Fault::outside(call.clone(), Trouble::Garbled, "the report is damaged here"));
        let Some(kept) = tape.get(key) else {
            return Some(Err(Fault::outside(call.clone(), Trouble::Silence, UNASKED)));
        };
        Some(match Outcome::deserialize(kept) {
            Ok(Outcome::Seen(seen)) => T::again(&seen).map_or_else(damaged, Ok),
            Ok(Outcome::Fault { trouble: Some(trouble), message, .. }) => {
                Err(Fault::outside(call.clone(), trouble, &message))
            }
            Ok(Outcome::Fault { cause, message, .. }) => {
                Err(Fault::new(cause_of(&cause), Some(call.clone()), &message))
            }
            Err(_) => damaged(),
        })
    }

    pub fn keep<T: Rememberable>(&self, key: &str, seen: &Read<T>) {
        let Self::Recorded(tape) = self else { return };
        let outcome = match seen {
            Ok(seen) => seen.kept().map(Outcome::Seen),
            Err(fault) => Some(Outcome::Fault {
                trouble: if let Cause::Outside(trouble) = fault.cause() { Some(*trouble) } else { None },
                cause: fault.cause().name().to_owned(),
                message: fault.reason().message,
            }),
        };
        if let Some(outcome) = outcome.and_then(|outcome| serde_json::to_value(outcome).ok()) {
            tape.lock().expect("no holder panics").insert(key.to_owned(), outcome);
        }
    }
}

/// The causes that a look may fail with beside its troubles.
fn cause_of(name: &str) -> Cause {
    [Cause::CutOff, Cause::Timeout].into_iter().find(|cause| cause.name() == name).unwrap_or(Cause::Bug)
}

pub fn written<T: Serialize>(seen: &T) -> Option<Value> {
    serde_json::to_value(seen).ok()
}

pub fn read<T: DeserializeOwned>(kept: &Value) -> Option<T> {
    T::deserialize(kept).ok()
}

impl Rememberable for Records {
    fn kept(&self) -> Option<Value> {
        written(self)
    }

    fn again(kept: &Value) -> Option<Self> {
        read(kept)
    }
}

impl Rememberable for Answer {
    fn kept(&self) -> Option<Value> {
        written(self)
    }

    fn again(kept: &Value) -> Option<Self> {
        read(kept)
    }
}

impl Rememberable for Arc<Package> {
    fn kept(&self) -> Option<Value> {
        written(&**self)
    }

    fn again(kept: &Value) -> Option<Self> {
        read(kept).map(Arc::new)
    }
}
