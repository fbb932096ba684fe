# There is the topic for e-mail, and no other.
# starts: before
# verdict: not done
# visitor: Nobody sees a difference.
# lesson: What a phone shows and what a function reads are two things, and want two topics.
# finding: fails | topic
aws sns create-topic --name function-sns-send-email
