# The certificate was requested, but nobody created its records.
# starts: before
# verdict: not done
# finding: fails | records
# says: CNAME
# On AWS it stays PENDING_VALIDATION; the practice account issues at once.
aws acm request-certificate --region us-east-1 \
  --domain-name '{{ domain }}' \
  --subject-alternative-names '*.{{ domain }}' \
  --validation-method DNS
