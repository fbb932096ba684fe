# The second name is www.{{ domain }} instead of the wildcard.
# starts: before
# verdict: not done
# finding: fails | a certificate in us-east-1 covers {{ domain }} and *.{{ domain }}
# says: www.{{ domain }}
aws acm request-certificate --region us-east-1 \
  --domain-name '{{ domain }}' \
  --subject-alternative-names 'www.{{ domain }}' \
  --validation-method DNS
