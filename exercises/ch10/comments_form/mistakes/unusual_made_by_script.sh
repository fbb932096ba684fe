# A script makes the field.
# starts: solved
# verdict: done
# visitor: Everything works.
# lesson: What a script makes is seen in a browser, and not in the file.
# finding: skipped | field
# finding: holds | sends
edit_page comments.html '/<textarea/d'
edit_script comments.js 's|^const status = .*|const status = document.getElementById("status");\
const field = document.createElement("textarea");\
field.name = "comment";\
document.querySelector("form").append(field);|'
