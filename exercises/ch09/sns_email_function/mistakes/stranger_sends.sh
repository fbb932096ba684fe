# The sender's address lies in a domain of somebody else.
# starts: solved
# verdict: not done
# visitor: No mail comes: SES refuses the sender.
# lesson: SES sends from identities that you have verified.
# finding: holds | sends
# finding: fails | sender
# says: no-reply@example.org
sed -i 's/no-reply@{{ domain }}/no-reply@example.org/' \
  functions/sns-send-email/index.mjs
put_code sns-send-email index.mjs
