//! 10.8: a text that was spoken lies in a bucket as a file that can be played.

use futures_util::future::join_all;

use crate::judge::s3::sound;
use crate::services::s3::sound::{OF_ANY_BUCKET, Sound};
use crate::verifier::prelude::*;

clauses! {
    AUDIO: "{{ data_bucket }} or another bucket of yours holds a sound file",
        or "Save what Polly speaks as MP3, and upload it into {{ data_bucket }} under a key such as audio/welcome.mp3.",
        at s3::CONSOLE_OBJECTS.of(book::DATA);
    SOUND: "the file holds sound",
        or "Let Polly write MP3, and upload that file as it is.", at s3::CONSOLE_OBJECTS.of(book::DATA);
    TYPE: "its content type is one of sound",
        or "Upload the file again and set its metadata Content-Type to audio/mpeg.", at s3::CONSOLE_OBJECTS.of(book::DATA);
}

pub const READS: Reads = &[
    s3::BUCKET.named(book::DATA),
    s3::CONTENT.named(book::DATA_OBJECTS).within(book::DATA),
    s3::BUCKET.named(book::WEBSITE),
    s3::CONTENT.named(book::WEBSITE_OBJECTS).within(book::WEBSITE),
    OF_ANY_BUCKET,
];

/// How many buckets of other names are looked into.
const MOST: usize = 6;

/// The best sound file of all buckets; those of other names are looked into only if the two of the course have none that plays.
async fn find(aws: &Aws, you: &Learner) -> Read<Found<Sound>> {
    let named = [&you.names.data_bucket, &you.names.website_bucket];
    let [data, website] = named.map(|name| aws.sounds_of(you, name));
    let (data, website) = join!(data, website);
    let best = sound::best([data, website]);
    let plays = |file: &Sound| sound::plays(file).map_or(true, |judged| !judged.does_fail());
    if best.as_ref().map_or(true, |best| matches!(best, Found::Here(file) if plays(file))) {
        return best;
    }
    let names = aws.bucket_names(you).await?;
    let others = names.iter().filter(|name| !named.contains(name)).take(MOST);
    let others = sound::best(join_all(others.map(|name| aws.named_sounds_of(you, name))).await);
    match (best, others) {
        (Ok(Found::Here(_)), Ok(Found::Here(file))) if plays(&file) => Ok(Found::Here(file)),
        (Ok(Found::Missing(_)), Ok(Found::Here(file))) => Ok(Found::Here(file)),
        // What cannot be read may be the sound file.
        (Ok(Found::Missing(_)), Err(fault)) => Err(fault),
        (best, _) => best,
    }
}

pub async fn verify(aws: &Aws, you: &Learner, it: &mut Report<'_>) -> Outcome {
    let file = it.finds(AUDIO, find(aws, you).await)?;
    it.expects(SOUND, sound::plays(&file));
    it.expects(TYPE, sound::has_type(&file.object));
    Ok(())
}
