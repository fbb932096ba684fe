# The policy is for an origin access identity, the older way, though the distribution signs through access control.
# starts: solved
# verdict: not done
# visitor: The page answers 403 AccessDenied.
# lesson: With origin access control the caller is the service, not an identity.
# finding: fails | policy
# says: user/CloudFront Origin Access Identity
# says: With origin access control it is the service
# An emulator that makes no identities takes any id of the right form.
identity=$(aws cloudfront create-cloud-front-origin-access-identity \
  --cloud-front-origin-access-identity-config \
  'CallerReference={{ domain }},Comment={{ domain }}' \
  --query CloudFrontOriginAccessIdentity.Id --output text 2>/dev/null) ||
  identity=E1A2B3C4D5E6F7
aws s3api put-bucket-policy --bucket {{ website_bucket }} --policy '{
  "Version": "2012-10-17",
  "Statement": [{
    "Effect": "Allow",
    "Principal": {
      "AWS": "arn:aws:iam::cloudfront:user/CloudFront Origin Access Identity '"$identity"'"
    },
    "Action": "s3:GetObject",
    "Resource": "arn:aws:s3:::{{ website_bucket }}/*"
  }]
}'
