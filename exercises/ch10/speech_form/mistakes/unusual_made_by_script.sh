# A script makes the field.
# starts: solved
# verdict: done
# visitor: Everything works.
# lesson: What a script makes is seen in a browser, and not in the file.
# finding: skipped | field
# finding: holds | sends
edit_page speech.html '/<textarea/d'
edit_script speech.js 's|^const status = .*|const status = document.getElementById("status");\
const field = document.createElement("textarea");\
field.name = "text";\
document.querySelector("form").append(field);|'
