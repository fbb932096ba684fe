# Puts the pages with their links to sign in and out in the bucket, and has
# CloudFront fetch them.
(
  pool=$(aws cognito-idp describe-user-pool-domain \
    --domain {{ auth_domain }} --output text \
    --query DomainDescription.UserPoolId)
  if [[ $pool == None ]]; then
    echo "no user pool has {{ auth_domain }}: do exercise 7.1 first" >&2
    exit 1
  fi

  # The app client of exercise 7.1 is the one that leads to the website.
  client=None
  for id in $(aws cognito-idp list-user-pool-clients --max-results 60 \
    --user-pool-id "$pool" --query 'UserPoolClients[].ClientId' \
    --output text); do
    client=$(aws cognito-idp describe-user-pool-client \
      --user-pool-id "$pool" --client-id "$id" --output text \
      --query "[UserPoolClient] | [?ClientSecret==\`null\`] |
        [?contains(CallbackURLs || [''],
          'https://{{ domain }}/auth-callback.html')] | [0].ClientId")
    [[ $client == None ]] || break
  done
  if [[ $client == None ]]; then
    echo "no app client for the website: do exercise 7.1 first" >&2
    exit 1
  fi

  # The pages hold CLIENT_ID where the id of the app client belongs.
  for page in index.html chapters.html; do
    sed "s|CLIENT_ID|$client|g" "website/$page" |
      aws s3 cp - "s3://{{ website_bucket }}/$page" \
        --content-type text/html
  done
  aws s3 cp website/sign-in.js s3://{{ website_bucket }}/sign-in.js \
    --content-type text/javascript

  distribution=$(aws cloudfront list-distributions --query \
    "DistributionList.Items[?contains(Aliases.Items || \`[]\`,
      '{{ domain }}')].Id | [0]" --output text)
  if [[ $distribution == None ]]; then
    echo "no distribution for {{ domain }}: do exercise 4.7" >&2
    exit 1
  fi
  invalidation=$(aws cloudfront create-invalidation \
    --distribution-id "$distribution" \
    --paths "/" "/index.html" "/chapters.html" "/sign-in.js" \
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
