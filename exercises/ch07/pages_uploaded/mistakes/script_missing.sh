# A script that two pages share was not uploaded.
# starts: solved
# verdict: not done
# visitor: All links are shown at once, and nobody who logs in is let in.
# lesson: What a page names must be there.
# finding: fails | home_files
# says: sign-in.js
# finding: fails | chapters_files
# finding: holds | callback_files
aws s3 rm s3://{{ website_bucket }}/sign-in.js
