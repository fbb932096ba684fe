# Beside the right statement, another denies everyone the home page.
# starts: solved
# verdict: not done
# visitor: The page answers 403 AccessDenied.
# lesson: A Deny outweighs every Allow, for services as well.
# finding: fails | policy
# says: HideHome denies
id=$(distribution)
put_policy {{ website_bucket }} \
  "$(sed "s|DISTRIBUTION_ID|$id|" policies/website-distribution-read.json |
    python3 -c 'import json, sys
statements = json.load(sys.stdin)["Statement"]
one = statements if isinstance(statements, dict) else statements[0]
print(json.dumps(one))')" '{
  "Sid": "HideHome", "Effect": "Deny", "Principal": "*",
  "Action": "s3:GetObject",
  "Resource": "arn:aws:s3:::{{ website_bucket }}/index.html"
}'
