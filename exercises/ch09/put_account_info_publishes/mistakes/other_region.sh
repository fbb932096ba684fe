# The ARN in the code names another region.
# starts: solved
# verdict: not done
# visitor: The name is changed, and no mail comes: the topic is not found.
# lesson: A topic's ARN names its region.
# finding: fails | names_topic
# says: arn:aws:sns:eu-west-1
sed -i 's/"arn:aws:sns:[a-z0-9-]*:/"arn:aws:sns:eu-west-1:/' \
  functions/put-account-info/index.mjs
put_code put-account-info index.mjs
