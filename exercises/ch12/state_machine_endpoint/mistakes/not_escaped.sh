# What the caller sends is put in as it is.
# starts: solved
# verdict: not done
# visitor: Whoever sends JSON gets 400: its quotation marks end the text too early.
# lesson: A text within JSON needs a backslash before each of its quotation marks.
# finding: fails | input
# says: $input.json('$'), which is not escaped
sed -i.old "s/[$]util.escapeJavaScript([$]input.json('[$]'))/\$input.json('\$')/" \
  api/start-execution.json
rm api/start-execution.json.old
starts
