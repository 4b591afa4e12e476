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
# from: break-glass
role 'roles/definitions.bicepparam' '22a8b78f-0510-3128-92f4-a9af6aa40acb' 'AKS break-glass network, Contoso shared platform' '/subscriptions/2ea6a04d-2f09-4b82-aa6e-6f308113d877' '/subscriptions/d4f3062c-bda5-4904-a9c7-74402f344871'
# from: cluster-identity-rights
role 'roles/definitions.bicepparam' '5b9b893e-7a7f-391f-bc4f-266a92afeb35' 'AKS cluster network, Contoso shared platform' '/subscriptions/2ea6a04d-2f09-4b82-aa6e-6f308113d877' '/subscriptions/d4f3062c-bda5-4904-a9c7-74402f344871'
# from: azure-roles
role 'roles/definitions.bicepparam' '43867830-19ca-33a3-b7a0-95f8b762c461' 'Contoso AKS SRE repair' '/subscriptions/2ea6a04d-2f09-4b82-aa6e-6f308113d877' '/subscriptions/d4f3062c-bda5-4904-a9c7-74402f344871'
# from: azure-roles
role 'roles/definitions.bicepparam' '6cd06b6c-44b4-3427-ab21-0a9389062486' 'Contoso AKS application writer' '/subscriptions/2ea6a04d-2f09-4b82-aa6e-6f308113d877' '/subscriptions/d4f3062c-bda5-4904-a9c7-74402f344871'
# from: azure-roles
role 'roles/definitions.bicepparam' 'dea42ce1-7b27-382c-9fb4-f387ff981633' 'Contoso AKS security reader' '/subscriptions/2ea6a04d-2f09-4b82-aa6e-6f308113d877' '/subscriptions/d4f3062c-bda5-4904-a9c7-74402f344871'
# from: azure-roles
role 'roles/definitions.bicepparam' 'a2698903-5e47-3dfe-9af6-048954f154be' 'Contoso landing-zone owner' '/subscriptions/2ea6a04d-2f09-4b82-aa6e-6f308113d877'
if [ -n "$kept" ]; then
  echo "keptScopes={${kept#,}}"
fi
