# The new request came, and the old one stayed.
# starts: solved
# verdict: not done
# visitor: Two letters come for each change, or one and an error in the log.
# lesson: What another function does now must go from the first one.
# finding: holds | publishes
# finding: fails | no_mail
# says: SendEmailCommand is still there
sed -i -e 's|^const sns = .*|&\nconst ses = new SESv2Client();|' \
  -e '1i import { SendEmailCommand, SESv2Client } from "@aws-sdk/client-sesv2";' \
  -e 's|^    await tell(token);|&\n    await ses.send(new SendEmailCommand({ FromEmailAddress: "no-reply@{{ domain }}", Destination: { ToAddresses: ["ada@{{ domain }}"] }, Content: { Simple: { Subject: { Data: "x" }, Body: { Text: { Data: "y" } } } } }));|' \
  functions/put-account-info/index.mjs
put_code put-account-info index.mjs
