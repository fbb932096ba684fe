# Builds the application of exercise 12.e11.
(
  if ! command -v sam >/dev/null; then
    echo "there is no program sam: do exercise 12.e10 first" >&2
    exit 1
  fi
  cd sam-app || exit 1
  sam build
)
