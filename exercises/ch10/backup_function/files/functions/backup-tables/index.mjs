// Backs the table of chapters up each time it is called, and deletes the oldest backups that it has made itself.

import {
  CreateBackupCommand,
  DeleteBackupCommand,
  DynamoDBClient,
  ListBackupsCommand,
} from "@aws-sdk/client-dynamodb";

const dynamodb = new DynamoDBClient();
// What is kept is paid for, month by month.
const KEPT = 7;
const PREFIX = "by-function-";

const deleteOldest = async () => {
  const { BackupSummaries = [] } = await dynamodb.send(
    new ListBackupsCommand({ TableName: "chapters", BackupType: "USER" }),
  );
  const own = BackupSummaries.filter(
    (backup) =>
      backup.BackupName.startsWith(PREFIX) && backup.BackupStatus === "AVAILABLE",
  ).sort((a, b) => b.BackupCreationDateTime - a.BackupCreationDateTime);
  for (const { BackupArn } of own.slice(KEPT)) {
    await dynamodb.send(new DeleteBackupCommand({ BackupArn }));
  }
};

export const handler = async () => {
  // The names of backups take no colons.
  const time = new Date().toISOString().replaceAll(":", "-");
  const { BackupDetails } = await dynamodb.send(
    new CreateBackupCommand({
      TableName: "chapters",
      BackupName: `${PREFIX}${time}`,
    }),
  );
  console.log(BackupDetails.BackupArn);
  await deleteOldest();
};
