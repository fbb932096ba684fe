# Versioning is on for a new bucket with a name like that of the data.
# starts: before
# verdict: not done
# visitor: Nobody sees anything, until a file is overwritten and wanted back.
# lesson: Look twice at the bucket's name in a list.
# finding: fails | website_versions
# finding: fails | data_versions
aws s3 mb s3://{{ data_bucket }}-versions --region {{ region }}
aws s3api put-bucket-versioning --bucket {{ data_bucket }}-versions \
  --versioning-configuration Status=Enabled
