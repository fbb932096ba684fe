# The items are the body as they are, and no text.
# starts: solved
# verdict: not done
# visitor: The API answers 502.
# lesson: The body of an answer is text, which JSON.stringify makes.
# finding: fails | answer
# says: a body that is no text
cat >functions/get-chapters/index.mjs <<'CODE'
import { DynamoDB } from "@aws-sdk/client-dynamodb";
const table = new DynamoDB();
export const handler = async () => {
  const { Items } = await table.scan({ TableName: "chapters" });
  return { statusCode: 200, body: [...Items] };
};
CODE
(cd functions/get-chapters && python3 -m zipfile -c function.zip index.mjs)
aws lambda update-function-code --function-name get-chapters \
  --zip-file fileb://functions/get-chapters/function.zip
