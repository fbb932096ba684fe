# The code asks how the table is, and backs nothing up.
# starts: solved
# verdict: not done
# visitor: Nobody sees anything: no further backup comes.
# lesson: What a function is called says nothing of what it does.
# finding: fails | backs_up
# says: nothing that backs a table up
# finding: skipped | allowed
cat >functions/backup-tables/index.mjs <<'CODE'
import { DescribeTableCommand, DynamoDBClient } from "@aws-sdk/client-dynamodb";

const dynamodb = new DynamoDBClient();

export const handler = async () =>
  dynamodb.send(new DescribeTableCommand({ TableName: "chapters" }));
CODE
(cd functions/backup-tables && python3 -m zipfile -c function.zip index.mjs)
aws lambda update-function-code --function-name backup-tables \
  --zip-file fileb://functions/backup-tables/function.zip
aws lambda wait function-updated-v2 --function-name backup-tables
