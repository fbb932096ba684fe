# A variable of the function names the bucket, and the text is passed on as it comes.
# starts: solved
# verdict: done
# visitor: The page shows the list from the bucket.
# lesson: A name may come from the function's settings as well.
aws lambda update-function-configuration --function-name get-chapters \
  --environment 'Variables={DATA_BUCKET={{ data_bucket }}}'
aws lambda wait function-updated-v2 --function-name get-chapters
cat >functions/get-chapters/index.mjs <<'CODE'
import { S3 } from "@aws-sdk/client-s3";
const s3 = new S3({});
export async function handler() {
  const Bucket = process.env.DATA_BUCKET;
  const found = await s3.getObject({ Bucket, Key: "chapters.json" });
  const body = await found.Body.transformToString();
  const headers = { "Access-Control-Allow-Origin": "*" };
  return { statusCode: 200, headers, body };
}
CODE
(cd functions/get-chapters && python3 -m zipfile -c function.zip index.mjs)
aws lambda update-function-code --function-name get-chapters \
  --zip-file fileb://functions/get-chapters/function.zip
aws lambda wait function-updated-v2 --function-name get-chapters
