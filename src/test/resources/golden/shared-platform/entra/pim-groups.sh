#!/usr/bin/env bash
# Sets how memberships of groups are activated, with PIM for Groups. Generated; change the design, not this file.
set -euo pipefail

usage() {
  cat <<'HELP'
Usage: pim-groups.sh [--apply]

Compares the activation rules of the groups (pim/settings.json) with those that are there, and shows what differs.

  --apply  set what differs; without it nothing is changed
  --help   this text

Needs the Azure CLI, signed in (az login) as an owner of each group or as Privileged Role Administrator. The login needs the
permission RoleManagementPolicy.ReadWrite.AzureADGroup of Microsoft Graph: sign in with a service principal that has it where that of a
person does not. Run it before anybody becomes eligible for membership. It can be run twice; a rule that the design does not
decide is left as it is.
HELP
}

apply=false
for argument in "$@"; do
  case $argument in
    --apply) apply=true ;;
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

policies='https://graph.microsoft.com/v1.0/policies'
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
  printf '%s\t{"@odata.type": "#microsoft.graph.unifiedRoleManagementPolicy%sRule", "id": "%s", %s, "target": {"caller": "%s", "operations": ["All"], "level": "%s"}}\n' \
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
    if [[ $one == Group/* ]]; then
      approvers="$approvers$comma{\"@odata.type\": \"#microsoft.graph.groupMembers\", \"groupId\": \"${one#*/}\", \"isBackup\": false}"
    else
      approvers="$approvers$comma{\"@odata.type\": \"#microsoft.graph.singleUser\", \"userId\": \"${one#*/}\", \"isBackup\": false}"
    fi
    comma=', '
  done
  printf '"setting": {"isApprovalRequired": %s, "isApprovalRequiredForExtension": false, "isRequestorJustificationRequired": true, "approvalMode": "SingleStage", ' "$required"
  printf '"approvalStages": [{"approvalStageTimeOutInDays": 1, "isApproverJustificationRequired": true, "escalationTimeInMinutes": 0, "isEscalationEnabled": false, "primaryApprovers": [%s]}]}' "$approvers"
}

# What a script reads of the rules, in this order, and in this query: longest activation, checks, approval, approvers, whether eligibility ends, longest eligibility, whether an authentication context is asked for.
state="value[?id=='Expiration_EndUser_Assignment'].maximumDuration | [0] || 'none', join(',', sort(value[?id=='Enablement_EndUser_Assignment'].enabledRules[])) || 'none', to_string(value[?id=='Approval_EndUser_Assignment'].setting.isApprovalRequired | [0]), join(',', sort(value[?id=='Approval_EndUser_Assignment'].setting.approvalStages[].primaryApprovers[].[userId, groupId][])) || 'none', to_string(value[?id=='Expiration_Admin_Eligibility'].isExpirationRequired | [0]), value[?id=='Expiration_Admin_Eligibility'].maximumDuration | [0] || 'none', to_string(value[?id=='AuthenticationContext_EndUser_Assignment'].isEnabled | [0])"

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

# Arguments: object id of the group, words for the reader, then what is wanted of activation, checks, approval, eligibility.
settings() {
  local group=$1 words=$2 policy='' found='' one two three four five six seven checks='' changed='' id='' body=''
  policy=$(az rest --method get --output tsv --query "value[].policyId | [0]" \
    --url "$policies/roleManagementPolicyAssignments?%24filter=scopeId%20eq%20'$group'%20and%20scopeType%20eq%20'Group'%20and%20roleDefinitionId%20eq%20'member'")
  if [[ -z $policy || $policy == None ]]; then
    printf 'not under PIM: %s. Bring the group under PIM for Groups (pim/checklist.md), then run this again.\n' "$words" >&2
    exit 1
  fi
  found=$(az rest --method get --url "$policies/roleManagementPolicies/$policy/rules" --output tsv --query "[[$state]]")
  IFS=$'\t' read -r one two three four five six seven <<<"$found"
  checks=$(beside_context "$4" "$two" "$(lower <<<"$seven")" "$words")
  changed=$(differing "$3" "$checks" "$5" "$6" "$one" "$two" "$(lower <<<"$three")" "$four" "$(lower <<<"$five")" "$six")
  if [[ -z $changed ]]; then
    printf 'is set: %s\n' "$words"
    return
  fi
  while IFS=$'\t' read -r id body; do
    changes=$((changes + 1))
    if [[ $apply != true ]]; then
      printf 'would set %s of %s\n' "$id" "$words"
      continue
    fi
    printf 'set %s of %s\n' "$id" "$words"
    az rest --method patch --url "$policies/roleManagementPolicies/$policy/rules/$id" --body "$body" --output none </dev/null
  done <<<"$changed"
}

settings 'b34c8ab1-cdd8-499d-a02c-ddbaff905876' 'membership of aks-orders-oncall' \
  'PT2H' 'Justification,MultiFactorAuthentication' 'true,Group/96a55675-f502-4829-a36b-69fcb9be7008' 'P365D'
settings '82929b09-6d64-4281-a65a-8953f1e0999e' 'membership of aks-payments-oncall' \
  'PT1H' 'Justification,MultiFactorAuthentication,Ticketing' 'true,Group/8436ff90-9759-4010-a304-5bca558a9126' 'P180D'
settings '3c4aaffe-97a4-427f-afa5-a801e53697ef' 'membership of aks-search-oncall' \
  'PT1H' 'Justification,MultiFactorAuthentication,Ticketing' 'true,Group/8436ff90-9759-4010-a304-5bca558a9126,Group/96a55675-f502-4829-a36b-69fcb9be7008' 'P180D'
settings '2a3e6b06-be97-49a1-a3a5-accb0babc351' 'membership of aks-secops-respond' \
  'PT8H' 'Justification,MultiFactorAuthentication' 'false' 'P365D'
settings 'a544d842-76a3-4b64-a590-1a9e69be68dc' 'membership of aks-sre-repair' \
  'PT4H' 'Justification,MultiFactorAuthentication' 'true,Group/96a55675-f502-4829-a36b-69fcb9be7008' 'P365D'

if ((changes == 0)); then
  echo 'Everything is as the design wants it.'
elif [[ $apply != true ]]; then
  printf '%d changes; run again with --apply to make them.\n' "$changes"
fi
