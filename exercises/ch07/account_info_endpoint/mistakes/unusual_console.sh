# OPTIONS lists the headers that the console proposes, and every verb; the statement is for all of this API.
# starts: solved
# verdict: done
# visitor: Whoever signed in changes the name.
# lesson: A longer list of headers does no harm.
# finding: holds | preflight
preflight '*' Content-Type,X-Amz-Date,Authorization,X-Api-Key,X-Amz-Security-Token
source=arn:{{ partition }}:execute-api:{{ region }}:{{ account }}
only_permission --source-arn "$source:$(rest_api)/*"
