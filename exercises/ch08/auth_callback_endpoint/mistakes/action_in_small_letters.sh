# The action has no capital letters.
# starts: solved
# verdict: not done
# visitor: Nothing is written down: DynamoDB knows no such action.
# lesson: Actions of DynamoDB are written as its API has them.
# finding: fails | target
# says: the action putitem
# finding: skipped | template
puts_item "$(<api/put-item.json)" --uri \
  arn:{{ partition }}:apigateway:{{ region }}:dynamodb:action/putitem
