# As CDK leaves it: a function at the edge, and a Deny of old TLS.
# starts: solved
# verdict: done
# visitor: The page is shown.
# lesson: A Deny that only old TLS meets keeps no visitor away.
# finding: skipped | viewers
# says: IndexRewrite
id=$(distribution)
put_policy {{ website_bucket }} \
  "$(sed "s|DISTRIBUTION_ID|$id|" policies/website-distribution-read.json |
    python3 -c 'import json, sys
statements = json.load(sys.stdin)["Statement"]
one = statements if isinstance(statements, dict) else statements[0]
print(json.dumps(one))')" '{
  "Effect": "Deny", "Principal": {"AWS": "*"}, "Action": "s3:*",
  "Resource": ["arn:aws:s3:::{{ website_bucket }}/*"],
  "Condition": {"NumericLessThan": {"s3:TlsVersion": 1.2}}
}'
echo 'function handler(event) { return event.request; }' > rewrite.js
created=$(aws cloudfront create-function --name IndexRewrite \
  --function-config Comment=pages,Runtime=cloudfront-js-2.0 \
  --function-code fileb://rewrite.js --query ETag --output text)
aws cloudfront publish-function --name IndexRewrite --if-match "$created" ||
  echo "an emulator without stages of functions" >&2
update_distribution '{
  DefaultCacheBehavior: merge(DistributionConfig.DefaultCacheBehavior, `{
    "OriginRequestPolicyId": "88a5eaf4-2fd4-4709-b370-b4c650ea3fcf",
    "FunctionAssociations": {"Quantity": 1, "Items": [{
      "FunctionARN":
        "arn:aws:cloudfront::{{ account }}:function/IndexRewrite",
      "EventType": "viewer-request"
    }]}
  }`) }'
