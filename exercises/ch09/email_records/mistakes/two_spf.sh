# The MAIL FROM domain has two SPF records, one for each sender.
# starts: solved
# verdict: not done
# visitor: Mail comes, and some of it is taken for spam.
# lesson: A name has one SPF record, which names all who may send.
# finding: fails | spf
# says: 2 SPF records
put_record mail.{{ domain }} TXT \
  '"v=spf1 include:amazonses.com ~all"' '"v=spf1 mx -all"'
