# A layer of a monitoring tool has the handler, and calls the function's own.
# starts: solved
# verdict: done
# visitor: The function answers with the chapters.
# lesson: A handler below /opt is in a layer, and not in the package.
aws lambda update-function-configuration --function-name get-chapters \
  --handler /opt/nodejs/node_modules/monitor/handler.handler \
  --environment 'Variables={MONITORED_HANDLER=index.handler}'
aws lambda wait function-updated-v2 --function-name get-chapters
