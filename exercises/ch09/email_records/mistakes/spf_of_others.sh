# The SPF record lets a mail server send, and not SES.
# starts: solved
# verdict: not done
# visitor: Mail comes, and some of it is taken for spam.
# lesson: Whoever sends for the domain must be in its SPF record, and before the word all.
# finding: fails | spf
# says: add include:amazonses.com before the word all
put_record mail.{{ domain }} TXT '"v=spf1 mx -all include:amazonses.com"'
