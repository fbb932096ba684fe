# The rule starts the function that answers with the chapters.
# starts: solved
# verdict: not done
# visitor: Nobody sees anything: the wrong function runs each day.
# lesson: A target is named by its ARN, and lists of functions are long.
# finding: fails | schedule
# says: function:get-chapters
aws events put-targets --rule rule-analytics-auth-callback --targets \
  Id=function,Arn=arn:{{ partition }}:lambda:{{ region }}:{{ account }}:function:get-chapters
