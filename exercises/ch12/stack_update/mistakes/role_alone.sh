# The new template has the role, and no function.
# starts: before
# verdict: not done
# visitor: Nobody sees anything: there is no function.
# lesson: A role does nothing until something works under it.
# finding: fails | function
sed '/^  Hello:/,$d' stacks/website.yaml >other.yaml
aws cloudformation update-stack --stack-name website-stack \
  --template-body file://other.yaml --capabilities CAPABILITY_NAMED_IAM
rm other.yaml
until aws cloudformation describe-stacks --stack-name website-stack \
  --query 'Stacks[0].StackStatus' --output text | grep -qv _IN_PROGRESS; do
  sleep 1
done
