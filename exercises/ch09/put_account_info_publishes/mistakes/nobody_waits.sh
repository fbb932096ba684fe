# Nothing waits for the message.
# starts: solved
# verdict: not done
# visitor: The name is changed, and a letter comes now and then, or never.
# lesson: Lambda stops a function when its handler has ended: await what has to leave.
# finding: fails | publishes
# says: the handler ends without waiting for it
sed -i 's/await tell(token);/tell(token);/' \
  functions/put-account-info/index.mjs
put_code put-account-info index.mjs
