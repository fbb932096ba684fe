# The names were pasted whole into a field that adds the domain.
# starts: before
# verdict: not done
# visitor: No mail comes: SES finds none of the records.
# lesson: The console adds the name of the zone to what you enter.
# finding: fails | dkim
# says: ._domainkey.{{ domain }}.{{ domain }} CNAME
# finding: holds | mail_from
# finding: fails | mx
# says: The domain stands in the name twice
# finding: fails | spf
# says: The domain stands in the name twice
# finding: fails | dmarc
# says: _dmarc as its name
for token in $(dkim_tokens); do
  put_record "$token._domainkey.{{ domain }}.{{ domain }}" CNAME \
    "$token.dkim.amazonses.com"
done
aws sesv2 put-email-identity-mail-from-attributes \
  --email-identity {{ domain }} --mail-from-domain mail.{{ domain }}
put_record mail.{{ domain }}.{{ domain }} MX \
  '10 feedback-smtp.{{ region }}.amazonses.com'
put_record mail.{{ domain }}.{{ domain }} TXT \
  '"v=spf1 include:amazonses.com ~all"'
put_record _dmarc.{{ domain }}.{{ domain }} TXT '"v=DMARC1; p=none;"'
