//! What keys, wheel and size do to the pages above that of the step.

use super::Session;
use super::event::Effect;
use super::scroll::travel;
use super::view::View;
use crate::catalog::{Exercise, Step};
use crate::ui::screen::{Key, Size};

impl Session {
    /// Lets the page on top handle the key; `None` if the key means there what it means everywhere.
    pub(super) fn view_key(&mut self, key: Key) -> Option<Vec<Effect>> {
        let (progress, size) = (&self.progress, self.size);
        match self.views.last_mut()? {
            View::Reader(reader) => {
                if reader.key(key, size) {
                    return Some(Vec::new());
                }
                // As in a pager, which `msl-learn read` uses.
                (key == Key::Char('q')).then(|| {
                    self.views.pop();
                    Vec::new()
                })
            }
            View::List(list) => {
                let moved = list.key(key, progress, size);
                if moved { Some(Vec::new()) } else { self.list_key(key) }
            }
            View::Menu(menu) => {
                let moved = menu.key(key, size);
                if moved { Some(Vec::new()) } else { self.menu_key(key) }
            }
            View::Question => self.answer(key),
            View::Keys(scroll) => {
                scroll.by(travel(key, size.body())?, size);
                Some(Vec::new())
            }
        }
    }

    fn list_key(&mut self, key: Key) -> Option<Vec<Effect>> {
        let Some(View::List(list)) = self.views.last() else { return None };
        let chosen = list.chosen(&self.progress);
        match (key, chosen) {
            (Key::Enter, Some(Step::Exercise(exercise))) => Some(self.read(exercise)),
            (Key::Enter, Some(Step::Read(chapter))) => Some(self.read_chapter(chapter)),
            (Key::Enter, Some(Step::Quiz(chapter))) => Some(self.quiz(chapter.number)),
            (Key::Char('c'), Some(step)) => {
                let effects = self.enter(Some(step));
                let name = step.exercise().map_or_else(|| step.heading(), Exercise::id);
                self.say(format!("You work on {name} now. Nothing was marked."));
                Some(effects)
            }
            _ => None,
        }
    }

    fn menu_key(&mut self, key: Key) -> Option<Vec<Effect>> {
        let Some(View::Menu(menu)) = self.views.last() else { return None };
        let Key::Enter = key else { return None };
        let effect = menu.items.get(menu.chosen).cloned().map(|item| menu.purpose.effect(item));
        self.views.pop();
        Some(effect.into_iter().collect())
    }

    fn answer(&mut self, key: Key) -> Option<Vec<Effect>> {
        match key {
            Key::Char('y' | 'Y') => {
                self.views.pop();
                Some(self.show_solution())
            }
            Key::Interrupt | Key::Stop => None,
            _ => {
                self.views.pop();
                Some(self.say("`h` says a little at a time."))
            }
        }
    }

    pub(super) fn wheel(&mut self, steps: isize) -> Vec<Effect> {
        self.pace.touch(self.now);
        let (progress, size) = (&self.progress, self.size);
        match self.views.last_mut() {
            Some(View::List(list)) => list.go(steps, progress, size),
            Some(View::Reader(reader)) => reader.scroll(steps, size),
            _ => {}
        }
        Vec::new()
    }

    pub(super) fn resize(&mut self, size: Size) -> Vec<Effect> {
        self.size = size;
        for view in &mut self.views {
            match view {
                View::Reader(reader) => reader.lay_out(size),
                View::List(list) => list.settle(&self.progress, size),
                View::Keys(scroll) => scroll.settle(size),
                View::Menu(_) | View::Question => {}
            }
        }
        self.scroll.settle(size);
        Vec::new()
    }
}
