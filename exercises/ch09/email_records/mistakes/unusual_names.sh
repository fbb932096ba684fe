# The MAIL FROM domain has another name and priority, and a text of somebody else beside its SPF record, which names others too.
# starts: solved
# verdict: done
# visitor: Mail comes, and is known to be from the domain.
# lesson: What is asked for is one SPF record, and not one text.
# finding: holds | mx
# finding: holds | spf
aws sesv2 put-email-identity-mail-from-attributes \
  --email-identity {{ domain }} --mail-from-domain bounce.{{ domain }}
put_record bounce.{{ domain }} MX '20 Feedback-SMTP.{{ region }}.amazonses.com.'
put_record bounce.{{ domain }} TXT '"site-verification=1"' \
  '"v=spf1 a include:spf.example.net include:amazonses.com -all"'
