# The new template has the function, and no bucket any more.
# starts: before
# verdict: not done
# visitor: Nobody sees anything; whoever kept files in the bucket misses it.
# lesson: What a template does not name any more is deleted.
# finding: fails | bucket
sed -e '/^  Bucket:/,/Status: Enabled/d' -e '/^Outputs:/,$d' \
  stacks/website.yaml >other.yaml
aws cloudformation update-stack --stack-name website-stack \
  --template-body file://other.yaml --capabilities CAPABILITY_NAMED_IAM
rm other.yaml
until aws cloudformation describe-stacks --stack-name website-stack \
  --query 'Stacks[0].StackStatus' --output text | grep -qv _IN_PROGRESS; do
  sleep 1
done
