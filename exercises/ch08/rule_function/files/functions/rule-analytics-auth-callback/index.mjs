// Started by a schedule: adds the sign-ins of all intervals that have passed to a file in the data bucket.

import { DynamoDBClient, paginateQuery } from "@aws-sdk/client-dynamodb";
import {
  GetObjectCommand,
  PutObjectCommand,
  S3Client,
} from "@aws-sdk/client-s3";
import {
  GetParametersCommand,
  PutParameterCommand,
  SSMClient,
} from "@aws-sdk/client-ssm";

const dynamodb = new DynamoDBClient();
const s3 = new S3Client();
const ssm = new SSMClient();

const START =
  "/function-rule-analytics-auth-callback/next-start-iso-timestamp";
const INTERVAL =
  "/function-rule-analytics-auth-callback/interval-milliseconds";
const FILE = { Bucket: "{{ data_bucket }}", Key: "analytics/auth-callback.csv" };
const HEADER = "timestamp,weekday,hour";

// From when on, and how much at a time, both in milliseconds.
const progress = async () => {
  const names = { Names: [START, INTERVAL] };
  const { Parameters } = await ssm.send(new GetParametersCommand(names));
  const value = (name) => Parameters.find((one) => one.Name === name)?.Value;
  const start = Date.parse(value(START));
  const interval = Number(value(INTERVAL));
  if (!Number.isFinite(start) || !(interval > 0)) {
    throw new Error("a parameter is missing, or has no time or number");
  }
  return { start, interval };
};

// All sign-ins from the first moment on and before the second, page by page.
const signIns = async (from, to) => {
  const input = {
    TableName: "analytics",
    KeyConditionExpression: "dataType = :kind AND #at BETWEEN :from AND :last",
    ExpressionAttributeNames: { "#at": "timestamp" },
    ExpressionAttributeValues: {
      ":kind": { S: "auth-callback" },
      ":from": { N: String(from) },
      ":last": { N: String(to - 1) },
    },
  };
  const items = [];
  for await (const page of paginateQuery({ client: dynamodb }, input)) {
    items.push(...page.Items);
  }
  return items;
};

const line = (item) => {
  const at = new Date(Number(item.timestamp.N));
  return [at.getTime(), at.getUTCDay(), at.getUTCHours()].join(",");
};

// The lines of the file as it is; a file that is not there has none.
const lines = async () => {
  try {
    const { Body } = await s3.send(new GetObjectCommand(FILE));
    const text = await Body.transformToString();
    return text.split(/\r?\n/).filter((one) => one !== "");
  } catch (error) {
    if (error.name === "NoSuchKey") return [];
    throw error;
  }
};

export const handler = async () => {
  const { start, interval } = await progress();
  const passed = Math.floor((Date.now() - start) / interval);
  if (passed < 1) return;

  const end = start + passed * interval;
  const added = (await signIns(start, end)).map(line);
  if (added.length > 0) {
    // A set: what an earlier run has added, and did not come to note, is there once.
    const all = new Set([HEADER, ...(await lines()), ...added]);
    const Body = `${[...all].join("\n")}\n`;
    await s3.send(
      new PutObjectCommand({ ...FILE, Body, ContentType: "text/csv" }),
    );
  }
  // Only now: if something above fails, the next run does the same again.
  await ssm.send(
    new PutParameterCommand({
      Name: START,
      Value: new Date(end).toISOString(),
      Overwrite: true,
    }),
  );
  console.log(`${added.length} sign-ins up to ${new Date(end).toISOString()}`);
};
