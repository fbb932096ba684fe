# It worked, and somebody published a word by hand afterwards.
# starts: solved
# verdict: done
# visitor: The letter comes.
# lesson: One message that fails takes nothing from one that did not.
# finding: holds | sent
# says: The last run ended with NotAuthorizedException
aws sns publish --topic-arn "$(topic)" --message hello
sleep 4
