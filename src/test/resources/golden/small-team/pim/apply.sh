#!/usr/bin/env bash
# Requests the eligible rights of eligible.json with PIM for Azure roles. Generated together with it; change the design, not this file.
set -euo pipefail

usage() {
  cat <<'HELP'
Usage: apply.sh [--apply] [--remove]

Compares the eligible rights of the design (eligible.json) with those that are there, and shows what is missing or has another period.

  --apply   request what is missing and update changed periods; without it nothing is changed
  --remove  with --apply, also remove eligible rights that the design does not hold: only at the scopes below,
            and only those of the principals of the design
  --help    this text

Needs the Azure CLI, signed in (az login) as Owner or User Access Administrator at each scope. Set the activation rules
of checklist.md first: a role whose rules allow no permanent eligibility refuses a request without an end.
It can be run twice: what is there as wanted is left alone.
HELP
}

apply=false
remove=false
for argument in "$@"; do
  case $argument in
    --apply) apply=true ;;
    --remove) remove=true ;;
    --help | -h)
      usage
      exit 0
      ;;
    *)
      printf 'unknown argument: %s\n' "$argument" >&2
      usage >&2
      exit 2
      ;;
  esac
done

version='api-version=2020-10-01'
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
: >"$work/wanted"
changes=0

lower() {
  tr '[:upper:]' '[:lower:]'
}

# The eligible rights at a scope, one a line: name, scope, principal, role definition, start, end (none: without an end).
read_schedules() {
  local url="$1/providers/Microsoft.Authorization/roleEligibilitySchedules?$version&%24filter=atScope()"
  while [[ -n $url && $url != None ]]; do
    az rest --method get --url "$url" --output tsv \
      --query "value[].[name, properties.scope, properties.principalId, properties.roleDefinitionId, properties.startDateTime || 'none', properties.endDateTime || 'none']"
    url=$(az rest --method get --url "$url" --output tsv --query nextLink)
  done
}

