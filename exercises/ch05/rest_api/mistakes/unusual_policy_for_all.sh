# A tool has named the API after its stack, and lets everyone in by a policy.
# starts: before
# verdict: done
# visitor: The API will be reached from everywhere.
# lesson: A resource policy that allows everyone is as good as none.
aws apigateway create-rest-api --name website-dev --binary-media-types '*/*' \
  --endpoint-configuration types=EDGE --policy '{
    "Version": "2012-10-17", "Statement": {
      "Effect": "Allow", "Principal": {"AWS": "*"},
      "Action": "execute-api:*", "Resource": ["execute-api:/*"]}}'
