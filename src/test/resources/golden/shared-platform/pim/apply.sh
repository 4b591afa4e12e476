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

settings '/subscriptions/2ea6a04d-2f09-4b82-aa6e-6f308113d877' '43867830-19ca-33a3-b7a0-95f8b762c461' \
  'Contoso AKS SRE repair at /subscriptions/2ea6a04d-2f09-4b82-aa6e-6f308113d877' \
  'PT4H' 'Justification,MultiFactorAuthentication,Ticketing' 'true,Group/96a55675-f502-4829-a36b-69fcb9be7008' 'P365D'
settings '/subscriptions/2ea6a04d-2f09-4b82-aa6e-6f308113d877' 'a2698903-5e47-3dfe-9af6-048954f154be' \
  'Contoso landing-zone owner at /subscriptions/2ea6a04d-2f09-4b82-aa6e-6f308113d877' \
  'PT2H' 'Justification,MultiFactorAuthentication' 'true,Group/96a55675-f502-4829-a36b-69fcb9be7008' 'P365D'
settings '/subscriptions/2ea6a04d-2f09-4b82-aa6e-6f308113d877/resourceGroups/rg-aks-prd-neu/providers/Microsoft.ContainerService/managedClusters/prd-neu' 'b1ff04bb-8a4e-4dc4-8eb5-8693973ce19b' \
  'Azure Kubernetes Service RBAC Cluster Admin at /subscriptions/2ea6a04d-2f09-4b82-aa6e-6f308113d877/resourceGroups/rg-aks-prd-neu/providers/Microsoft.ContainerService/managedClusters/prd-neu' \
  'PT2H' 'Justification,MultiFactorAuthentication,Ticketing' 'true,Group/96a55675-f502-4829-a36b-69fcb9be7008' 'P180D'
settings '/subscriptions/2ea6a04d-2f09-4b82-aa6e-6f308113d877/resourceGroups/rg-aks-prd-neu/providers/Microsoft.ContainerService/managedClusters/prd-neu/namespaces/customer-consent' '6cd06b6c-44b4-3427-ab21-0a9389062486' \
  'Contoso AKS application writer at /subscriptions/2ea6a04d-2f09-4b82-aa6e-6f308113d877/resourceGroups/rg-aks-prd-neu/providers/Microsoft.ContainerService/managedClusters/prd-neu/namespaces/customer-consent' \
  'PT2H' 'Justification,MultiFactorAuthentication' 'true,Group/96a55675-f502-4829-a36b-69fcb9be7008' 'P365D'
settings '/subscriptions/2ea6a04d-2f09-4b82-aa6e-6f308113d877/resourceGroups/rg-aks-prd-weu/providers/Microsoft.ContainerService/managedClusters/prd-weu' 'b1ff04bb-8a4e-4dc4-8eb5-8693973ce19b' \
  'Azure Kubernetes Service RBAC Cluster Admin at /subscriptions/2ea6a04d-2f09-4b82-aa6e-6f308113d877/resourceGroups/rg-aks-prd-weu/providers/Microsoft.ContainerService/managedClusters/prd-weu' \
  'PT2H' 'Justification,MultiFactorAuthentication,Ticketing' 'true,Group/96a55675-f502-4829-a36b-69fcb9be7008' 'P180D'
settings '/subscriptions/d4f3062c-bda5-4904-a9c7-74402f344871/resourceGroups/rg-aks-tst-weu/providers/Microsoft.ContainerService/managedClusters/tst-weu' 'b1ff04bb-8a4e-4dc4-8eb5-8693973ce19b' \
  'Azure Kubernetes Service RBAC Cluster Admin at /subscriptions/d4f3062c-bda5-4904-a9c7-74402f344871/resourceGroups/rg-aks-tst-weu/providers/Microsoft.ContainerService/managedClusters/tst-weu' \
  'PT2H' 'Justification,MultiFactorAuthentication,Ticketing' 'true,Group/96a55675-f502-4829-a36b-69fcb9be7008' 'P180D'

# aks-landing-zone-owners: Contoso landing-zone owner (grants)
request '/subscriptions/2ea6a04d-2f09-4b82-aa6e-6f308113d877' \
  '/subscriptions/2ea6a04d-2f09-4b82-aa6e-6f308113d877' \
  'ddda7bbe-414c-42bc-a185-261910274e02' 'a2698903-5e47-3dfe-9af6-048954f154be' \
  '/subscriptions/2ea6a04d-2f09-4b82-aa6e-6f308113d877/providers/Microsoft.Authorization/roleDefinitions/a2698903-5e47-3dfe-9af6-048954f154be' \
  365 '"Owns the subscription"' \
  'Contoso landing-zone owner for aks-landing-zone-owners at /subscriptions/2ea6a04d-2f09-4b82-aa6e-6f308113d877'
