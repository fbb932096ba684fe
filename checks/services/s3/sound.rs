//! Sound files in a bucket: found by what their keys end in, and read no further than their first bytes.

use std::fmt;

use futures_util::future::try_join_all;
use futures_util::{join, try_join};

use crate::aws::service::prelude::*;
use crate::services::s3::object::{of_object, received, short};
use crate::services::s3::{
    ANY_BUCKET, Bucket, GET_BUCKET_LOCATION, GET_OBJECT, HEAD_OBJECT, LIST_BUCKETS, LIST_OBJECTS, Object,
};

/// What the keys of sound files end in, in small letters.
const ENDINGS: [&str; 10] = [".mp3", ".mpga", ".ogg", ".oga", ".opus", ".wav", ".m4a", ".pcm", ".mulaw", ".alaw"];
/// Sound files by their names, and nothing else, in whatever bucket.
const SOUND_FILES: &ResourceSet = &resources("SoundFiles", "arn:{{ partition }}:s3:::*/*.mp3");
/// The sound files of any bucket.
pub const OF_ANY_BUCKET: Reader = Reader::of(&[
    reading_all(LIST_BUCKETS),
    reading(GET_BUCKET_LOCATION, ANY_BUCKET),
    reading(LIST_OBJECTS, ANY_BUCKET),
    reading(HEAD_OBJECT, SOUND_FILES),
    reading(GET_OBJECT, SOUND_FILES),
]);
/// As what files in buckets of other names are known.
const KNOWN: &str = ".mp3";
/// What Amazon Polly names a file that says when which word is spoken, and has no sound (Amazon Polly Developer Guide,
/// "Speech marks").
const MARKS: &str = ".marks";
/// How many sound files of a bucket are read.
const MOST: usize = 4;
/// How many bytes of a file are read: a player tells every format by fewer.
const BEGINNING: usize = 16;

/// The sound files of a bucket, of many the first.
#[derive(Clone, Debug)]
pub struct Sounds {
    pub files: Vec<Sound>,
    /// Files whose keys have no ending, and which may be sound.
    pub unnamed: Vec<Sound>,
    /// A file beside them that says when which word is spoken, by its key.
    pub marks: Option<String>,
}

/// An object whose key says that it is sound, and how it begins.
#[derive(Clone, Debug)]
pub struct Sound {
    pub object: Object,
    pub beginning: Read<Vec<u8>>,
}

impl fmt::Display for Sound {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.object.fmt(f)
    }
}

impl Aws {
    /// The sound files of the account's own bucket of that name, which may itself be missing.
    pub async fn sounds_of(&self, you: &Learner, bucket: &str) -> Read<Found<Sounds>> {
        let bucket = match self.bucket(you, bucket).await? {
            Found::Here(bucket) => bucket,
            Found::Missing(near) => return Ok(Found::Missing(near)),
        };
        let keys = self.first_keys(&bucket).await?;
        let named: Vec<&String> = keys.iter().filter(|key| ends_in(key, &ENDINGS)).take(MOST).collect();
        let has_no_ending =
            |key: &&String| !key.ends_with('/') && !key.rsplit('/').next().unwrap_or_default().contains('.');
        // What has the name of sound counts first, and is enough.
        let most = if named.is_empty() { MOST } else { 0 };
        let unnamed: Vec<&String> = keys.iter().filter(has_no_ending).take(most).collect();
        let [named, unnamed] =
            [named, unnamed].map(|keys| try_join_all(keys.into_iter().map(|key| self.sound(&bucket, key))));
        let (files, unnamed) = try_join!(named, unnamed)?;
        let marks = keys.iter().find(|key| ends_in(key, &[MARKS])).cloned();
        Ok(Found::Here(Sounds {
            files: files.into_iter().flatten().collect(),
            unnamed: unnamed.into_iter().flatten().collect(),
            marks,
        }))
    }

    /// The MP3 files of a bucket that is none of the course's: what is not called so there is not looked into.
    pub async fn named_sounds_of(&self, you: &Learner, bucket: &str) -> Read<Found<Sounds>> {
        let Some(bucket) = self.own_bucket(you, bucket).await? else { return Ok(Found::Missing(None)) };
        let keys = self.first_keys(&bucket).await?;
        let named = keys.iter().filter(|key| key.ends_with(KNOWN)).take(MOST);
        let files = try_join_all(named.map(|key| self.sound(&bucket, key))).await?;
        Ok(Found::Here(Sounds { files: files.into_iter().flatten().collect(), unnamed: Vec::new(), marks: None }))
    }

    /// None if it was deleted since the list was made.
    async fn sound(&self, bucket: &Bucket, key: &str) -> Read<Option<Sound>> {
        let call = Call::new(GET_OBJECT, format!("{}/{key}", bucket.arn));
        let request = self.s3(&bucket.region).get_object().bucket(&bucket.name).key(key);
        let range = format!("bytes=0-{}", BEGINNING - 1);
        let send = || async move { received(request.range(range).send().await).await };
        // The whole of the same object is another read.
        let scope = format!("{}, beginning", bucket.region);
        let (object, body) = join!(self.head(bucket, key), self.ask(call.clone(), &scope, send));
        let Some(object) = object? else { return Ok(None) };
        // There is no first byte to ask an empty object for.
        let body = body.absent_on(&["NoSuchKey", "InvalidRange"]);
        let beginning = body.and_then(|body| {
            let wanted = object.length().min(BEGINNING);
            let bytes = of_object(&call, &object, body.as_deref())?;
            let beginning = bytes.get(..wanted).ok_or_else(|| short(&call, bytes, wanted))?;
            Ok(beginning.to_vec())
        });
        Ok(Some(Sound { object, beginning }))
    }
}

fn ends_in(key: &str, endings: &[&str]) -> bool {
    let key = key.to_lowercase();
    endings.iter().any(|ending| key.ends_with(ending))
}
