# The MAIL FROM domain has a second MX record, of a mailbox.
# starts: solved
# verdict: not done
# visitor: Mail comes, and says that it is from amazonses.com.
# lesson: A MAIL FROM domain has one MX record, and gets no mail but what comes back to SES.
# finding: fails | mx
# says: 2 values
put_record mail.{{ domain }} MX \
  '10 feedback-smtp.{{ region }}.amazonses.com' '20 mx.example.net'
