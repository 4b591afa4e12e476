#!/usr/bin/env bash
# Before stage 2: the assignable scopes that a custom role loses while it is still assigned there. Azure refuses to remove
# such a scope (RoleScopeBeingRemovedContainsAssignments), so the role keeps it until those assignments are gone.
# Prints the parameter for the deployment of a parameter file on standard output, and why on standard error.
<#noparse>
set -euo pipefail

if [ $# -ne 1 ] || [ "$1" = --help ]; then
  echo 'Usage: kept-scopes.sh PARAMETER_FILE'
  exit 2
fi

kept=

# role FILE GUID NAME SCOPE...: the scopes that the design gives the role
role() {
  local file=$1 guid=$2 name=$3 before scope own count given list=
  shift 3
  [ "$file" = "$wanted" ] || return 0
  given=$(printf '%s\n' "$@")
  before=$(az role definition list --custom-role-only true --scope "$1" --query "[?name=='$guid'].assignableScopes[]" --output tsv)
  while IFS= read -r scope; do
    if [ -z "$scope" ] || grep -qixF -- "$scope" <<< "$given"; then
      continue
    fi
    case $scope in
      /subscriptions/*)
        own=$(printf '%s' "$scope" | cut -d / -f 3)
        count=$(az role assignment list --all --subscription "$own" --query "length([?ends_with(roleDefinitionId, '$guid')])" --output tsv)
        ;;
      *) count=$(az role assignment list --scope "$scope" --query "length([?ends_with(roleDefinitionId, '$guid')])" --output tsv) ;;
    esac
    if [ "$count" != 0 ]; then
      echo "custom role $name keeps $scope, where it is still assigned ($count); it loses it once those assignments are removed" >&2
      list="$list,\"$scope\""
    fi
  done <<< "$before"
  if [ -n "$list" ]; then
    kept="$kept,\"$guid\":[${list#,}]"
  fi
}

wanted=$1
</#noparse>
<#list roles as role>
# from: ${comment(role.from)}
role ${shell(role.file)} ${shell(role.guid)} ${shell(role.name)}<#list role.scopes as scope> ${shell(scope)}</#list>
</#list>
<#noparse>
if [ -n "$kept" ]; then
  echo "keptScopes={${kept#,}}"
fi
</#noparse>
