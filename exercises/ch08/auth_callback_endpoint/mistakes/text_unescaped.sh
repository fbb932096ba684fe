# The template takes a text of the caller's as it comes.
# starts: solved
# verdict: not done
# visitor: Each sign-in is written down, until a text with a quotation mark comes.
# lesson: What is put into JSON is escaped first.
# finding: fails | template
# says: util.escapeJavaScript
puts_item "$(sed 's/"Item": {/&"agent": {"S": "$input.params('"'User-Agent'"')"},/' api/put-item.json)"
