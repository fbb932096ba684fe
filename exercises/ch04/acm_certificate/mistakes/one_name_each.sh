# Two certificates with a name each: a distribution presents only one.
# starts: before
# verdict: not done
# visitor: Browsers warn at one of the two names, whichever certificate the distribution presents.
# lesson: A distribution presents one certificate, so all names belong on that one.
# finding: fails | certificate
for name in '{{ domain }}' '*.{{ domain }}'; do
  aws acm request-certificate --region us-east-1 \
    --domain-name "$name" --validation-method DNS
done
