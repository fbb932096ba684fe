# Makes CloudFront forget its copies of the callback page and its script.
(
  distribution=$(aws cloudfront list-distributions --query \
    "DistributionList.Items[?contains(Aliases.Items || \`[]\`,
      '{{ domain }}')].Id | [0]" --output text)
  if [[ $distribution == None ]]; then
    echo "no distribution for {{ domain }}: do exercise 4.7" >&2
    exit 1
  fi

  invalidation=$(aws cloudfront create-invalidation \
    --distribution-id "$distribution" --paths "/auth-callback*" \
    --query Invalidation.Id --output text)

  # On AWS it takes a minute or two until every edge location has heard.
  for _ in {1..60}; do
    state=$(aws cloudfront get-invalidation \
      --distribution-id "$distribution" --id "$invalidation" \
      --query Invalidation.Status --output text)
    [[ $state == InProgress ]] || break
    sleep 10
  done
  echo "$invalidation: $state"
)
