# Everything is right, but the bucket is in eu-west-1.
# starts: before
# verdict: not done
# visitor: The page appears, at the endpoint of another region than the one you expect.
# lesson: A bucket stays in the region where it was made.
# finding: fails | region
# says: eu-west-1
bucket={{ website_bucket }}
export AWS_REGION=eu-west-1 AWS_DEFAULT_REGION=eu-west-1
aws s3 mb "s3://$bucket" --region eu-west-1
aws s3 cp website/index.html "s3://$bucket/index.html"
aws s3api put-public-access-block --bucket "$bucket" \
  --public-access-block-configuration "BlockPublicAcls=true,\
IgnorePublicAcls=true,BlockPublicPolicy=false,RestrictPublicBuckets=false"
aws s3api put-bucket-policy --bucket "$bucket" \
  --policy file://policies/website-public-read.json
aws s3 website "s3://$bucket" --index-document index.html
