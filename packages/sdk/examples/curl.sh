#!/bin/sh
# Reads all cases of an area, one of them, or the changes after a position, with curl alone. One page a line, as JSON.
#   BANDENG_URL, BANDENG_KEY   where the installation answers, and the key
#   curl.sh head                       the position that the feed has come to
#   curl.sh cases 340802001007
#   curl.sh case 0192…                 by its id; null when it is not in the key's sight
#   curl.sh changes 340802001007 0
set -eu
what=$1 area=${2-}

# In a file: what was answered before another attempt is not part of the answer.
body=$(mktemp)
trap 'rm -f "$body"' EXIT

ask() {
  curl -sS --fail-with-body --retry 5 --retry-connrefused -o "$body" "$BANDENG_URL/graphql" \
    -H "authorization: Bearer $BANDENG_KEY" -H 'content-type: application/json' -H 'accept: application/json' --data-binary "$1" || { cat "$body" >&2; exit 1; }
  # Data beside an error are not all there is.
  if grep -q '"errors":\[' "$body"; then cat "$body" >&2; exit 1; fi
  cat "$body"
}
# The value of a field that stands once in an answer: a program would parse it.
value() { printf '%s' "$1" | grep -o "\"$2\":[^,}]*" | head -n 1 | cut -d : -f 2-; }

if [ "$what" = head ]; then
  value "$(ask '{"query":"{ feed { head } }"}')" head
elif [ "$what" = case ]; then
  ask "{\"query\":\"query (\$id: ID) { case(id: \$id) { id version status level } }\",\"variables\":{\"id\":\"$area\"}}"
elif [ "$what" = cases ]; then
  after=null
  while :; do
    page=$(ask "{\"query\":\"query (\$areas: [ID!]!, \$after: String) { cases(areas: \$areas, order: UPDATED, first: 100, after: \$after) { nodes { id no version status level } pageInfo { hasNextPage endCursor } } }\",\"variables\":{\"areas\":[\"$area\"],\"after\":$after}}")
    printf '%s\n' "$page"
    [ "$(value "$page" hasNextPage)" = true ] || break
    after=$(value "$page" endCursor)
  done
else
  after=$3
  while :; do
    page=$(ask "{\"query\":\"query (\$areas: [ID!], \$after: FeedPosition) { changes(areas: \$areas, after: \$after, first: 100) { after upTo head changes { position subject id version type at } } }\",\"variables\":{\"areas\":[\"$area\"],\"after\":$after}}")
    printf '%s\n' "$page"
    # The next page begins where this one ended: nothing lies between.
    [ "$(value "$page" after)" = "$after" ] || { echo 'the pages do not join' >&2; exit 1; }
    after=$(value "$page" upTo)
    [ "$after" != "$(value "$page" head)" ] || break
  done
fi
