# The template sets a variable first, as AWS's own tutorial does.
# starts: solved
# verdict: done
# visitor: Whoever calls it starts an execution.
# lesson: A name that is set to what is escaped is escaped.
# finding: holds | input
cat >api/start-execution.json <<'JSON'
{"application/json": "#set($data = $util.escapeJavaScript($input.json('$')))\n{\"input\": \"$data\", \"stateMachineArn\": \"arn:{{ partition }}:states:{{ region }}:{{ account }}:stateMachine:greeting\"}"}
JSON
starts
