# The inference function is called for all below rcf/, where the results lie as well.
# starts: solved
# verdict: not done
# visitor: Nobody sees anything, and each result starts the function again.
# lesson: What goes in and what comes out lie under prefixes of their own.
# finding: holds | infers
# finding: fails | apart
# says: rcf/output/
python3 -c '
import json
path = "notifications/data-bucket.json"
told = json.load(open(path))
rules = told["LambdaFunctionConfigurations"][1]["Filter"]["Key"]
rules["FilterRules"] = [{"Name": "prefix", "Value": "rcf/"}]
json.dump(told, open(path, "w"))'
notify
