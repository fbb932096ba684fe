//! 12.e3: a function that uses a layer.

use std::fmt;

use futures_util::future::try_join_all;

use crate::judge::lambda::function;
use crate::judge::lambda::layer::{Used, fits};
use crate::judge::lambda::layer_import::{With, imported};
use crate::judgement::NearMiss;
use crate::services::lambda::Function;
use crate::services::lambda::layers::{LAYERS, Layer, LayerContent, USERS_OF_LAYERS, UserOfLayers, parts_of_version};
use crate::verifier::prelude::*;

clauses! {
    FUNCTION: "a function uses a layer of your account",
        or "Open a function, scroll to Layers, choose Add a layer, Custom layers, and the layer with its newest version.",
        at lambda::CONSOLE;
    READY: "the function is active, and its last change succeeded",
        or "Read the reason on the page of the function.", at lambda::CONSOLE;
    FITS: "it finds a module for its runtime in the layer",
        or "Publish an archive with the folder for this runtime, and let the function use that version.", at lambda::CONSOLE;
    IMPORTED: "its code imports what comes with the layer",
        or "Import a module of the layer in the code of the function, and deploy it.", at lambda::CONSOLE;
}

pub const READS: Reads = &[LAYERS, USERS_OF_LAYERS];
/// How many functions are read.
const MOST: usize = 5;

/// A function, and whether a layer of the account fits it.
struct User {
    function: Function,
    layer: String,
    fits: Read<Judgement>,
    imported: Read<Judgement>,
}

impl User {
    fn is_right(&self) -> bool {
        let fails = |judged: &Read<Judgement>| judged.as_ref().is_ok_and(Judgement::does_fail);
        self.fits.as_ref().is_ok_and(Judgement::does_hold) && !fails(&self.imported)
    }
}

/// A function, one of its layers, and how many it has.
type Pair<'a> = (&'a str, &'a str, usize);

impl fmt::Display for User {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}, with {}", self.function.name, self.layer)
    }
}

/// The function that a layer of the learner's fits; without one, the first that uses one.
async fn user(aws: &Aws, you: &Learner) -> Read<Found<User>> {
    let (all, layers) = join!(aws.users_of_layers(you), aws.layers(you));
    // What is newest is advice, and a layer may have been deleted since.
    let (all, layers) = (all?, layers.ok().and_then(Found::here).unwrap_or_default());
    let own = all.iter().flat_map(|user| {
        let own = user.layers.iter().filter(|arn| parts_of_version(arn).is_some_and(|parts| parts.0 == you.account));
        own.map(|arn| (user.function.as_str(), arn.as_str(), user.layers.len()))
    });
    let users = try_join_all(own.take(MOST).map(|pair| read(aws, you, pair, &layers))).await?;
    let mut users: Vec<_> = users.into_iter().flatten().collect();
    let right = users.iter().position(User::is_right);
    Ok(match users.is_empty() {
        true => Found::Missing(of_others(&all)),
        false => Found::Here(users.swap_remove(right.unwrap_or(0))),
    })
}

/// None if the function was deleted since the list was made.
async fn read(aws: &Aws, you: &Learner, (name, arn, count): Pair<'_>, layers: &[Layer]) -> Read<Option<User>> {
    let (function, content) = join!(aws.function(you, name), aws.layer_content(you, arn));
    let Found::Here(function) = function? else { return Ok(None) };
    let (_, name, version) = parts_of_version(arn).expect("only such are read");
    let newest = layers.iter().find(|layer| layer.name == name).map(|layer| layer.version);
    let fits = content.judged(|content| {
        let used = Used { name, version, newest, content };
        fits(function.runtime.as_deref(), &used)
    });
    let archive = match &content {
        Ok(LayerContent::Archive(archive)) if fits.as_ref().is_ok_and(Judgement::does_hold) => Some(archive),
        _ => None,
    };
    let imported = match (&content, archive) {
        (Err(fault), _) => Err(fault.clone()),
        (_, Some(archive)) => {
            let package = aws.package(&function).await;
            let is_only_layer = count == 1;
            package.judged(|package| imported(&With { function: &function, package, archive, is_only_layer }))
        }
        _ => Ok(Judgement::skips("not checked: which modules it would find is not known")),
    };
    Ok(Some(User { function, layer: format!("version {version} of the layer {name}"), fits, imported }))
}

/// No layer at all, or one that AWS or somebody else published.
fn of_others(users: &[UserOfLayers]) -> Option<NearMiss> {
    let Some(user) = users.first() else {
        let advice = "Open a function, scroll to Layers, choose Add a layer, Custom layers, and the layer with its newest version.";
        return Some(NearMiss { found: "no function that uses a layer".into(), advice: advice.into() });
    };
    Some(NearMiss {
        found: format!("{} with {}, which is not of your account", user.function, user.layers.join(", ")),
        advice: "Choose Custom layers, and the layer of exercise 12.e2.".into(),
    })
}

pub async fn verify(aws: &Aws, you: &Learner, it: &mut Report<'_>) -> Outcome {
    let user = it.finds(FUNCTION, user(aws, you).await)?;
    it.expects(READY, function::ready(&user.function));
    it.expects(FITS, user.fits);
    it.expects(IMPORTED, user.imported);
    Ok(())
}
