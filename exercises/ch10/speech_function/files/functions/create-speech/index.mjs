// Is fed by the stream of the table of texts: has each new text spoken, and keeps the sound where the website shows it.

import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { PollyClient, SynthesizeSpeechCommand } from "@aws-sdk/client-polly";
import { PutObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { DynamoDBDocumentClient, UpdateCommand } from "@aws-sdk/lib-dynamodb";

const polly = new PollyClient();
const s3 = new S3Client();
const dynamodb = DynamoDBDocumentClient.from(new DynamoDBClient());

const speak = async (id, Text) => {
  const { AudioStream } = await polly.send(
    new SynthesizeSpeechCommand({
      Text,
      Engine: "neural",
      VoiceId: "Joanna",
      OutputFormat: "mp3",
    }),
  );
  // S3 wants to know how long an object is, and a stream does not say so.
  const Body = await AudioStream.transformToByteArray();
  await s3.send(
    new PutObjectCommand({
      Bucket: "{{ website_bucket }}",
      Key: `speech/${id}.mp3`,
      Body,
      ContentType: "audio/mpeg",
    }),
  );
  return `https://{{ domain }}/speech/${id}.mp3`;
};

export const handler = async (event) => {
  for (const { eventName, dynamodb: change } of event.Records) {
    if (eventName !== "INSERT") continue;
    const id = change.NewImage?.id?.S;
    const text = change.NewImage?.text?.S;
    if (!id || !text) continue;
    const url = await speak(id, text);
    await dynamodb.send(
      new UpdateCommand({
        TableName: "text-to-speech",
        Key: { id },
        UpdateExpression: "SET #url = :url",
        ConditionExpression: "attribute_exists(id)",
        // DynamoDB keeps the word url for itself.
        ExpressionAttributeNames: { "#url": "url" },
        ExpressionAttributeValues: { ":url": url },
      }),
    );
  }
};
