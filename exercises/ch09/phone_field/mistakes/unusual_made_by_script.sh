# A script makes the field.
# starts: solved
# verdict: done
# visitor: Everything works.
# lesson: What a script makes is seen in a browser, and not in the file.
# finding: skipped | field
# finding: holds | number
edit_page account/info.html '/phone-number/d'
edit_script account/info.js 's|^const status = .*|const status = document.getElementById("status");\
const field = document.createElement("input");\
field.name = "phone_number";\
document.querySelector("form").append(field);|'
