# The name was changed and the topic told, and nobody is subscribed any more.
# starts: before
# verdict: not done
# visitor: The name is changed, and no mail comes.
# lesson: A topic without subscriptions takes every message, and delivers it nowhere.
# finding: holds | told
# finding: fails | sent
# says: exercise 9.11
aws sns unsubscribe --subscription-arn "$(subscription)"
new_user ada
put_name "$(token_of ada AccessToken)"
sleep 2
