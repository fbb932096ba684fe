# The API takes every media type for binary, and the mocks get bytes.
# starts: solved
# verdict: not done
# visitor: GET and OPTIONS answer 500 Internal Server Error.
# lesson: No mapping template applies to bytes.
# finding: fails | request
# says: the API takes */* for binary
# finding: fails | preflight
# says: it answers 500
aws apigateway update-rest-api --rest-api-id "$(rest_api)" \
  --patch-operations 'op=add,path=/binaryMediaTypes/*~1*,value=*/*'
