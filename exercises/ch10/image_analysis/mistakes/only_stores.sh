# The code asks S3 about the image, and not Rekognition.
# starts: solved
# verdict: not done
# visitor: The page says that nothing was seen.
# lesson: What a function is called says nothing of what it does.
# finding: fails | asks
# says: nothing that asks Rekognition
cat >functions/analyze-images/index.mjs <<'CODE'
import { HeadObjectCommand, S3Client } from "@aws-sdk/client-s3";

const s3 = new S3Client();

export const handler = async (event) => {
  const Key = `images/${event.queryStringParameters.id}`;
  await s3.send(new HeadObjectCommand({ Bucket: "{{ data_bucket }}", Key }));
  return { statusCode: 200, body: JSON.stringify({ labels: [] }) };
};
CODE
(cd functions/analyze-images && python3 -m zipfile -c function.zip index.mjs)
aws lambda update-function-code --function-name analyze-images \
  --zip-file fileb://functions/analyze-images/function.zip
aws lambda wait function-updated-v2 --function-name analyze-images
