//! Whatever happens in whatever order at whatever size, the session goes on and can be drawn.

use msl_learn_checks::ClauseVerdict;
use proptest::prelude::*;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::catalog::Plan;
use crate::progress::Progress;
use crate::ui::screen::{Input, Key, Size};
use crate::watch::screen;
use crate::watch::session::doubles::*;
use crate::watch::session::{BINDINGS, Event};

#[derive(Clone, Debug)]
enum Step {
    Key(Key),
    Wheel(isize),
    Size(u16, u16),
    Wait(i64),
    Answer(usize, bool),
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let bound = prop::sample::select(BINDINGS.map(|binding| binding.key).to_vec());
    let special = prop::sample::select(vec![
        Key::Up,
        Key::Down,
        Key::Left,
        Key::Right,
        Key::PageUp,
        Key::PageDown,
        Key::Home,
        Key::End,
        Key::Enter,
        Key::Esc,
        Key::Backspace,
        Key::Interrupt,
        Key::Stop,
        Key::Other,
    ]);
    let step = prop_oneof![
        4 => bound.prop_map(|key| Step::Key(Key::Char(key))),
        3 => special.prop_map(Step::Key),
        1 => any::<char>().prop_map(|key| Step::Key(Key::Char(key))),
        1 => prop::sample::select(vec!['/', 'd', 'p', 'c', 'g', 'G', 'j', 'k', '1', '9']).prop_map(|key| Step::Key(Key::Char(key))),
        1 => (-3isize..=3).prop_map(Step::Wheel),
        2 => (0u16..140, 0u16..50).prop_map(|(columns, rows)| Step::Size(columns, rows)),
        1 => (0i64..4000).prop_map(Step::Wait),
        1 => (1usize..=8, any::<bool>()).prop_map(|(number, holds)| Step::Answer(number, holds)),
    ];
    prop::collection::vec(step, 0..40)
}

fn take(world: &mut World, step: Step) {
    match step {
        Step::Key(key) => world.key(key),
        Step::Wheel(steps) => world.on(Event::Input(Input::Wheel(steps))),
        Step::Size(columns, rows) => world.on(Event::Input(Input::Resized(Size { columns, rows }))),
        Step::Wait(seconds) => {
            world.now += seconds;
            world.on(Event::Tick);
        }
        Step::Answer(number, holds) => {
            let verdict = if holds { ClauseVerdict::Holds } else { ClauseVerdict::Fails };
            let seen = checked_as(&format!("4.{number}"), verdict);
            world.answer(vec![seen.clone()]);
            world.record(&seen);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn nothing_makes_it_panic(steps in steps()) {
        for (plan, progress) in [(Plan::Exercises, done_before("4.4")), (Plan::All, Progress::default())] {
            let mut world = World::of(plan, progress);
            for step in &steps {
                take(&mut world, step.clone());
                let Size { columns, rows } = world.session.size;
                let area = Rect::new(0, 0, columns, rows);
                let page = screen::page(&world.session);
                page.draw(area, &mut Buffer::empty(area), true);
                world.session.drawn(page.body.len());
            }
        }
    }
}
