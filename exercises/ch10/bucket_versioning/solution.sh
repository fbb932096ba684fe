# Has both buckets keep the versions of their objects.
for bucket in {{ website_bucket }} {{ data_bucket }}; do
  aws s3api put-bucket-versioning --bucket "$bucket" \
    --versioning-configuration Status=Enabled
done
