# The statement was copied from the other function, path and verb included.
# starts: solved
# verdict: not done
# visitor: Whoever signed in gets 500 Internal Server Error.
# lesson: The source ARN names the verb and the path, and they must be this method's.
# finding: fails | permission
# says: /*/GET/chapters
source=arn:{{ partition }}:execute-api:{{ region }}:{{ account }}
only_permission --source-arn "$source:$(rest_api)/*/GET/chapters"
