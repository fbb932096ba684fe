# The list is still written down in the code.
# starts: solved
# verdict: not done
# visitor: The page shows the old list, whatever is in the bucket.
# lesson: Importing a library reads nothing.
# finding: fails | object
# says: nothing that reads from S3
cat >functions/get-chapters/index.mjs <<'CODE'
import { GetObjectCommand, S3Client } from "@aws-sdk/client-s3";
const body = JSON.stringify([{ id: 1, title: "One" }]);
export const handler = async () => ({ statusCode: 200, body });
CODE
(cd functions/get-chapters && python3 -m zipfile -c function.zip index.mjs)
aws lambda update-function-code --function-name get-chapters \
  --zip-file fileb://functions/get-chapters/function.zip