# aks-sre-repair: Contoso AKS SRE repair (grants)
request '/subscriptions/2ea6a04d-2f09-4b82-aa6e-6f308113d877' \
  '/subscriptions/2ea6a04d-2f09-4b82-aa6e-6f308113d877' \
  'a544d842-76a3-4b64-a590-1a9e69be68dc' '43867830-19ca-33a3-b7a0-95f8b762c461' \
  '/subscriptions/2ea6a04d-2f09-4b82-aa6e-6f308113d877/providers/Microsoft.Authorization/roleDefinitions/43867830-19ca-33a3-b7a0-95f8b762c461' \
  365 '"Incidents"' \
  'Contoso AKS SRE repair for aks-sre-repair at /subscriptions/2ea6a04d-2f09-4b82-aa6e-6f308113d877'
# aks-platform-admins: Azure Kubernetes Service RBAC Cluster Admin (grants)
request '/subscriptions/2ea6a04d-2f09-4b82-aa6e-6f308113d877/resourceGroups/rg-aks-prd-neu/providers/Microsoft.ContainerService/managedClusters/prd-neu' \
  '/subscriptions/2ea6a04d-2f09-4b82-aa6e-6f308113d877/resourcegroups/rg-aks-prd-neu/providers/microsoft.containerservice/managedclusters/prd-neu' \
  '39a08d6f-5566-4c58-acb8-2f9ac1a8f96b' 'b1ff04bb-8a4e-4dc4-8eb5-8693973ce19b' \
  '/subscriptions/2ea6a04d-2f09-4b82-aa6e-6f308113d877/providers/Microsoft.Authorization/roleDefinitions/b1ff04bb-8a4e-4dc4-8eb5-8693973ce19b' \
  180 '"Changes to the platform itself"' \
  'Azure Kubernetes Service RBAC Cluster Admin for aks-platform-admins at /subscriptions/2ea6a04d-2f09-4b82-aa6e-6f308113d877/resourceGroups/rg-aks-prd-neu/providers/Microsoft.ContainerService/managedClusters/prd-neu'
# aks-customer-dev: Contoso AKS application writer (grants)
request '/subscriptions/2ea6a04d-2f09-4b82-aa6e-6f308113d877/resourceGroups/rg-aks-prd-neu/providers/Microsoft.ContainerService/managedClusters/prd-neu/namespaces/customer-consent' \
  '/subscriptions/2ea6a04d-2f09-4b82-aa6e-6f308113d877/resourcegroups/rg-aks-prd-neu/providers/microsoft.containerservice/managedclusters/prd-neu/namespaces/customer-consent' \
  '45bc8a41-88a2-4677-a737-3cde5c9f129e' '6cd06b6c-44b4-3427-ab21-0a9389062486' \
  '/subscriptions/2ea6a04d-2f09-4b82-aa6e-6f308113d877/providers/Microsoft.Authorization/roleDefinitions/6cd06b6c-44b4-3427-ab21-0a9389062486' \
  365 '"Consent texts change by law overnight"' \
  'Contoso AKS application writer for aks-customer-dev at /subscriptions/2ea6a04d-2f09-4b82-aa6e-6f308113d877/resourceGroups/rg-aks-prd-neu/providers/Microsoft.ContainerService/managedClusters/prd-neu/namespaces/customer-consent'
# aks-platform-admins: Azure Kubernetes Service RBAC Cluster Admin (grants)
request '/subscriptions/2ea6a04d-2f09-4b82-aa6e-6f308113d877/resourceGroups/rg-aks-prd-weu/providers/Microsoft.ContainerService/managedClusters/prd-weu' \
  '/subscriptions/2ea6a04d-2f09-4b82-aa6e-6f308113d877/resourcegroups/rg-aks-prd-weu/providers/microsoft.containerservice/managedclusters/prd-weu' \
  '39a08d6f-5566-4c58-acb8-2f9ac1a8f96b' 'b1ff04bb-8a4e-4dc4-8eb5-8693973ce19b' \
  '/subscriptions/2ea6a04d-2f09-4b82-aa6e-6f308113d877/providers/Microsoft.Authorization/roleDefinitions/b1ff04bb-8a4e-4dc4-8eb5-8693973ce19b' \
  180 '"Changes to the platform itself"' \
  'Azure Kubernetes Service RBAC Cluster Admin for aks-platform-admins at /subscriptions/2ea6a04d-2f09-4b82-aa6e-6f308113d877/resourceGroups/rg-aks-prd-weu/providers/Microsoft.ContainerService/managedClusters/prd-weu'
# aks-platform-admins: Azure Kubernetes Service RBAC Cluster Admin (grants)
request '/subscriptions/d4f3062c-bda5-4904-a9c7-74402f344871/resourceGroups/rg-aks-tst-weu/providers/Microsoft.ContainerService/managedClusters/tst-weu' \
  '/subscriptions/d4f3062c-bda5-4904-a9c7-74402f344871/resourcegroups/rg-aks-tst-weu/providers/microsoft.containerservice/managedclusters/tst-weu' \
  '39a08d6f-5566-4c58-acb8-2f9ac1a8f96b' 'b1ff04bb-8a4e-4dc4-8eb5-8693973ce19b' \
  '/subscriptions/d4f3062c-bda5-4904-a9c7-74402f344871/providers/Microsoft.Authorization/roleDefinitions/b1ff04bb-8a4e-4dc4-8eb5-8693973ce19b' \
  180 '"Changes to the platform itself"' \
  'Azure Kubernetes Service RBAC Cluster Admin for aks-platform-admins at /subscriptions/d4f3062c-bda5-4904-a9c7-74402f344871/resourceGroups/rg-aks-tst-weu/providers/Microsoft.ContainerService/managedClusters/tst-weu'

