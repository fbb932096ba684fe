# The MFA device was taken off the user again, as after losing a phone.
# starts: solved
# verdict: not done
# visitor: Nobody sees anything: the user signs in with the password alone.
# lesson: A lost phone calls for a new device, not for none.
# finding: fails | worker_mfa
# says: admin
aws iam deactivate-mfa-device --user-name admin \
  --serial-number arn:aws:iam::{{ account }}:mfa/admin
