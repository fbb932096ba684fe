// Answers GET /labels?id=…: says what is seen in an image that was uploaded.

import { DetectLabelsCommand, RekognitionClient } from "@aws-sdk/client-rekognition";

const rekognition = new RekognitionClient();
const ID = /^[0-9a-f-]{36}$/;

const answer = (statusCode, body) => ({
  statusCode,
  headers: {
    "Content-Type": "application/json",
    "Access-Control-Allow-Origin": "https://{{ domain }}",
  },
  body: JSON.stringify(body),
});

export const handler = async (event) => {
  const id = event.queryStringParameters?.id ?? "";
  // An id with a path in it could name any object of the bucket.
  if (!ID.test(id)) return answer(400, { message: "there is no id" });
  try {
    const { Labels = [] } = await rekognition.send(
      new DetectLabelsCommand({
        Image: {
          S3Object: { Bucket: "{{ data_bucket }}", Name: `images/${id}` },
        },
        MaxLabels: 5,
        MinConfidence: 80,
      }),
    );
    return answer(200, { labels: Labels.map(({ Name }) => Name) });
  } catch (error) {
    if (error.name !== "InvalidS3ObjectException") throw error;
    return answer(404, { message: "there is no such image" });
  }
};
