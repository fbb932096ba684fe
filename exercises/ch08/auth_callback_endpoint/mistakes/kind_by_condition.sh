# The caller asks for another kind by a condition of the template.
# starts: solved
# verdict: not done
# visitor: Whoever signed in may write items of another kind.
# lesson: What the caller sends decides of nothing that must be so.
# finding: fails | template
# says: dataType test, if the caller asks for it
puts_item "#set(\$kind = 'auth-callback')#if(\$input.params('test') != '')#set(\$kind = 'test')#end
$(sed 's/auth-callback/$kind/' api/put-item.json)"
