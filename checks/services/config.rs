//! AWS Config: the recorder of what there is, where its history goes, and packs of rules.

use std::fmt;

use aws_sdk_config::operation::describe_conformance_pack_status::DescribeConformancePackStatusOutput;
use aws_sdk_config::types::{ConfigurationRecorder, ConfigurationRecorderStatus, RecordingFrequency, ResourceType};
use futures_util::try_join;

use crate::aws::service::prelude::*;

pub const SERVICE: Service = Service {
    api: Api {
        id: "Config Service",
        settings_key: "config_service",
        operations: OPERATIONS,
        // AWS publishes no number for reads.
        rates: &[rate("", 5, 5).in_each_region()],
        always: &[
            always("ConfigurationRecordersStatus", &["recording"]),
            always("ConformancePackStatusDetails", &["ConformancePackName", "ConformancePackState"]),
        ],
    },
    health: health(|aws, you| {
        aws.answers(DESCRIBE_RECORDERS, || aws.config(&you.region).describe_configuration_recorders().send())
    }),
};

operations! { "Config Service", "config";
    DESCRIBE_RECORDERS: "DescribeConfigurationRecorders" on All;
    DESCRIBE_RECORDER_STATUS: "DescribeConfigurationRecorderStatus" on All;
    DESCRIBE_CHANNELS: "DescribeDeliveryChannels" on All;
    DESCRIBE_CHANNEL_STATUS: "DescribeDeliveryChannelStatus" on All;
    DESCRIBE_PACK_STATUS: "DescribeConformancePackStatus" on All;
}

/// The recorder of the learner's region. A missing one is looked for in other regions.
pub const RECORDER: Reader = Reader::of(&[reading_all(DESCRIBE_RECORDERS), reading_all(DESCRIBE_RECORDER_STATUS)]);
/// Where the history goes, and how the last delivery ended.
pub const CHANNEL: Reader = Reader::of(&[reading_all(DESCRIBE_CHANNELS), reading_all(DESCRIBE_CHANNEL_STATUS)]);
/// The conformance packs of the learner's region.
pub const PACKS: Reader = Reader::of(&[reading_all(DESCRIBE_PACK_STATUS)]);
/// The settings of the recorder.
pub const CONSOLE: Page = page("https://{{ region }}.console.aws.amazon.com/config/home?region={{ region }}#/settings");
/// The conformance packs.
pub const CONSOLE_PACKS: Page =
    page("https://{{ region }}.console.aws.amazon.com/config/home?region={{ region }}#/conformance-packs");

/// Recorders of AWS's services begin so; nobody else can change them (AWS Config Developer Guide, "Working with the
/// Configuration Recorder").
const OF_SERVICES: &str = "AWSConfigurationRecorderFor";

/// The recorder that the learner made.
#[derive(Clone, Debug)]
pub struct Recorder {
    pub name: String,
    /// The ARN of the role that AWS Config takes on.
    pub role: Option<String>,
    /// Whether it records every type of resource but those excluded.
    pub is_for_all: bool,
    /// The types that it records, such as `AWS::S3::Bucket`; of one for all, those that it leaves out.
    pub types: Vec<String>,
    /// Whether it records once a day, and not each change.
    pub is_daily: bool,
    pub is_recording: bool,
    /// What AWS says of the last recording, such as `SUCCESS`, and why it failed.
    pub last_status: Option<String>,
    pub last_error: Option<String>,
}

impl fmt::Display for Recorder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the recorder {}", self.name)
    }
}

/// Where the history goes.
#[derive(Clone, Debug)]
pub struct Channel {
    /// The name of the bucket.
    pub bucket: String,
    /// What AWS says of the last delivery of a history, and why it failed.
    pub last_status: Option<String>,
    pub last_error: Option<String>,
}

/// A conformance pack.
#[derive(Clone, Debug)]
pub struct Pack {
    pub name: String,
    /// In AWS's own word, such as `CREATE_COMPLETE`.
    pub state: String,
    pub reason: Option<String>,
}

impl fmt::Display for Pack {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the conformance pack {}", self.name)
    }
}

impl Aws {
    /// The learner's own recorder in the learner's region, or one in another region.
    pub async fn recorder(&self, you: &Learner) -> Read<Found<Recorder>> {
        match self.recorder_in(&you.region).await? {
            Some(recorder) => Ok(Found::Here(recorder)),
            None => Ok(Found::Missing(self.recorder_elsewhere(you).await)),
        }
    }

    /// Where the history of the learner's region goes; none if nothing was set.
    pub async fn delivery_channel(&self, you: &Learner) -> Read<Option<Channel>> {
        let region = &you.region;
        let call = Call::new(DESCRIBE_CHANNELS, "*").at(region);
        let channels = async {
            let send = || self.config(region).describe_delivery_channels().send();
            self.ask(call.clone(), region, send).await
        };
        let (channels, last) = try_join!(channels, self.last_delivery(you))?;
        let listed = channels.delivery_channels.as_ref();
        let listed = listed.ok_or_else(|| Fault::incomplete(call, "DeliveryChannels"))?;
        // There is one channel in a region at the most (AWS Config API Reference, "PutDeliveryChannel").
        let bucket = listed.iter().find_map(|channel| channel.s3_bucket_name());
        let [last_status, last_error] = last;
        Ok(bucket.map(|bucket| Channel { bucket: bucket.to_owned(), last_status, last_error }))
    }

