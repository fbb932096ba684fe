// Answers POST /images: keeps an image of somebody who has signed in.

import { randomUUID } from "node:crypto";
import { PutObjectCommand, S3Client } from "@aws-sdk/client-s3";

const s3 = new S3Client();
const LARGEST = 4_000_000; // bytes

const answer = (statusCode, body) => ({
  statusCode,
  headers: {
    "Content-Type": "application/json",
    "Access-Control-Allow-Origin": "https://{{ domain }}",
  },
  body: JSON.stringify(body),
});

// What comes is text of somebody's: it may be anything.
const parsed = (text) => {
  try {
    return JSON.parse(text) ?? {};
  } catch {
    return {};
  }
};

// By its first bytes, whatever its name says.
const kind = (bytes) => {
  if (bytes.subarray(0, 3).toString("hex") === "ffd8ff") return "image/jpeg";
  if (bytes.subarray(0, 4).toString("hex") === "89504e47") return "image/png";
  return undefined;
};

export const handler = async (event) => {
  const { image } = parsed(event.body);
  if (typeof image !== "string") return answer(400, { message: "there is no image" });
  const Body = Buffer.from(image, "base64");
  const ContentType = kind(Body);
  if (!ContentType) return answer(400, { message: "it is neither JPEG nor PNG" });
  if (Body.length > LARGEST) return answer(400, { message: "it is too large" });
  const id = randomUUID();
  await s3.send(
    new PutObjectCommand({
      Bucket: "{{ data_bucket }}",
      Key: `images/${id}`,
      Body,
      ContentType,
    }),
  );
  return answer(200, { id });
};
