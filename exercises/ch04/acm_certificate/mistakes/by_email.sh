# The certificate is validated by e-mail: renewing it waits for a person.
# starts: before
# verdict: not done
# finding: fails | method
aws acm request-certificate --region us-east-1 \
  --domain-name '{{ domain }}' \
  --subject-alternative-names '*.{{ domain }}' \
  --validation-method EMAIL
