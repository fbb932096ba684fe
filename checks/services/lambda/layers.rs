//! Layers: what an account has published, which functions use one, and what is in an archive.

use std::fmt;

use aws_sdk_lambda::operation::list_functions::ListFunctionsOutput;
use aws_sdk_lambda::operation::list_layers::ListLayersOutput;
use aws_sdk_lambda::types::LayersListItem;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::{FUNCTION_OF_NAME, GET_FUNCTION, GET_LAYER_VERSION, LIST_FUNCTIONS, LIST_LAYERS};
use crate::aws::fault::Trouble;
use crate::aws::service::prelude::*;
use crate::documents::layer_archive::LayerArchive;
use crate::outside::remembered::{self, Rememberable};
use crate::outside::web::{Fetched, LARGEST};

const VERSIONS_OF_LAYERS: &ResourceSet =
    &resources("LayerVersions", "arn:{{ partition }}:lambda:{{ region }}:{{ account }}:layer:*");
/// The layers of the learner's region, with the archives of some; without one, other regions are looked in.
pub const LAYERS: Reader = Reader::of(&[reading_all(LIST_LAYERS), reading(GET_LAYER_VERSION, VERSIONS_OF_LAYERS)]);
/// The functions of the learner's region that use a layer.
pub const USERS_OF_LAYERS: Reader = Reader::of(&[reading_all(LIST_FUNCTIONS), reading(GET_FUNCTION, FUNCTION_OF_NAME)]);
pub const CONSOLE_LAYERS: Page = page("https://console.aws.amazon.com/lambda/home?region={{ region }}#/layers");

/// The newest version of a layer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Layer {
    pub name: String,
    pub version: i64,
    pub version_arn: String,
    /// For which runtimes it says that it is; empty if it says none.
    pub runtimes: Vec<String>,
}

impl fmt::Display for Layer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "version {} of the layer {}", self.version, self.name)
    }
}

/// The layers that a function uses, by the ARNs of their versions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UserOfLayers {
    pub function: String,
    pub layers: Vec<String>,
}

/// What is in a version of a layer.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub enum LayerContent {
    Archive(LayerArchive),
    /// It is there, and was not looked into, for this reason.
    Unread(String),
    /// The version was deleted.
    Gone,
}

impl Rememberable for LayerContent {
    fn kept(&self) -> Option<Value> {
        remembered::written(self)
    }

    fn again(kept: &Value) -> Option<Self> {
        remembered::read(kept)
    }
}

/// The parts of the ARN of a version: the account that it is of, the layer's name and the version.
pub fn parts_of_version(arn: &str) -> Option<(&str, &str, i64)> {
    let parts: Vec<_> = arn.split(':').collect();
    let [_, _, "lambda", _, account, "layer", name, version] = parts[..] else { return None };
    Some((account, name, version.parse().ok()?))
}

impl Aws {
    /// The layers of the learner's region, or one that a beginner made in another.
    pub async fn layers(&self, you: &Learner) -> Read<Found<Vec<Layer>>> {
        let layers = self.layers_of(&you.region).await?;
        if !layers.is_empty() {
            return Ok(Found::Here(layers));
        }
        let near = self.elsewhere(you, &you.region, |region| self.layers_of(region), |all| !all.is_empty()).await;
        Ok(Found::Missing(near.and_then(|(region, layers)| {
            Some(NearMiss::in_region("layer", &layers.first()?.name, region, &you.region))
        })))
    }

    async fn layers_of(&self, region: &str) -> Read<Vec<Layer>> {
        let call = Call::new(LIST_LAYERS, "*").at(region);
        let send = |mark| self.lambda(region).list_layers().set_marker(mark).send();
        let read = |answer: &ListLayersOutput| {
            let listed = answer.layers.as_ref().ok_or("Layers")?;
            Ok(Listing::marked(listed.iter().map(layer).collect::<Result<_, _>>()?, answer.next_marker()))
        };
        self.all(call, region, send, read).await
    }

    /// The functions of the learner's region that use a layer.
    pub async fn users_of_layers(&self, you: &Learner) -> Read<Vec<UserOfLayers>> {
        let call = Call::new(LIST_FUNCTIONS, "*").at(&you.region);
        let send = |mark| self.lambda(&you.region).list_functions().set_marker(mark).send();
        let read = |answer: &ListFunctionsOutput| {
            let listed = answer.functions.as_ref().ok_or("Functions")?;
            let users = listed.iter().filter(|function| !function.layers().is_empty()).map(|function| {
                let layers = function.layers().iter().filter_map(|layer| layer.arn().map(str::to_owned));
                let name = function.function_name().ok_or("FunctionName")?;
                Ok(UserOfLayers { function: name.to_owned(), layers: layers.collect() })
            });
            Ok(Listing::marked(users.collect::<Result<_, &'static str>>()?, answer.next_marker()))
        };
        self.all(call, &you.region, send, read).await
    }

    /// What is in the version of a layer of the learner's account that has this ARN.
    pub async fn layer_content(&self, you: &Learner, arn: &str) -> Read<LayerContent> {
        let call = Call::new(GET_LAYER_VERSION, arn).at(&you.region);
        let Some((_, name, version)) = parts_of_version(arn) else {
            return Err(Fault::unreadable(call, "the ARN is none of a layer's version"));
        };
        let ask = || self.lambda(&you.region).get_layer_version().layer_name(name).version_number(version).send();
        let answer = self.ask(call.clone(), &you.region, ask).await.absent_on(&["ResourceNotFoundException"])?;
        let Some(answer) = answer else { return Ok(LayerContent::Gone) };
        let location = answer.content().and_then(|content| content.location());
        let Some(location) = location.filter(|location| !location.is_empty()) else {
            return Ok(LayerContent::Unread("Lambda does not say where its archive is".into()));
        };
        let call = self.archive_of(name, version);
        let source = self.source(arn, location)?;
        let fetch = async {
            Ok(match self.fetched(&source, &call).await? {
                Fetched::Package(bytes) => match LayerArchive::read(bytes) {
                    Ok(archive) => LayerContent::Archive(archive),
                    Err(why) => return Err(Fault::outside(call.clone(), Trouble::Stranger, &why)),
                },
                Fetched::TooLarge => {
                    LayerContent::Unread(format!("its archive is larger than {} MiB", LARGEST / 1024 / 1024))
                }
                Fetched::Refused(status) => return Err(super::code::refused(&call, status)),
            })
        };
        self.looks(&call, location, fetch).await
    }

    fn archive_of(&self, name: &str, version: i64) -> Call {
        Call::new(super::code::DOWNLOAD, format!("the archive of version {version} of the layer {name}"))
    }
}

/// The layer, or the member that AWS always sends and that is missing (Lambda API Reference, "LayersListItem").
fn layer(listed: &LayersListItem) -> Result<Layer, &'static str> {
    let newest = listed.latest_matching_version().ok_or("LatestMatchingVersion")?;
    let text = |member: Option<&str>, name| member.map(str::to_owned).ok_or(name);
    Ok(Layer {
        name: text(listed.layer_name(), "LayerName")?,
        version: newest.version(),
        version_arn: text(newest.layer_version_arn(), "LayerVersionArn")?,
        runtimes: newest.compatible_runtimes().iter().map(|runtime| runtime.as_str().to_owned()).collect(),
    })
}
