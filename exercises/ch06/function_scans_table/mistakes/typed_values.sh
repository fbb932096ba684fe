# The low-level client is asked, and its items are sent on with their types.
# starts: solved
# verdict: not done
# visitor: The page shows [object Object] instead of titles.
# lesson: The low-level client gives values with their types, the document client without.
# finding: fails | answer
# says: items with the types that DynamoDB writes
cat >functions/get-chapters/index.mjs <<'CODE'
import { DynamoDBClient, ScanCommand } from "@aws-sdk/client-dynamodb";
const client = new DynamoDBClient();
export const handler = async () => {
  const { Items } = await client.send(
    new ScanCommand({ TableName: "chapters" }),
  );
  return { statusCode: 200, body: JSON.stringify(Items) };
};
CODE
(cd functions/get-chapters && python3 -m zipfile -c function.zip index.mjs)
aws lambda update-function-code --function-name get-chapters \
  --zip-file fileb://functions/get-chapters/function.zip
