# The API's resource policy lets one address in, and nobody else.
# starts: before
# verdict: not done
# visitor: Everyone but the office will get 403, with an explicit deny.
# lesson: A resource policy decides before any method is asked.
# finding: fails | endpoint
# says: the statement OfficeOnly of the resource policy denies it
# says: 203.0.113.7/32
aws apigateway create-rest-api --name website \
  --endpoint-configuration types=REGIONAL --policy '{
    "Version": "2012-10-17", "Statement": [
      {"Effect": "Allow", "Principal": "*", "Action": "execute-api:Invoke",
       "Resource": "execute-api:/*"},
      {"Sid": "OfficeOnly", "Effect": "Deny", "Principal": "*",
       "Action": "execute-api:Invoke", "Resource": "execute-api:/*",
       "Condition": {"NotIpAddress": {"aws:SourceIp": "203.0.113.7/32"}}}]}'
