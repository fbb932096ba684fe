# Makes the bucket a public website with index.html as its index document.
bucket={{ website_bucket }}

# The command aws s3 mb names the region to S3 where that is needed.
aws s3api head-bucket --bucket "$bucket" >/dev/null 2>&1 ||
  aws s3 mb "s3://$bucket" --region {{ region }}

# Say what the file is: a browser saves what it does not know as HTML.
aws s3 cp website/index.html "s3://$bucket/index.html" \
  --content-type text/html

# A new bucket blocks all public access. Only the two settings about
# policies stand in the way. The two about ACLs can stay on.
settings=BlockPublicAcls=true,IgnorePublicAcls=true
settings=$settings,BlockPublicPolicy=false,RestrictPublicBuckets=false
aws s3api put-public-access-block --bucket "$bucket" \
  --public-access-block-configuration "$settings"

# After that, and not before, S3 takes a policy that lets everyone read.
aws s3api put-bucket-policy --bucket "$bucket" \
  --policy file://policies/website-public-read.json

aws s3 website "s3://$bucket" --index-document index.html

echo "http://$bucket.{{ website_region_endpoint }}"
