# The code sends the mail, and the line that changes the name was lost.
# starts: solved
# verdict: not done
# visitor: Mail comes that says that the name was changed, and it was not.
# lesson: New code keeps what the old code did.
# finding: fails | changes
# says: nothing that changes a user
# finding: holds | sends
cat >functions/put-account-info/index.mjs <<'CODE'
import { SESv2Client, SendEmailCommand } from "@aws-sdk/client-sesv2";
const ses = new SESv2Client();
export const handler = async () => {
  await ses.send(new SendEmailCommand({
    FromEmailAddress: "no-reply@{{ domain }}",
    Destination: { ToAddresses: ["ada@{{ domain }}"] },
    Content: { Simple: {
      Subject: { Data: "Changed" }, Body: { Text: { Data: "Changed" } },
    } },
  }));
  return {
    statusCode: 200,
    headers: { "Access-Control-Allow-Origin": "*" },
    body: "{}",
  };
};
CODE
put_code put-account-info index.mjs