if [[ $remove == true ]]; then
  cat >"$work/principals" <<'PRINCIPALS'
0a5dff8d-4b06-4901-ae35-0b7d569b6696
0ba32c57-c6e9-4e70-acb5-2ce119937fe2
1bbb153b-8f78-466e-a8da-a85420324b55
1cad2dc3-e56f-4a14-a919-111081821445
2824014e-3273-40d9-a5d5-0c57ad1259f5
2a3e6b06-be97-49a1-a3a5-accb0babc351
2c59fab7-3951-46cd-a882-ee0381b76968
315214b0-b663-4763-a3bb-700cdfdd42c9
35de8269-1f33-4c84-aa1a-25497939e7ec
37363510-ca48-483d-a720-ef69fded2035
39a08d6f-5566-4c58-acb8-2f9ac1a8f96b
3c4aaffe-97a4-427f-afa5-a801e53697ef
422cc589-899b-4ba4-ad89-c1a597ba69ba
45bc8a41-88a2-4677-a737-3cde5c9f129e
55205539-951f-4bee-a80f-a0594d6678fb
78e4ced9-3c9d-413b-ae1e-9fcacb54ba0f
7b42b288-8b2c-42d4-a50b-d701e10d3f49
82929b09-6d64-4281-a65a-8953f1e0999e
8436ff90-9759-4010-a304-5bca558a9126
896307e3-04e0-465d-ac76-09c0d37ccb93
90d7b114-6b70-4149-af4a-02499a8001dc
96a55675-f502-4829-a36b-69fcb9be7008
a14bfa73-a743-4311-a0a1-b48169f220cc
a161185c-81cf-48ba-a809-35af9ee6c40a
a224cdfe-8622-4c22-a11d-2c2a8bd7f532
a3a9e02f-2e8a-476f-a7ef-c7bc9407bf28
a544d842-76a3-4b64-a590-1a9e69be68dc
a894774c-aa4d-463e-a0ae-ff65dbf87497
b025a2c7-4cd6-491b-a401-1933809de512
b34c8ab1-cdd8-499d-a02c-ddbaff905876
b708021c-a3e7-4a11-aa1c-4d69e0025fb9
b91d058c-2a27-4db3-af92-98175c9d4234
ddda7bbe-414c-42bc-a185-261910274e02
e04e234a-845e-40db-a550-05b53b4f9614
f7db0de0-70ac-4d89-ad58-d70887337c5e
fa17211c-4662-400f-accd-9cdd0ac8f5a9
fb5fcaf4-271a-4280-ada4-37de2b1aa360
PRINCIPALS
  remove_others '/subscriptions/2ea6a04d-2f09-4b82-aa6e-6f308113d877' '/subscriptions/2ea6a04d-2f09-4b82-aa6e-6f308113d877'
  remove_others '/subscriptions/2ea6a04d-2f09-4b82-aa6e-6f308113d877/resourceGroups/rg-aks-prd-neu/providers/Microsoft.ContainerService/managedClusters/prd-neu' '/subscriptions/2ea6a04d-2f09-4b82-aa6e-6f308113d877/resourcegroups/rg-aks-prd-neu/providers/microsoft.containerservice/managedclusters/prd-neu'
  remove_others '/subscriptions/2ea6a04d-2f09-4b82-aa6e-6f308113d877/resourceGroups/rg-aks-prd-neu/providers/Microsoft.ContainerService/managedClusters/prd-neu/namespaces/customer-consent' '/subscriptions/2ea6a04d-2f09-4b82-aa6e-6f308113d877/resourcegroups/rg-aks-prd-neu/providers/microsoft.containerservice/managedclusters/prd-neu/namespaces/customer-consent'
  remove_others '/subscriptions/2ea6a04d-2f09-4b82-aa6e-6f308113d877/resourceGroups/rg-aks-prd-weu/providers/Microsoft.ContainerService/managedClusters/prd-weu' '/subscriptions/2ea6a04d-2f09-4b82-aa6e-6f308113d877/resourcegroups/rg-aks-prd-weu/providers/microsoft.containerservice/managedclusters/prd-weu'
  remove_others '/subscriptions/d4f3062c-bda5-4904-a9c7-74402f344871/resourceGroups/rg-aks-tst-weu/providers/Microsoft.ContainerService/managedClusters/tst-weu' '/subscriptions/d4f3062c-bda5-4904-a9c7-74402f344871/resourcegroups/rg-aks-tst-weu/providers/microsoft.containerservice/managedclusters/tst-weu'
fi

if ((changes == 0)); then
  echo 'Everything is as the design wants it.'
elif [[ $apply != true ]]; then
  printf '%d changes; run again with --apply to make them.\n' "$changes"
fi
