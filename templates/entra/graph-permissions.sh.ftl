#!/usr/bin/env bash
# Grants application permissions of Microsoft Graph to managed identities. Generated; change the design, not this file.
set -euo pipefail

usage() {
  cat <<'HELP'
Usage: graph-permissions.sh [--apply]

Compares the application permissions of Microsoft Graph that the design wants with those that are there.

  --apply  grant what is missing; without it nothing is changed
  --help   this text

Needs the Azure CLI, signed in (az login) as somebody who may grant application permissions of Microsoft Graph, and the
managed identities (stage 1). It can be run twice, and removes nothing.
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

service='https://graph.microsoft.com'
graph=$(az ad sp show --id "$service" --query id --output tsv)
changes=0

# Arguments: resource id of the managed identity, name of the permission such as User.Read.All.
grant() {
  local principal role found
  principal=$(az identity show --ids "$1" --query principalId --output tsv)
  role=$(az ad sp show --id "$service" --output tsv --query "appRoles[?value=='$2' && contains(allowedMemberTypes, 'Application')].id | [0]")
  if [[ -z $role || $role == None ]]; then
    printf 'Microsoft Graph has no application permission %s\n' "$2" >&2
    exit 1
  fi
  found=$(az rest --method get --url "$service/v1.0/servicePrincipals/$principal/appRoleAssignments" --output tsv --query "value[?appRoleId=='$role' && resourceId=='$graph'].id | [0]")
  if [[ -n $found && $found != None ]]; then
    printf 'is there: %s for %s\n' "$2" "$1"
    return
  fi
  changes=$((changes + 1))
  if [[ $apply != true ]]; then
    printf 'would grant %s to %s\n' "$2" "$1"
    return
  fi
  printf 'grant %s to %s\n' "$2" "$1"
  az rest --method post --url "$service/v1.0/servicePrincipals/$principal/appRoleAssignments" --output none \
    --body "{\"principalId\": \"$principal\", \"resourceId\": \"$graph\", \"appRoleId\": \"$role\"}"
}

<#list tasks as task>
# ${comment(task.title())} (${comment(task.consideration())})
${task.command()}
</#list>

if ((changes == 0)); then
  echo 'Everything is as the design wants it.'
elif [[ $apply != true ]]; then
  printf '%d changes; run again with --apply to make them.\n' "$changes"
fi
