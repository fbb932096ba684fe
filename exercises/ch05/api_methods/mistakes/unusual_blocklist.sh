# Everyone may call, but for one network that is blocked.
# starts: solved
# verdict: done
# visitor: Both methods will answer, to all but the blocked network.
# lesson: A Deny for some leaves the others in.
policy='{"Version": "2012-10-17", "Statement": [
  {"Effect": "Allow", "Principal": "*", "Action": "execute-api:Invoke",
   "Resource": "execute-api:/*/*/chapters"},
  {"Effect": "Deny", "Principal": "*", "Action": "execute-api:Invoke",
   "Resource": "execute-api:/*", "Condition":
     {"IpAddress": {"aws:SourceIp": "198.51.100.0/24"}}}]}'
aws apigateway update-rest-api --rest-api-id "$(rest_api)" \
  --patch-operations "$(python3 -c 'import json, sys
print(json.dumps([{"op": "replace", "path": "/policy", "value": sys.argv[1]}]))
' "$policy")"
