# The mail is to come from an address of somebody else's domain.
# starts: solved
# verdict: not done
# visitor: No mail comes: SES answers MessageRejected.
# lesson: SES takes mail from verified identities alone, and the sender's domain is one of those.
# finding: holds | sends
# finding: fails | sender
# says: a sender named ada@example.net
sed -i 's/no-reply@{{ domain }}/ada@example.net/' \
  functions/put-account-info/index.mjs
put_code put-account-info index.mjs