# Days from a fixed day to the date at the start of a time such as 2026-11-24T10:00:00Z.
day_number() {
  local year=$((10#$(printf '%s' "$1" | cut -c 1-4))) month=$((10#$(printf '%s' "$1" | cut -c 6-7))) day=$((10#$(printf '%s' "$1" | cut -c 9-10)))
  if ((month < 3)); then
    year=$((year - 1))
    month=$((month + 12))
  fi
  printf '%d' $((365 * year + year / 4 - year / 100 + year / 400 + (153 * month - 457) / 5 + day))
}

new_guid() {
  printf '%04x%04x-%04x-4%03x-8%03x-%04x%04x%04x' "$RANDOM" "$RANDOM" "$RANDOM" $((RANDOM % 4096)) $((RANDOM % 4096)) "$RANDOM" "$RANDOM" "$RANDOM"
}

# Sends a request: scope, properties as JSON, words for the reader.
send() {
  changes=$((changes + 1))
  if [[ $apply != true ]]; then
    printf 'would %s\n' "$3"
    return
  fi
  printf '%s\n' "$3"
  az rest --method put --url "$1/providers/Microsoft.Authorization/roleEligibilityScheduleRequests/$(new_guid)?$version" --body "{\"properties\": $2}" --output none
}

# The list of rights at a scope, read once.
schedules() {
  local file
  file="$work/$(printf '%s' "$1" | cksum | tr ' ' '-')"
  if [[ ! -e $file ]]; then
    read_schedules "$1" | lower | sed 's#/providers/microsoft.subscription/#/#' >"$file.part"
    mv "$file.part" "$file"
  fi
  cat "$file"
}

# Arguments: scope, scope in lower case, principal id, role name GUID, role definition id, days (0: without an end), justification as JSON, words for the reader.
request() {
  local scope=$1 key=$2 principal=$3 role=$4 definition=$5 days=$6 justification=$7 words=$8
  local expiration='{"type": "NoExpiration"}' found='' name='' start='' end='' list='' now='' schedule='' who=''
  if ((days > 0)); then
    expiration=$(printf '{"type": "AfterDuration", "duration": "P%dD"}' "$days")
  fi
  printf '%s\t%s\t%s\n' "$key" "$principal" "$role" >>"$work/wanted"
  list=$(schedules "$scope")
  found=$(printf '%s\n' "$list" | awk -F '\t' -v scope="$key" -v principal="$principal" -v role="$role" \
    '$2 == scope && $3 == principal && substr($4, length($4) - 35) == role { print $1 "\t" $5 "\t" $6; exit }')
  now=$(date -u +%Y-%m-%dT%H:%M:%SZ)
  schedule="\"scheduleInfo\": {\"startDateTime\": \"$now\", \"expiration\": $expiration}"
  who="\"principalId\": \"$principal\", \"roleDefinitionId\": \"$definition\", \"justification\": $justification"
  if [[ -z $found ]]; then
    send "$scope" "{$who, \"requestType\": \"AdminAssign\", $schedule}" "request $words"
    return
  fi
  IFS=$'\t' read -r name start end <<<"$found"
  if [[ $end == none && $days -eq 0 ]] || [[ $end != none && $start != none && $days -gt 0 && $(($(day_number "$end") - $(day_number "$start"))) -eq $days ]]; then
    printf 'is there: %s\n' "$words"
    return
  fi
  send "$scope" "{$who, \"requestType\": \"AdminUpdate\", \"targetRoleEligibilityScheduleId\": \"$name\", $schedule}" "update the period of $words"
}

# Arguments: scope, scope in lower case. Removes what principals of the design hold there and the design does not.
remove_others() {
  local scope=$1 key=$2 name at principal definition rest list
  list=$(schedules "$scope")
  while IFS=$'\t' read -r name at principal definition rest; do
    if [[ $at != "$key" ]] || ! grep -qxF -- "$principal" "$work/principals" || grep -qxF -- "$key"$'\t'"$principal"$'\t'"$(printf '%s' "$definition" | sed 's#.*/##')" "$work/wanted"; then
      continue
    fi
    send "$scope" "{\"principalId\": \"$principal\", \"roleDefinitionId\": \"$definition\", \"requestType\": \"AdminRemove\", \"targetRoleEligibilityScheduleId\": \"$name\"}" \
      "remove $definition of $principal at $scope"
  done <<<"$list"
}

# tailwind-admins: Azure Kubernetes Service RBAC Cluster Admin (grants)
request '/subscriptions/75b7bc8d-a19f-4dfa-ac5e-0f70ab8425d6/resourceGroups/rg-tailwind-aks/providers/Microsoft.ContainerService/managedClusters/aks-tailwind' \
  '/subscriptions/75b7bc8d-a19f-4dfa-ac5e-0f70ab8425d6/resourcegroups/rg-tailwind-aks/providers/microsoft.containerservice/managedclusters/aks-tailwind' \
  '1d5d20f4-c630-4ae3-adc2-dd9143f775e2' 'b1ff04bb-8a4e-4dc4-8eb5-8693973ce19b' \
  '/subscriptions/75b7bc8d-a19f-4dfa-ac5e-0f70ab8425d6/providers/Microsoft.Authorization/roleDefinitions/b1ff04bb-8a4e-4dc4-8eb5-8693973ce19b' \
  365 '"Repair and upgrades"' \
  'Azure Kubernetes Service RBAC Cluster Admin for tailwind-admins at /subscriptions/75b7bc8d-a19f-4dfa-ac5e-0f70ab8425d6/resourceGroups/rg-tailwind-aks/providers/Microsoft.ContainerService/managedClusters/aks-tailwind'
# tailwind-developers: Tailwind application writer (grants)
request '/subscriptions/75b7bc8d-a19f-4dfa-ac5e-0f70ab8425d6/resourceGroups/rg-tailwind-aks/providers/Microsoft.ContainerService/managedClusters/aks-tailwind/namespaces/shop' \
  '/subscriptions/75b7bc8d-a19f-4dfa-ac5e-0f70ab8425d6/resourcegroups/rg-tailwind-aks/providers/microsoft.containerservice/managedclusters/aks-tailwind/namespaces/shop' \
  '146b485d-9811-4e91-aeb7-f96946413789' 'cbe4679f-9bff-3f1c-94a9-4dc285b6d3a4' \
  '/subscriptions/75b7bc8d-a19f-4dfa-ac5e-0f70ab8425d6/providers/Microsoft.Authorization/roleDefinitions/cbe4679f-9bff-3f1c-94a9-4dc285b6d3a4' \
  365 '"A fix that cannot wait for the pipeline"' \
  'Tailwind application writer for tailwind-developers at /subscriptions/75b7bc8d-a19f-4dfa-ac5e-0f70ab8425d6/resourceGroups/rg-tailwind-aks/providers/Microsoft.ContainerService/managedClusters/aks-tailwind/namespaces/shop'

if [[ $remove == true ]]; then
  cat >"$work/principals" <<'PRINCIPALS'
146b485d-9811-4e91-aeb7-f96946413789
1d5d20f4-c630-4ae3-adc2-dd9143f775e2
6166979e-2226-46a9-a376-47181e36ba88
b04a3674-a00a-4080-a50d-254920d4d24d
PRINCIPALS
  remove_others '/subscriptions/75b7bc8d-a19f-4dfa-ac5e-0f70ab8425d6/resourceGroups/rg-tailwind-aks/providers/Microsoft.ContainerService/managedClusters/aks-tailwind' '/subscriptions/75b7bc8d-a19f-4dfa-ac5e-0f70ab8425d6/resourcegroups/rg-tailwind-aks/providers/microsoft.containerservice/managedclusters/aks-tailwind'
  remove_others '/subscriptions/75b7bc8d-a19f-4dfa-ac5e-0f70ab8425d6/resourceGroups/rg-tailwind-aks/providers/Microsoft.ContainerService/managedClusters/aks-tailwind/namespaces/shop' '/subscriptions/75b7bc8d-a19f-4dfa-ac5e-0f70ab8425d6/resourcegroups/rg-tailwind-aks/providers/microsoft.containerservice/managedclusters/aks-tailwind/namespaces/shop'
fi

if ((changes == 0)); then
  echo 'Everything is as the design wants it.'
elif [[ $apply != true ]]; then
  printf '%d changes; run again with --apply to make them.\n' "$changes"
fi
