# The template has a condition, which the check does not follow: it tries it in a copy of the practice account.
# starts: solved
# verdict: done
# visitor: Each sign-in is written down.
# lesson: A template may decide by what the request says.
# finding: skipped | template
# says: The trial shows it
# finding: holds | trial
puts_item "#if(\$context.stage == 'v1')
$(<api/put-item.json)
#{else}{\"TableName\": \"tests\"}#end"
