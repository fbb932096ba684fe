# Takes the website off S3: hosting off, public policy gone, access blocked.
bucket={{ website_bucket }}

aws s3api delete-bucket-website --bucket "$bucket"

# The block would leave the policy in the bucket, and the day somebody lifts
# the block, the policy would work again. So the policy goes as well.
aws s3api delete-bucket-policy --bucket "$bucket"

settings=BlockPublicAcls=true,IgnorePublicAcls=true
settings=$settings,BlockPublicPolicy=true,RestrictPublicBuckets=true
aws s3api put-public-access-block --bucket "$bucket" \
  --public-access-block-configuration "$settings"

# The page itself stays: CloudFront will fetch it from here.
aws s3api head-object --bucket "$bucket" --key index.html >/dev/null 2>&1 ||
  aws s3 cp website/index.html "s3://$bucket/index.html" \
    --content-type text/html
