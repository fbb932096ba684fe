# One answer is made first, with status 500, and changed once the table has been scanned.
# starts: solved
# verdict: done
# visitor: The page shows the list from the table.
# lesson: The order in which code builds its answer is up to you.
cat >functions/get-chapters/index.mjs <<'CODE'
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocument, ScanCommand } from "@aws-sdk/lib-dynamodb";
export const handler = async () => {
  const answer = { statusCode: 500, body: JSON.stringify([]) };
  answer.headers = { "Access-Control-Allow-Origin": "*" };
  try {
    const table = DynamoDBDocument.from(new DynamoDBClient());
    const all = await table.send(new ScanCommand({ TableName: "chapters" }));
    answer.body = JSON.stringify(all.Items);
    answer.statusCode = 200;
  } catch (error) {
    console.error(error);
  }
  return answer;
};
CODE
(cd functions/get-chapters && python3 -m zipfile -c function.zip index.mjs)
aws lambda update-function-code --function-name get-chapters \
  --zip-file fileb://functions/get-chapters/function.zip
aws lambda wait function-updated-v2 --function-name get-chapters
