# One answer is made first, with status 500, and changed once the object has been read.
# starts: solved
# verdict: done
# visitor: The page shows the list from the bucket.
# lesson: The order in which code builds its answer is up to you.
cat >functions/get-chapters/index.mjs <<'CODE'
import { GetObjectCommand, S3Client } from "@aws-sdk/client-s3";
const s3 = new S3Client();
export const handler = async () => {
  const answer = { statusCode: 500, headers: {}, body: "[]" };
  answer.headers["Access-Control-Allow-Origin"] = "*";
  try {
    const read = new GetObjectCommand({
      Bucket: "{{ data_bucket }}", Key: "chapters.json",
    });
    const found = await s3.send(read);
    answer.body = await found.Body.transformToString();
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
