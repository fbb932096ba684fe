# The identity has no MAIL FROM domain, though the records for one are there.
# starts: solved
# verdict: not done
# visitor: Mail comes, and says that it is from amazonses.com.
# lesson: Records say what may be; which name SES uses, the identity says.
# finding: holds | dkim
# finding: fails | mail_from
# says: none of yours
# finding: skipped | mx
aws sesv2 put-email-identity-mail-from-attributes --email-identity {{ domain }}
