//! The clients of a service that each region has for itself, made when they are first asked for.

use std::collections::HashMap;
use std::sync::Mutex;

use aws_config::Region;

/// The clients of one service, by region.
pub struct Regional<C> {
    clients: Mutex<HashMap<String, C>>,
}

impl<C> Default for Regional<C> {
    fn default() -> Self {
        Self { clients: Mutex::default() }
    }
}

impl<C: Clone> Regional<C> {
    /// The client of a region; `make` makes it once.
    pub fn of(&self, region: &str, make: impl FnOnce(Region) -> C) -> C {
        let mut clients = self.clients.lock().expect("no holder panics");
        clients.entry(region.to_owned()).or_insert_with(|| make(Region::new(region.to_owned()))).clone()
    }
}
