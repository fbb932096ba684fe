# The topic has a name that says nothing, and nobody is subscribed.
# starts: before
# verdict: not done
# visitor: Nobody sees a difference.
# lesson: A name that says what a thing is for saves a search a year later.
# finding: fails | topic
# says: my-topic, which nothing says is for text messages
aws sns create-topic --name my-topic
