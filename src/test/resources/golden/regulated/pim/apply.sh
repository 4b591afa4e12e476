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

lower() {
  tr '[:upper:]' '[:lower:]'
}

# A list without regard to order and case.
ordered() {
  printf '%s' "$1" | lower | tr ',' '\n' | LC_ALL=C sort | tr '\n' ' '
}

# Whether what is wanted is there; a dash: nothing is decided.
same() {
  [[ $1 == - || $(ordered "$1") == "$(ordered "$2")" ]]
}

# Arguments: id, type, caller, level, properties. Prints the id and the rule.
rule() {
  printf '%s\t{"ruleType": "RoleManagementPolicy%sRule", "id": "%s", %s, "target": {"caller": "%s", "operations": ["All"], "level": "%s"}}\n' \
    "$1" "$2" "$1" "$5" "$3" "$4"
}

# Argument: true or false, then ids of approvers, each after its kind and a slash. Prints the setting of the approval rule.
approval_setting() {
  local required=${1%%,*} rest='' one='' approvers='' comma=''
  if [[ $1 == *,* ]]; then
    rest=${1#*,},
  fi
  while [[ -n $rest ]]; do
    one=${rest%%,*}
    rest=${rest#*,}
    approvers="$approvers$comma{\"id\": \"${one#*/}\", \"userType\": \"${one%%/*}\", \"isBackup\": false}"
    comma=', '
  done
  printf '"setting": {"isApprovalRequired": %s, "isApprovalRequiredForExtension": false, "isRequestorJustificationRequired": true, "approvalMode": "SingleStage", ' "$required"
  printf '"approvalStages": [{"approvalStageTimeOutInDays": 1, "isApproverJustificationRequired": true, "escalationTimeInMinutes": 0, "isEscalationEnabled": false, "primaryApprovers": [%s]}]}' "$approvers"
}

# What a script reads of the rules, in this order, and in this query: longest activation, checks, approval, approvers, whether eligibility ends, longest eligibility, whether an authentication context is asked for.
state="properties.effectiveRules[?id=='Expiration_EndUser_Assignment'].maximumDuration | [0] || 'none', join(',', sort(properties.effectiveRules[?id=='Enablement_EndUser_Assignment'].enabledRules[])) || 'none', to_string(properties.effectiveRules[?id=='Approval_EndUser_Assignment'].setting.isApprovalRequired | [0]), join(',', sort(properties.effectiveRules[?id=='Approval_EndUser_Assignment'].setting.approvalStages[].primaryApprovers[].id)) || 'none', to_string(properties.effectiveRules[?id=='Expiration_Admin_Eligibility'].isExpirationRequired | [0]), properties.effectiveRules[?id=='Expiration_Admin_Eligibility'].maximumDuration | [0] || 'none', to_string(properties.effectiveRules[?id=='AuthenticationContext_EndUser_Assignment'].isEnabled | [0])"

# Arguments: the checks that are wanted, those that are there, whether an authentication context is asked for, words for the reader. Prints the checks to set.
# PIM refuses MFA where an authentication context is on (MfaAndAcrsConflict: kayasax/EasyPIM#121, read 2026-11-29).
beside_context() {
  local rest=''
  if [[ $3 != true || ",$1," != *,MultiFactorAuthentication,* || ",$2," == *,MultiFactorAuthentication,* ]]; then
    printf '%s' "$1"
    return
  fi
  printf 'left as it is: MFA of %s. An authentication context of Conditional Access is asked for there, and PIM takes only one of the two: see that this context asks for MFA.\n' "$4" >&2
  rest=$(printf ',%s,' "$1" | sed 's/,MultiFactorAuthentication,/,/; s/^,//; s/,$//')
  printf '%s' "${rest:-none}"
}

# Arguments: what is wanted of activation, checks, approval, eligibility; then the state. Prints the rules that differ, one a line.
differing() {
  local approvers=${3#*,} kinds='s#(group|user)/##g'
  if ! same "$1" "$5"; then
    rule Expiration_EndUser_Assignment Expiration EndUser Assignment "\"isExpirationRequired\": true, \"maximumDuration\": \"$1\""
  fi
  if ! same "$2" "$6"; then
    local checks=''
    if [[ $2 != none ]]; then
      checks=$(printf '"%s"' "$2" | sed 's/,/", "/g')
    fi
    rule Enablement_EndUser_Assignment Enablement EndUser Assignment "\"enabledRules\": [$checks]"
  fi
  if ! same "${3%%,*}" "$7" || { [[ $3 == true,* ]] && ! same "$(printf '%s' "$approvers" | lower | sed -E "$kinds")" "$8"; }; then
    rule Approval_EndUser_Assignment Approval EndUser Assignment "$(approval_setting "$3")"
  fi
  if [[ $4 == none && $9 != false ]]; then
    rule Expiration_Admin_Eligibility Expiration Admin Eligibility '"isExpirationRequired": false, "maximumDuration": "P365D"'
  elif [[ $4 != none && $4 != - ]] && { [[ $9 != true ]] || ! same "$4" "${10}"; }; then
    rule Expiration_Admin_Eligibility Expiration Admin Eligibility "\"isExpirationRequired\": true, \"maximumDuration\": \"$4\""
  fi
}

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
    rules="$rules${rules:+, }$body"
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

settings '/subscriptions/3509d9ff-c044-420c-afbb-11b254b2b8b7' '36243c78-bf99-498c-9df9-86d9f8d28608' \
  'Resource Policy Contributor at /subscriptions/3509d9ff-c044-420c-afbb-11b254b2b8b7' \
  'PT1H' 'Justification,MultiFactorAuthentication,Ticketing' 'true,Group/5f6ce124-14ca-4d4f-ab83-b47029780c9c' 'P90D'
settings '/subscriptions/3509d9ff-c044-420c-afbb-11b254b2b8b7' '80da5874-0193-3256-857e-09e1d989227f' \
  'Woodgrove AKS SRE repair at /subscriptions/3509d9ff-c044-420c-afbb-11b254b2b8b7' \
  'PT1H' 'Justification,MultiFactorAuthentication,Ticketing' 'true,Group/5f6ce124-14ca-4d4f-ab83-b47029780c9c' 'P90D'
settings '/subscriptions/3509d9ff-c044-420c-afbb-11b254b2b8b7' '52fe5209-fd35-3cfa-9544-d48b5230ff39' \
  'Woodgrove landing-zone owner at /subscriptions/3509d9ff-c044-420c-afbb-11b254b2b8b7' \
  'PT1H' 'Justification,MultiFactorAuthentication,Ticketing' 'true,Group/5f6ce124-14ca-4d4f-ab83-b47029780c9c' 'P90D'
settings '/subscriptions/3509d9ff-c044-420c-afbb-11b254b2b8b7/resourceGroups/rg-network' '4d97b98b-1d4f-4787-a291-c67834d212e7' \
  'Network Contributor at /subscriptions/3509d9ff-c044-420c-afbb-11b254b2b8b7/resourceGroups/rg-network' \
  'PT1H' 'Justification,MultiFactorAuthentication,Ticketing' 'true,Group/5f6ce124-14ca-4d4f-ab83-b47029780c9c' 'P90D'

# pci-infrastructure-operators-a: Woodgrove AKS SRE repair (grants)
request '/subscriptions/3509d9ff-c044-420c-afbb-11b254b2b8b7' \
  '/subscriptions/3509d9ff-c044-420c-afbb-11b254b2b8b7' \
  'c27932db-3610-4b74-aedb-7f63bc8c5482' '80da5874-0193-3256-857e-09e1d989227f' \
  '/subscriptions/3509d9ff-c044-420c-afbb-11b254b2b8b7/providers/Microsoft.Authorization/roleDefinitions/80da5874-0193-3256-857e-09e1d989227f' \
  90 '"Upgrades"' \
  'Woodgrove AKS SRE repair for pci-infrastructure-operators-a at /subscriptions/3509d9ff-c044-420c-afbb-11b254b2b8b7'
# pci-landing-zone-owner: Woodgrove landing-zone owner (grants)
request '/subscriptions/3509d9ff-c044-420c-afbb-11b254b2b8b7' \
  '/subscriptions/3509d9ff-c044-420c-afbb-11b254b2b8b7' \
  'a05bba2d-208f-42cf-a3b3-94b3b4725495' '52fe5209-fd35-3cfa-9544-d48b5230ff39' \
  '/subscriptions/3509d9ff-c044-420c-afbb-11b254b2b8b7/providers/Microsoft.Authorization/roleDefinitions/52fe5209-fd35-3cfa-9544-d48b5230ff39' \
  90 '"Owns the subscription"' \
  'Woodgrove landing-zone owner for pci-landing-zone-owner at /subscriptions/3509d9ff-c044-420c-afbb-11b254b2b8b7'
# pci-security-owners: Resource Policy Contributor (grants)
request '/subscriptions/3509d9ff-c044-420c-afbb-11b254b2b8b7' \
  '/subscriptions/3509d9ff-c044-420c-afbb-11b254b2b8b7' \
  '205f2b9a-db69-4604-af6d-919d1341337b' '36243c78-bf99-498c-9df9-86d9f8d28608' \
  '/subscriptions/3509d9ff-c044-420c-afbb-11b254b2b8b7/providers/Microsoft.Authorization/roleDefinitions/36243c78-bf99-498c-9df9-86d9f8d28608' \
  90 '"Policy changes just in time"' \
  'Resource Policy Contributor for pci-security-owners at /subscriptions/3509d9ff-c044-420c-afbb-11b254b2b8b7'
# pci-network-engineers: Network Contributor (grants)
request '/subscriptions/3509d9ff-c044-420c-afbb-11b254b2b8b7/resourceGroups/rg-network' \
  '/subscriptions/3509d9ff-c044-420c-afbb-11b254b2b8b7/resourcegroups/rg-network' \
  '49e31bb3-04ee-4482-ac63-fe29759a26f5' '4d97b98b-1d4f-4787-a291-c67834d212e7' \
  '/subscriptions/3509d9ff-c044-420c-afbb-11b254b2b8b7/providers/Microsoft.Authorization/roleDefinitions/4d97b98b-1d4f-4787-a291-c67834d212e7' \
  90 '"Network changes"' \
  'Network Contributor for pci-network-engineers at /subscriptions/3509d9ff-c044-420c-afbb-11b254b2b8b7/resourceGroups/rg-network'

if [[ $remove == true ]]; then
  cat >"$work/principals" <<'PRINCIPALS'
10999274-dbcf-4d06-a7f3-0d9953011250
205f2b9a-db69-4604-af6d-919d1341337b
3c6f8a51-9d24-4be7-8f10-6a7e2b95c0d4
42b37405-f704-448e-ad97-c7c6b3de85c3
49e31bb3-04ee-4482-ac63-fe29759a26f5
4db34074-c46f-40d8-aedb-c606ddcbd897
5b0f6c1e-8f1d-4a67-9c42-6d2f0a9be713
5f6ce124-14ca-4d4f-ab83-b47029780c9c
7a1f3e58-64c2-4d0b-9f27-3c5be1d8a906
7f3ceb81-96b2-4393-a713-1d578284ba48
7fd06d16-0a29-4e6b-a938-02c65eaa2426
845b1136-532f-4512-adba-bb270619ed2e
8c3b95c6-d72d-419c-af5a-40b5124fc7ee
a05bba2d-208f-42cf-a3b3-94b3b4725495
a940548d-4578-45a0-ab3c-b29766fc4148
b2698373-5654-459a-a19f-f2b23c24806e
b887adfb-5625-452b-a6fe-9071dd521c39
c27932db-3610-4b74-aedb-7f63bc8c5482
c636ce93-2bef-4613-a634-30e1b6fa6936
dceafce6-33ff-4c91-a975-7ee9e936304e
fb31f329-800f-4272-aff2-045244cfa2b1
fdc5539a-38e0-44eb-ad4c-3a63b5e06b78
PRINCIPALS
  remove_others '/subscriptions/3509d9ff-c044-420c-afbb-11b254b2b8b7' '/subscriptions/3509d9ff-c044-420c-afbb-11b254b2b8b7'
  remove_others '/subscriptions/3509d9ff-c044-420c-afbb-11b254b2b8b7/resourceGroups/rg-network' '/subscriptions/3509d9ff-c044-420c-afbb-11b254b2b8b7/resourcegroups/rg-network'
fi

if ((changes == 0)); then
  echo 'Everything is as the design wants it.'
elif [[ $apply != true ]]; then
  printf '%d changes; run again with --apply to make them.\n' "$changes"
fi
