# A tool chose the role's name.
# starts: before
# verdict: done
# visitor: Nobody sees a difference.
# lesson: What a role is called does not matter to what it may do.
# finding: holds | role
# says: website-ApiRole-1A2B3C
aws iam create-role --role-name website-ApiRole-1A2B3C --path /app/ \
  --assume-role-policy-document file://policies/api-gateway-trust.json
aws iam attach-role-policy --role-name website-ApiRole-1A2B3C \
  --policy-arn arn:{{ partition }}:iam::{{ account }}:policy/api-analytics-put-item
