<#import "../pim/rules.ftl" as pim>
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

<@pim.functions "value" true/>

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

<#list settings as setting>
settings ${shell(setting.groupId())} ${shell(comment("membership of " + setting.target()))} \
 <#list setting.words() as word> ${shell(word)}</#list>
</#list>

if ((changes == 0)); then
  echo 'Everything is as the design wants it.'
elif [[ $apply != true ]]; then
  printf '%d changes; run again with --apply to make them.\n' "$changes"
fi
