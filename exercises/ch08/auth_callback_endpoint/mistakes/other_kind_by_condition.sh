# The template has a condition, and in the learner's stage it makes an item of another kind.
# starts: solved
# verdict: not done
# visitor: The table gets items, and none of them is a sign-in.
# lesson: What decides only when somebody asks, only asking shows.
# finding: skipped | template
# finding: fails | trial
# says: no new item of that kind
puts_item "#if(\$context.stage == 'v1')#set(\$kind = 'callback')
#else#set(\$kind = 'auth-callback')#end
$(sed 's/auth-callback/$kind/' api/put-item.json)"