    /// How the last delivery of a history ended, and why it failed, as far as AWS says so. A practice account delivers
    /// nothing, and is not asked.
    async fn last_delivery(&self, you: &Learner) -> Read<[Option<String>; 2]> {
        if you.practice {
            return Ok([None, None]);
        }
        let call = Call::new(DESCRIBE_CHANNEL_STATUS, "*").at(&you.region);
        let send = || self.config(&you.region).describe_delivery_channel_status().send();
        let answer = self.ask(call.clone(), &you.region, send).await?;
        let states = answer.delivery_channels_status.as_ref();
        let states = states.ok_or_else(|| Fault::incomplete(call, "DeliveryChannelsStatus"))?;
        let history = states.iter().find_map(|one| one.config_history_delivery_info());
        let ended = history.and_then(|history| history.last_status());
        let error = history.and_then(|history| history.last_error_code());
        Ok([ended.map(|ended| ended.as_str().to_owned()), error.map(str::to_owned)])
    }

    /// The conformance packs of the learner's region.
    pub async fn conformance_packs(&self, you: &Learner) -> Read<Vec<Pack>> {
        let call = Call::new(DESCRIBE_PACK_STATUS, "*").at(&you.region);
        let send = |mark| self.config(&you.region).describe_conformance_pack_status().set_next_token(mark).send();
        let read = |answer: &DescribeConformancePackStatusOutput| {
            let listed = answer.conformance_pack_status_details.as_ref().ok_or("ConformancePackStatusDetails")?;
            let packs = listed.iter().map(|pack| Pack {
                name: pack.conformance_pack_name().to_owned(),
                state: pack.conformance_pack_state().as_str().to_owned(),
                reason: pack.conformance_pack_status_reason().map(str::to_owned),
            });
            Ok(Listing::marked(packs.collect(), answer.next_token()))
        };
        self.all(call, &you.region, send, read).await
    }

    /// The learner's own recorder in a region.
    pub(crate) async fn recorder_in(&self, region: &str) -> Read<Option<Recorder>> {
        let call = |what| Call::new(what, "*").at(region);
        let (listed, states) = try_join!(
            self.ask(call(DESCRIBE_RECORDERS), region, || self
                .config(region)
                .describe_configuration_recorders()
                .send()),
            self.ask(call(DESCRIBE_RECORDER_STATUS), region, || {
                self.config(region).describe_configuration_recorder_status().send()
            }),
        )?;
        let lacks = |what, member| Fault::incomplete(call(what), member);
        let listed = listed.configuration_recorders.as_ref();
        let listed = listed.ok_or_else(|| lacks(DESCRIBE_RECORDERS, "ConfigurationRecorders"))?;
        let Some((name, own)) = listed.iter().find_map(|one| Some((one.name()?, one)).filter(is_own)) else {
            return Ok(None);
        };
        let mut states = states.configuration_recorders_status().iter();
        let state = states.find(|state| state.name() == Some(name));
        let state = state.ok_or_else(|| lacks(DESCRIBE_RECORDER_STATUS, "ConfigurationRecordersStatus"))?;
        Ok(Some(recorder(name, own, state)))
    }

    /// What cannot be read is no near miss and no fault of the clause.
    async fn recorder_elsewhere(&self, you: &Learner) -> Option<NearMiss> {
        let (region, found) =
            self.elsewhere(you, &you.region, |region| self.recorder_in(region), Option::is_some).await?;
        let name = found?.name;
        Some(NearMiss {
            found: format!("the recorder {name} in {region}"),
            advice: format!(
                "It records there, and costs money there. Delete it in {region}, then switch to {} and set AWS Config up.",
                you.region
            ),
        })
    }

    fn config(&self, region: &str) -> aws_sdk_config::Client {
        client!(self, aws_sdk_config, region)
    }
}

/// Whether the learner made it, and not a service of AWS for itself.
fn is_own((name, recorder): &(&str, &ConfigurationRecorder)) -> bool {
    recorder.service_principal().is_none() && !name.starts_with(OF_SERVICES)
}

fn recorder(name: &str, described: &ConfigurationRecorder, state: &ConfigurationRecorderStatus) -> Recorder {
    let names = |types: &[ResourceType]| types.iter().map(|kind| kind.as_str().to_owned()).collect::<Vec<_>>();
    let group = described.recording_group();
    let left_out = group.and_then(|group| group.exclusion_by_resource_types()).map(|left| names(left.resource_types()));
    let left_out = left_out.filter(|types| !types.is_empty());
    let chosen = group.map(|group| names(group.resource_types())).unwrap_or_default();
    // Without a group, everything is recorded (AWS Config API Reference, "PutConfigurationRecorder").
    let is_for_all = left_out.is_some() || group.is_none_or(|group| group.all_supported());
    let frequency = described.recording_mode().map(|mode| mode.recording_frequency());
    Recorder {
        name: name.to_owned(),
        role: described.role_arn().filter(|arn| !arn.is_empty()).map(str::to_owned),
        is_for_all,
        types: left_out.unwrap_or(chosen),
        is_daily: frequency == Some(&RecordingFrequency::Daily),
        is_recording: state.recording(),
        last_status: state.last_status().map(|status| status.as_str().to_owned()),
        last_error: state.last_error_code().map(str::to_owned),
    }
}
