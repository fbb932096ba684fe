# The input stands without quotation marks, and so is an object.
# starts: solved
# verdict: not done
# visitor: Whoever sends JSON gets 400: Step Functions wants text.
# lesson: The member input is a text that holds JSON.
# finding: fails | input
# says: without quotation marks
python3 - <<'CODE'
import json

path = "api/start-execution.json"
template = json.load(open(path))
text = template["application/json"]
machine = text.split('"')[3]
template["application/json"] = (
    '{"stateMachineArn": "' + machine + "\", \"input\": $input.json('$')}"
)
json.dump(template, open(path, "w"))
CODE
starts
