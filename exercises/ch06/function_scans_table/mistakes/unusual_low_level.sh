# The low-level client is asked page by page.
# starts: solved
# verdict: done
# visitor: The page shows the list from the table.
# lesson: The low-level client works if the code takes the types off.
cat >functions/get-chapters/index.mjs <<'CODE'
import { DynamoDBClient, paginateScan } from "@aws-sdk/client-dynamodb";
const client = new DynamoDBClient({});
export const handler = async () => {
  const chapters = [];
  const request = { TableName: `chapters` };
  for await (const page of paginateScan({ client }, request))
    for (const { id, title, description } of page.Items)
      chapters.push({
        id: Number(id.N), title: title.S, description: description.S,
      });
  return {
    statusCode: 200,
    headers: { "Access-Control-Allow-Origin": "*" },
    body: JSON.stringify(chapters),
  };
};
CODE
(cd functions/get-chapters && python3 -m zipfile -c function.zip index.mjs)
aws lambda update-function-code --function-name get-chapters \
  --zip-file fileb://functions/get-chapters/function.zip
aws lambda wait function-updated-v2 --function-name get-chapters
