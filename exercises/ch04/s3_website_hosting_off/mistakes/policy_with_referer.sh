# The policy asks for a Referer header, which every stranger can send.
# starts: before
# verdict: not done
# visitor: Nobody sees anything now; without the block, any program that sends the header gets in.
# lesson: A condition that strangers can meet lets strangers in.
# finding: fails | policy
# The policy goes first: once public policies are blocked, S3 refuses it.
aws s3api put-bucket-policy --bucket {{ website_bucket }} --policy '{
  "Version": "2012-10-17",
  "Statement": [{
    "Effect": "Allow",
    "Principal": {"AWS": "*"},
    "Action": "s3:GetObject",
    "Resource": "arn:aws:s3:::{{ website_bucket }}/*",
    "Condition": {"StringLike": {"aws:Referer": "http://{{ domain }}/*"}}
  }]
}'
aws s3api delete-bucket-website --bucket {{ website_bucket }}
aws s3api put-public-access-block --bucket {{ website_bucket }} \
  --public-access-block-configuration "BlockPublicAcls=true,\
IgnorePublicAcls=true,BlockPublicPolicy=true,RestrictPublicBuckets=true"
