# The code asks for the whole folder of parameters, and names nothing but the file's place.
# starts: solved
# verdict: done
# visitor: The file comes.
# lesson: Each way to read parameters is an action of its own, which the policy must allow.
# finding: holds | parameters
# says: ssm:GetParametersByPath
ssm=arn:{{ partition }}:ssm:{{ region }}:{{ account }}:parameter
aws iam put-role-policy --policy-name by-path \
  --role-name function-rule-analytics-auth-callback \
  --policy-document '{"Version": "2012-10-17", "Statement": [
    {"Effect": "Allow", "Action": "ssm:GetParametersByPath",
     "Resource": "'"$ssm"'/function-rule-analytics-auth-callback/*"}]}'
cat >functions/rule-analytics-auth-callback/index.mjs <<'CODE'
import { DynamoDB } from "@aws-sdk/client-dynamodb";
import { S3 } from "@aws-sdk/client-s3";
import { SSM } from "@aws-sdk/client-ssm";
const dynamodb = new DynamoDB();
const s3 = new S3();
const ssm = new SSM();
const Path = "/function-rule-analytics-auth-callback/";
const Bucket = process.env.DATA_BUCKET ?? "{{ data_bucket }}";
export const handler = async () => {
  const { Parameters } = await ssm.getParametersByPath({ Path, Recursive: true });
  const values = Object.fromEntries(
    Parameters.map(({ Name, Value }) => [Name.slice(Path.length), Value]),
  );
  const start = new Date(values["next-start-iso-timestamp"]);
  const end = new Date(+start + Number(values["interval-milliseconds"]));
  if (end > new Date()) return;
  const file = { Bucket, Key: "analytics/auth-callback.csv" };
  const { Body } = await s3.getObject(file);
  let csv = await Body.transformToString();
  let ExclusiveStartKey;
  do {
    const page = await dynamodb.query({
      TableName: "analytics",
      KeyConditionExpression: "dataType = :d AND #t BETWEEN :a AND :b",
      ExpressionAttributeNames: { "#t": "timestamp" },
      ExpressionAttributeValues: {
        ":d": { S: "auth-callback" },
        ":a": { N: `${+start}` },
        ":b": { N: `${+end - 1}` },
      },
      ExclusiveStartKey,
    });
    for (const item of page.Items) csv += `${item.timestamp.N}\n`;
    ExclusiveStartKey = page.LastEvaluatedKey;
  } while (ExclusiveStartKey);
  await s3.putObject({ ...file, Body: csv });
  await ssm.putParameter({
    Name: `${Path}next-start-iso-timestamp`, Value: end.toISOString(),
    Overwrite: true,
  });
};
CODE
put_code rule-analytics-auth-callback index.mjs
