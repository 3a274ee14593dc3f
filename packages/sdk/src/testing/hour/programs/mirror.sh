#!/bin/sh
# Keeps a copy of the cases of an area in a folder, a file each, with the example curl.sh and what every system has.
#   mirror.sh FOLDER      (BANDENG_URL, BANDENG_KEY, BANDENG_AREAS)
set -eu
folder=$1
curl_sh=$(dirname "$0")/../../../../examples/curl.sh
mkdir -p "$folder/cases" "$folder/positions"

# What stands as `"id":"…","version":…,"status":"…","level":"…"` becomes a file each.
keep_all() {
  sed 's/"no":"[^"]*",//g' | grep -o '"id":"[^"]*","version":[0-9]*,"status":"[^"]*","level":"[^"]*"' | tr -d '"' | tr ',' ' ' |
    while read -r id version status level; do
      printf '%s %s %s' "${version#version:}" "${status#status:}" "${level#level:}" > "$folder/cases/${id#id:}"
    done
}

if [ ! -e "$folder/upTo" ]; then
  head=$(sh "$curl_sh" head)
  sh "$curl_sh" cases "$BANDENG_AREAS" > "$folder/all"
  keep_all < "$folder/all"
  printf '%s' "$head" > "$folder/upTo"
fi
while :; do
  known=$(cat "$folder/upTo")
  # Everything up to the head, one page a line: worked through before the position is kept.
  sh "$curl_sh" changes "$BANDENG_AREAS" "$known" > "$folder/page"
  for id in $(grep -o '"subject":"CASE","id":"[^"]*"' "$folder/page" | cut -d '"' -f 8 | sort -u); do
    one=$(sh "$curl_sh" case "$id")
    case $one in
      *'"case":null'*) rm -f "$folder/cases/$id" ;;
      *) printf '%s' "$one" | keep_all ;;
    esac
  done
  # Under the position asked for: who is ended before the next line writes the same file again.
  { grep -o '"position":[0-9]*' "$folder/page" || :; } | cut -d : -f 2 > "$folder/positions/$known"
  tail -n 1 "$folder/page" | grep -o '"upTo":[0-9]*' | cut -d : -f 2 > "$folder/upTo.new"
  mv "$folder/upTo.new" "$folder/upTo"
  sleep 1
done
