# The selection names one of the two tables, and no bucket.
# starts: solved
# verdict: not done
# visitor: Nobody sees anything, until the sign-ins are gone and there is no backup of them.
# lesson: A plan takes what its selection names, and nothing that lies beside it.
# finding: fails | selects
# says: table/analytics
only_selection '"Resources": [
  "arn:{{ partition }}:dynamodb:{{ region }}:{{ account }}:table/chapters"]'
