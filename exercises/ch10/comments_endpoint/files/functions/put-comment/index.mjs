// Answers POST /comments: keeps a comment of somebody who has signed in.

import { randomUUID } from "node:crypto";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient, PutCommand } from "@aws-sdk/lib-dynamodb";

const dynamodb = DynamoDBDocumentClient.from(new DynamoDBClient());
const LONGEST = 2000; // characters

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

export const handler = async (event) => {
  const { comment } = parsed(event.body);
  if (typeof comment !== "string" || !comment.trim()) {
    return answer(400, { message: "there is no comment" });
  }
  if (comment.length > LONGEST) return answer(400, { message: "it is too long" });
  const id = randomUUID();
  await dynamodb.send(
    new PutCommand({
      TableName: "comments",
      Item: {
        id,
        comment: comment.trim(),
        // Who wrote it says the token, and never the request.
        user: event.requestContext?.authorizer?.claims?.sub ?? "unknown",
        time: Date.now(),
      },
    }),
  );
  return answer(200, { id });
};
