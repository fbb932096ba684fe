# A script leads people to sign out when they press a button.
# starts: solved
# verdict: done
# visitor: Everything works.
# lesson: A button may do what a link does, as long as a script is there for it.
# finding: holds | looks
# finding: skipped | out
edit_page account/index.html \
  's|<a href="https.*Log out</a>|<button onclick="leave()">Log out</button>|'
edit_script account/auth-check.js \
  '1i window.leave = () => location.assign(`https://{{ auth_domain }}/logout?${parameters}`);'
