# The template sets a variable, has comments, and writes down more about the request.
# starts: solved
# verdict: done
# visitor: Each sign-in is written down.
# lesson: A template may compute a little, and an item may have more attributes.
# finding: holds | template
puts_item "#set(\$kind = 'auth-callback')
#set(\$now = \$context.requestTimeEpoch)
## Who it was is not written down.
{\"TableName\": \"analytics\", #* the item follows *#
 \"Item\": {\"timestamp\": {\"N\": \"\${now}\"}, \"dataType\": {\"S\": \"\$kind\"},
  \"request\": {\"S\": \"\$context.requestId\"}}}"
