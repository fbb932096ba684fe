# The API's resource policy is for one VPC endpoint, as of a private API.
# starts: solved
# verdict: not done
# visitor: Both methods will answer 403.
# lesson: A request from the internet comes through no VPC endpoint.
# finding: fails | get
# says: the resource policy does not let everyone in
# finding: fails | options
# says: the resource policy does not let everyone in
policy='{"Version": "2012-10-17", "Statement": [
  {"Effect": "Allow", "Principal": "*", "Action": "execute-api:Invoke",
   "Resource": "execute-api:/*", "Condition":
     {"StringEquals": {"aws:SourceVpce": "vpce-1a2b3c4d"}}}]}'
aws apigateway update-rest-api --rest-api-id "$(rest_api)" \
  --patch-operations "$(python3 -c 'import json, sys
print(json.dumps([{"op": "replace", "path": "/policy", "value": sys.argv[1]}]))
' "$policy")"
