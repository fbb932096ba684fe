# The script in the bucket is the one of exercise 7.5, and was forgotten with it.
# starts: solved
# verdict: not done
# visitor: Whoever signs in notices nothing, and the table stays empty.
# lesson: Upload first, then create the invalidation.
# finding: fails | sends
# finding: holds | invalidated
edit_script auth-callback.js '/await record/d; /^async function record/,/^}/d'
distribution=$(aws cloudfront list-distributions --query \
  "DistributionList.Items[?contains(Aliases.Items || \`[]\`,
    '{{ domain }}')].Id | [0]" --output text)
sleep 2
aws cloudfront create-invalidation \
  --distribution-id "$distribution" --paths "/auth-callback*"
