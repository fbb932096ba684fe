# A rule of the template has a name that AWS does not know.
# starts: before
# verdict: not done
# visitor: Nobody sees anything; the pack ends as CREATE_FAILED.
# lesson: One rule that cannot be made takes the whole pack with it.
# finding: fails | complete
sed 's/DYNAMODB_PITR_ENABLED/DYNAMODB_PITR_ON/' config/website-pack.yaml >other.yaml
aws configservice put-conformance-pack --conformance-pack-name website \
  --template-body file://other.yaml
rm other.yaml
