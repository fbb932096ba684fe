# Two certificates with a name each: a distribution presents only one.
# starts: before
# verdict: not done
# finding: fails | certificate
for name in '{{ domain }}' '*.{{ domain }}'; do
  aws acm request-certificate --region us-east-1 \
    --domain-name "$name" --validation-method DNS
done
