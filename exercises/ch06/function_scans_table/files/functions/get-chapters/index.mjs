// Answers GET /chapters with the items of the table chapters.

import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient, ScanCommand } from "@aws-sdk/lib-dynamodb";

// Made once and used by all requests that this environment answers. The
// document client gives plain values in place of { "N": "1" }.
const table = DynamoDBDocumentClient.from(new DynamoDBClient());

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
    const { Items } = await table.send(
      new ScanCommand({ TableName: "chapters" }),
    );
    // A scan gives the items in no order that could be relied upon.
    return answer(200, Items.sort((a, b) => a.id - b.id));
  } catch (error) {
    console.error(error);
    return answer(500, { message: "The chapters cannot be read." });
  }
};
