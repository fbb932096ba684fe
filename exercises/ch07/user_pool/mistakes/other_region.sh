# The pool was made in another region.
# starts: before
# verdict: not done
# visitor: Nobody sees a difference until the API of chapter 7 looks for the pool in its own region.
# lesson: A user pool belongs to one region, and stays there.
# finding: fails | pool
# says: the user pool website in eu-west-1
aws cognito-idp create-user-pool --region eu-west-1 --pool-name website \
  --username-attributes email --auto-verified-attributes email
