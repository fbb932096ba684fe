# Makes the private bucket for the data, and puts the chapters into it.
bucket={{ data_bucket }}

# The command aws s3 mb names the region to S3 where that is needed.
aws s3api head-bucket --bucket "$bucket" >/dev/null 2>&1 ||
  aws s3 mb "s3://$bucket" --region {{ region }}

# A new bucket is closed already. To say so again does no harm.
settings=BlockPublicAcls=true,IgnorePublicAcls=true
settings=$settings,BlockPublicPolicy=true,RestrictPublicBuckets=true
aws s3api put-public-access-block --bucket "$bucket" \
  --public-access-block-configuration "$settings"
aws s3api delete-bucket-policy --bucket "$bucket"

aws s3 cp data/chapters.json "s3://$bucket/chapters.json" \
  --content-type application/json
