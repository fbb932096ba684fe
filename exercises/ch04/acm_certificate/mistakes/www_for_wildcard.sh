# The second name is www.{{ domain }} instead of the wildcard.
# starts: before
# verdict: not done
# visitor: The website works later on, but browsers will warn at {{ api_domain }}.
# lesson: The name www is one name below the domain, and a wildcard is all of them.
# finding: fails | certificate
# says: www.{{ domain }}
aws acm request-certificate --region us-east-1 \
  --domain-name '{{ domain }}' \
  --subject-alternative-names 'www.{{ domain }}' \
  --validation-method DNS
