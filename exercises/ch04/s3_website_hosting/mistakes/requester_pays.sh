# Whoever asks for an object of the bucket pays for that.
# starts: solved
# verdict: not done
# visitor: The website answers 403 AccessDenied.
# lesson: Visitors have no AWS account to pay with.
# finding: fails | payer
# says: the requester
aws s3api put-bucket-request-payment --bucket {{ website_bucket }} \
  --request-payment-configuration Payer=Requester
