# Has CloudFormation change the stack to what the larger template says.
(
  stack=website-stack
  refused=$(aws cloudformation update-stack --stack-name "$stack" \
    --template-body file://stacks/website.yaml \
    --capabilities CAPABILITY_NAMED_IAM --role-arn \
    arn:{{ partition }}:iam::{{ account }}:role/cloudformation-website-stack \
    2>&1 >/dev/null) || case $refused in
    *'No updates are to be performed'*) ;;
    *)
      echo "$refused" >&2
      exit 1
      ;;
  esac
  until aws cloudformation describe-stacks --stack-name "$stack" \
    --query 'Stacks[0].StackStatus' --output text |
    grep -qv _IN_PROGRESS; do
    sleep 1
  done
)
