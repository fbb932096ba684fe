# Creates the two parameters of the function that makes a file of sign-ins.
prefix=/function-rule-analytics-auth-callback

# Creates a parameter of a name with a value. One of another type goes
# first, since a type cannot be changed.
parameter() {
  local kind
  kind=$(aws ssm get-parameters --names "$1" \
    --query 'Parameters[].Type' --output text)
  case $kind in
    '' | String) ;;
    *) aws ssm delete-parameter --name "$1" ;;
  esac
  aws ssm put-parameter --name "$1" --type String --value "$2" --overwrite
}

parameter $prefix/next-start-iso-timestamp 2026-11-01T00:00:00.000Z
parameter $prefix/interval-milliseconds 86400000
