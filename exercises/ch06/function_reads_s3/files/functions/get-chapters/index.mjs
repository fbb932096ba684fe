// Answers GET /chapters with chapters.json of the data bucket.

import { GetObjectCommand, S3Client } from "@aws-sdk/client-s3";

// Made once and used by all requests that this environment answers.
const s3 = new S3Client();

const object = { Bucket: "{{ data_bucket }}", Key: "chapters.json" };

const answer = (statusCode, content) => ({
  statusCode,
  headers: {
    "Content-Type": "application/json",
    "Access-Control-Allow-Origin": "https://{{ domain }}",
  },
  body: JSON.stringify(content),
});

export const handler = async () => {
  try {
    const { Body } = await s3.send(new GetObjectCommand(object));
    const chapters = JSON.parse(await Body.transformToString());
    return answer(200, chapters);
  } catch (error) {
    console.error(error);
    return answer(500, { message: "The chapters cannot be read." });
  }
};
