# The signatures were turned off.
# starts: solved
# verdict: not done
# visitor: Mail comes and is taken for spam: nothing proves from where it is.
# lesson: Without a signature, a receiver cannot tell your mail from somebody else's.
# finding: holds | easy_dkim
# finding: fails | signing
# says: DKIM signatures off
aws sesv2 put-email-identity-dkim-attributes \
  --email-identity {{ domain }} --no-signing-enabled
