//! 12.e2: a layer that functions can use.

use std::fmt;

use futures_util::future::join_all;

use crate::judge::lambda::layer::can_be_used;
use crate::services::lambda::layers::{CONSOLE_LAYERS, LAYERS, Layer, LayerContent};
use crate::verifier::prelude::*;

clauses! {
    LAYER: "your account has a layer in {{ region }}",
        or "In Lambda, choose Layers, then Create layer, and upload layers/chapters-text.zip.", at CONSOLE_LAYERS;
    MODULES: "functions find a module in its newest version",
        or "Choose Create version on the page of the layer, and upload an archive with nodejs or python at its root.",
        at CONSOLE_LAYERS;
}

pub const READS: Reads = &[LAYERS];
/// How many layers are looked into.
const MOST: usize = 5;

struct Content {
    layer: Layer,
    read: Read<LayerContent>,
}

impl fmt::Display for Content {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.layer.fmt(f)
    }
}

impl Content {
    fn judged(&self) -> Read<Judgement> {
        self.read.judged(|content| can_be_used(&self.layer, content))
    }
}

/// The first layer that can be used; without one, the first of all.
async fn layer(aws: &Aws, you: &Learner) -> Read<Found<Content>> {
    let layers = match aws.layers(you).await? {
        Found::Here(layers) => layers,
        Found::Missing(near) => return Ok(Found::Missing(near)),
    };
    let contents = join_all(layers.into_iter().take(MOST).map(async |layer| {
        let read = aws.layer_content(you, &layer.version_arn).await;
        Content { layer, read }
    }));
    let mut contents = contents.await;
    let right = contents.iter().position(|one| one.judged().is_ok_and(|judged| judged.does_hold()));
    Ok(Found::Here(contents.swap_remove(right.unwrap_or(0))))
}

pub async fn verify(aws: &Aws, you: &Learner, it: &mut Report<'_>) -> Outcome {
    let content = it.finds(LAYER, layer(aws, you).await)?;
    it.expects(MODULES, content.judged());
    Ok(())
}
