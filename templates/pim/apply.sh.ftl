<#import "rules.ftl" as pim>
#!/usr/bin/env bash
# Sets the activation rules of settings.json, then requests the eligible rights of eligible.json, with PIM for Azure roles. Generated together with it; change the design, not this file.
set -euo pipefail

usage() {
  cat <<'HELP'
Usage: apply.sh [--apply] [--remove]

Compares the activation rules (settings.json) and the eligible rights (eligible.json) of the design with those that are there, and
shows what is missing, has another period or ends within 30 days.

  --apply   set the rules, then request what is missing, extend what ends soon and update changed periods; without it nothing is changed
  --remove  with --apply, also remove eligible rights that the design does not hold: only at the scopes below,
            and only those of the principals of the design
  --help    this text

Needs the Azure CLI, signed in (az login) as Owner or User Access Administrator at each scope. A rule that the design does not
decide is left as it is. The rules are set before anybody becomes eligible: when one cannot be set, nothing is requested.
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

<@pim.functions "properties.effectiveRules" false/>

# Arguments: scope, role name GUID, words for the reader, then what is wanted of activation, checks, approval, eligibility.
# PIM holds one policy for each role at each scope; its assignment names it.
settings() {
  local scope=$1 role=$2 words=$3 found='' policy='' one two three four five six seven checks='' changed='' rules='' id='' body=''
  found=$(az rest --method get --url "$scope/providers/Microsoft.Authorization/roleManagementPolicyAssignments?$version" --output tsv \
    --query "value[?ends_with(properties.roleDefinitionId, '$role')].[properties.policyId, $state]")
  if [[ -z $found ]]; then
    printf 'PIM has no activation rules for %s. Without them nothing is requested: does the tenant have Entra ID P2 or ID Governance?\n' "$words" >&2
    exit 1
  fi
  IFS=$'\t' read -r policy one two three four five six seven <<<"$found"
  checks=$(beside_context "$5" "$two" "$(lower <<<"$seven")" "activation of $words")
  changed=$(differing "$4" "$checks" "$6" "$7" "$one" "$two" "$(lower <<<"$three")" "$four" "$(lower <<<"$five")" "$six")
  if [[ -z $changed ]]; then
    printf 'is set: activation of %s\n' "$words"
    return
  fi
  changes=$((changes + 1))
  while IFS=$'\t' read -r id body; do
    printf '%s %s of %s\n' "$([[ $apply == true ]] && echo set || echo would set)" "$id" "$words"
    rules="$rules<#noparse>${rules:+, }</#noparse>$body"
  done <<<"$changed"
  if [[ $apply == true ]]; then
    az rest --method patch --url "$policy?$version" --body "{\"properties\": {\"rules\": [$rules]}}" --output none
  fi
}

# The eligible rights at a scope, one a line: name, scope, principal, role definition, start, end (none: without an end).
read_schedules() {
  local url="$1/providers/Microsoft.Authorization/roleEligibilitySchedules?$version&%24filter=atScope()"
  while [[ -n $url && $url != None ]]; do
    az rest --method get --url "$url" --output tsv \
      --query "value[].[name, properties.scope, properties.principalId, properties.roleDefinitionId, properties.startDateTime || 'none', properties.endDateTime || 'none']" || return 1
    url=$(az rest --method get --url "$url" --output tsv --query nextLink) || return 1
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
    # A command substitution goes on after an error, so a list that cannot be read has to end it here.
    read_schedules "$1" >"$file.read" || return 1
    lower <"$file.read" | sed 's#/providers/microsoft.subscription/#/#' >"$file.part"
    mv "$file.part" "$file"
  fi
  cat "$file"
}

# Arguments: scope, scope in lower case, principal id, role name GUID, role definition id, days (0: without an end), justification as JSON, words for the reader.
request() {
  local scope=$1 key=$2 principal=$3 role=$4 definition=$5 days=$6 justification=$7 words=$8
  local expiration='{"type": "NoExpiration"}' found='' name='' start='' end='' list='' now='' schedule='' who='' rest=0
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
  if [[ $end != none && $days -gt 0 ]]; then
    rest=$(($(day_number "$end") - $(day_number "$now")))
    # Short periods are extended in their second half.
    if ((rest <= 30 && rest <= days / 2)); then
      send "$scope" "{$who, \"requestType\": \"AdminExtend\", \"targetRoleEligibilityScheduleId\": \"$name\", $schedule}" "extend $words, which ends in $rest days"
      return
    fi
  fi
  if [[ $end == none && $days -eq 0 ]] || [[ $end != none && $start != none && $days -gt 0 && $(($(day_number "$end") - $(day_number "$start"))) -eq $days ]]; then
    printf 'is there: %s\n' "$words"
    return
  fi
  send "$scope" "{$who, \"requestType\": \"AdminUpdate\", \"targetRoleEligibilityScheduleId\": \"$name\", $schedule}" "update the period of $words"
}

# Arguments: scope in lower case, principal id, role name GUID, words for the reader. What is there of it stays.
leave() {
  printf '%s\t%s\t%s\n' "$1" "$2" "$3" >>"$work/wanted"
  printf 'left out: %s\n' "$4"
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

<#list roleSettings as setting>
settings ${shell(setting.scope())} ${shell(setting.roleKey())} \
  ${shell(comment(setting.target() + " at " + setting.scope()))} \
 <#list setting.words() as word> ${shell(word)}</#list>
</#list>

<#list left as entry>
<#if entry.isKnown()>
leave ${shell(entry.scopeKey())} ${shell(entry.principalKey())} ${shell(entry.roleGuid())} \
  ${shell(comment(entry.grant().role() + " for " + entry.grant().subject().label() + " at " + entry.grant().scope() + ", " + entry.reason()))}
</#if>
</#list>
<#list requests as request>
# ${comment(request.principal())}: ${comment(request.role())} (${comment(request.consideration())})
request ${shell(request.scope())} \
  ${shell(request.scopeKey())} \
  ${shell(request.principalKey())} ${shell(request.roleGuid())} \
  ${shell(request.roleDefinitionId())} \
  ${request.days()} ${shell(json(request.justification()))} \
  ${shell(comment(request.role() + " for " + request.principal() + " at " + request.scope()))}
</#list>

if [[ $remove == true ]]; then
  cat >"$work/principals" <<'PRINCIPALS'
<#list principals as principal>
${principal}
</#list>
PRINCIPALS
<#list requests?map(request -> [request.scope(), request.scopeKey()]) as scope>
<#if scope?index == requests?map(request -> request.scopeKey())?seq_index_of(scope[1])>
  remove_others ${shell(scope[0])} ${shell(scope[1])}
</#if>
</#list>
fi

if ((changes == 0)); then
  echo 'Everything is as the design wants it.'
elif [[ $apply != true ]]; then
  printf '%d changes; run again with --apply to make them.\n' "$changes"
fi
