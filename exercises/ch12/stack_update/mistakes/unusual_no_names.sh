# CloudFormation chose the names of the role and the function, as the CDK has it.
# starts: before
# verdict: done
# visitor: Nobody sees a difference.
# lesson: Without names of your own, a stack can be made twice.
# finding: holds | ready
sed -e '/RoleName:/d' -e '/FunctionName: hello-world/d' \
  stacks/website.yaml >other.yaml
update_stack website-stack other.yaml
rm other.yaml
