# The keys have 1024 bits, as some name servers want them.
# starts: before
# verdict: done
# visitor: Mail comes, and is signed.
# lesson: A shorter key signs as well; 2048 bits are what SES takes by itself.
# finding: holds | easy_dkim
aws sesv2 create-email-identity --email-identity {{ domain }} \
  --dkim-signing-attributes NextSigningKeyLength=RSA_1024_BIT
