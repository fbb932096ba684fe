# The identity was made in another region.
# starts: before
# verdict: not done
# visitor: No mail comes from the domain: SES answers that it is not verified.
# lesson: SES knows an identity in one region alone.
# finding: fails | identity
# says: the identity {{ domain }} in eu-west-3
aws sesv2 create-email-identity --email-identity {{ domain }} \
  --region eu-west-3
