# People of this pool sign in with a user name.
# starts: before
# verdict: not done
# visitor: The sign-up form asks for a user name, and the e-mail address does not sign anybody in.
# lesson: How people sign in is chosen when a pool is created, and never changes.
# finding: fails | sign_in
# says: a user name alone
# says: Create another pool
create_pool --auto-verified-attributes email \
  --schema Name=email,Required=true,Mutable=true \
  Name=given_name,Required=true,Mutable=true
