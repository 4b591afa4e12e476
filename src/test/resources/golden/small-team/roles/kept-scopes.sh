#!/usr/bin/env bash
# Before stage 2: the assignable scopes that a custom role loses while it is still assigned there. Azure refuses to remove
# such a scope (RoleScopeBeingRemovedContainsAssignments), so the role keeps it until those assignments are gone.
# Prints the parameter for the deployment of a parameter file on standard output, and why on standard error.
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
# from: deployer-rights
role 'roles/definitions.bicepparam' '4c07840c-26a1-3315-ac7a-d7a1b1750322' 'AKS namespace deployer, Tailwind shop' '/subscriptions/75b7bc8d-a19f-4dfa-ac5e-0f70ab8425d6'
# from: azure-roles
role 'roles/definitions.bicepparam' 'cbe4679f-9bff-3f1c-94a9-4dc285b6d3a4' 'Tailwind application writer' '/subscriptions/75b7bc8d-a19f-4dfa-ac5e-0f70ab8425d6'
if [ -n "$kept" ]; then
  echo "keptScopes={${kept#,}}"
fi
