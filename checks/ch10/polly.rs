//! 10.8: a text that was spoken lies in a bucket as a file that can be played.

use crate::judge::s3::sound;
use crate::verifier::prelude::*;

clauses! {
    AUDIO: "{{ data_bucket }} or {{ website_bucket }} holds a sound file",
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
];

pub async fn verify(aws: &Aws, you: &Learner, it: &mut Report<'_>) -> Outcome {
    let (data, website) =
        join!(aws.sounds_of(you, &you.names.data_bucket), aws.sounds_of(you, &you.names.website_bucket));
    let file = it.finds(AUDIO, sound::best([data, website]))?;
    it.expects(SOUND, sound::plays(&file));
    it.expects(TYPE, sound::has_type(&file.object));
    Ok(())
}
