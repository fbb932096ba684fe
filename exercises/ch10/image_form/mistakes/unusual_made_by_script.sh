# A script makes the field.
# starts: solved
# verdict: done
# visitor: Everything works.
# lesson: What a script makes is seen in a browser, and not in the file.
# finding: skipped | field
# finding: holds | sends
edit_page images.html '/<input/d'
edit_script images.js 's|^const status = .*|const status = document.getElementById("status");\
const field = document.createElement("input");\
field.name = "image";\
document.querySelector("form").append(field);|'
