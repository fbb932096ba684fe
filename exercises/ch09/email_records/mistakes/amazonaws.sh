# The values end in amazonaws.com, as most names of AWS do.
# starts: solved
# verdict: not done
# visitor: No mail comes: SES does not find its keys.
# lesson: The mail servers and keys of SES are at amazonses.com.
# finding: fails | dkim
# says: and not in amazonaws.com
# finding: fails | mx
# says: and not in amazonaws.com
# finding: fails | spf
# says: write include:amazonses.com
for token in $(dkim_tokens); do
  put_record "$token._domainkey.{{ domain }}" CNAME \
    "$token.dkim.amazonaws.com"
done
put_record mail.{{ domain }} MX '10 feedback-smtp.{{ region }}.amazonaws.com'
put_record mail.{{ domain }} TXT '"v=spf1 include:amazonaws.com ~all"'
