# The second name is www.{{ domain }} instead of the wildcard.
# starts: before
# verdict: not done
# finding: fails | certificate
# says: www.{{ domain }}
aws acm request-certificate --region us-east-1 \
  --domain-name '{{ domain }}' \
  --subject-alternative-names 'www.{{ domain }}' \
  --validation-method DNS
