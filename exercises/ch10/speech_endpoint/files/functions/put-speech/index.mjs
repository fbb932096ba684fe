// Answers POST /speech, which keeps a text that is to be spoken, and GET /speech?id=…, which says where the sound is.

import { randomUUID } from "node:crypto";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient, GetCommand, PutCommand } from "@aws-sdk/lib-dynamodb";

const dynamodb = DynamoDBDocumentClient.from(new DynamoDBClient());
const TableName = "text-to-speech";
const LONGEST = 1000; // characters: each of them is paid for

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

const order = async (event) => {
  const { text } = parsed(event.body);
  if (typeof text !== "string" || !text.trim()) {
    return answer(400, { message: "there is no text" });
  }
  if (text.length > LONGEST) return answer(400, { message: "it is too long" });
  const id = randomUUID();
  await dynamodb.send(
    new PutCommand({
      TableName,
      Item: { id, text: text.trim(), time: Date.now() },
    }),
  );
  return answer(200, { id });
};

const look = async (event) => {
  const id = event.queryStringParameters?.id;
  if (!id) return answer(400, { message: "there is no id" });
  const { Item } = await dynamodb.send(new GetCommand({ TableName, Key: { id } }));
  if (!Item) return answer(404, { message: "there is no such text" });
  return answer(200, { url: Item.url ?? null });
};

export const handler = async (event) =>
  event.httpMethod === "GET" ? look(event) : order(event);
