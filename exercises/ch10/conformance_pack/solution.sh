# Deploys a pack of four rules about the buckets and tables of this course.
aws configservice put-conformance-pack --conformance-pack-name website \
  --template-body file://config/website-pack.yaml
