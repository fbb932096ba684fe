# The code is that of exercise 7.15, which tells nobody.
# starts: solved
# verdict: not done
# visitor: The name is changed, and no mail comes.
# lesson: The code in the editor runs once it is deployed, and not before.
# finding: fails | publishes
# says: nothing that publishes a message
sed -i -e '/^const tell = /,/^};/d' -e '/await tell(token)/d' \
  -e '/client-sns/d' -e '/^const sns = /d' \
  functions/put-account-info/index.mjs
put_code put-account-info index.mjs
