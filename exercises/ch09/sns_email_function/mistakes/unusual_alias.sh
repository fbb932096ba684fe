# An alias of the function is subscribed, as deployment tools do it.
# starts: solved
# verdict: done
# visitor: The letter comes.
# lesson: An alias has a policy of its own.
# finding: holds | subscribed
# says: function:sns-send-email:live
# finding: holds | permission
version=$(aws lambda publish-version --function-name sns-send-email \
  --query Version --output text)
alias=$(aws lambda create-alias --function-name sns-send-email \
  --name live --function-version "$version" \
  --query AliasArn --output text)
aws sns unsubscribe --subscription-arn "$(subscription)"
aws sns subscribe --topic-arn "$(topic)" --protocol lambda \
  --notification-endpoint "$alias"
aws lambda add-permission --function-name sns-send-email \
  --qualifier live --statement-id topic-live --action lambda:InvokeFunction \
  --principal sns.amazonaws.com --source-arn "$(topic)"
