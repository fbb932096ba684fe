// Is fed by the stream of the table of comments: writes beside each new comment how it sounds.

import { ComprehendClient, DetectSentimentCommand } from "@aws-sdk/client-comprehend";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient, UpdateCommand } from "@aws-sdk/lib-dynamodb";

const comprehend = new ComprehendClient();
const dynamodb = DynamoDBDocumentClient.from(new DynamoDBClient());

export const handler = async (event) => {
  for (const { eventName, dynamodb: change } of event.Records) {
    // What this function writes is a change, too, and comes here again without the filter.
    if (eventName !== "INSERT") continue;
    const id = change.NewImage?.id?.S;
    const Text = change.NewImage?.comment?.S;
    if (!id || !Text) continue;
    const { Sentiment } = await comprehend.send(
      new DetectSentimentCommand({ LanguageCode: "en", Text }),
    );
    await dynamodb.send(
      new UpdateCommand({
        TableName: "comments",
        Key: { id },
        UpdateExpression: "SET sentiment = :sentiment",
        // A comment that was deleted meanwhile does not come back.
        ConditionExpression: "attribute_exists(id)",
        ExpressionAttributeValues: { ":sentiment": Sentiment },
      }),
    );
  }
};
