# The export is of an API that no longer is.
# starts: solved
# verdict: not done
# visitor: Nobody sees anything: the file describes an API that is gone.
# lesson: A backup is worth something only if it is of what you run.
# finding: fails | own
# says: your own API
api=$(rest_api)
sed -i.old "s/$api/0123456789/" api/openapi.json
rm api/openapi.json.old
