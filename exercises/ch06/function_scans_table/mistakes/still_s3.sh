# The table is asked, and the bucket as well.
# starts: solved
# verdict: not done
# visitor: The page shows the list from the table.
# lesson: Code that is left over keeps permissions alive that nobody needs.
# finding: fails | no_bucket
# says: GetObjectCommand is still there
cat >>functions/get-chapters/index.mjs <<'CODE'
import { GetObjectCommand, S3Client } from "@aws-sdk/client-s3";
const object = { Bucket: "{{ domain }}", Key: "chapters.json" };
export const old = await new S3Client()
  .send(new GetObjectCommand(object))
  .catch(() => null);
CODE
(cd functions/get-chapters && python3 -m zipfile -c function.zip index.mjs)
aws lambda update-function-code --function-name get-chapters \
  --zip-file fileb://functions/get-chapters/function.zip
