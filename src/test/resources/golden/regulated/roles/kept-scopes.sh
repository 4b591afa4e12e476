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
role 'roles/definitions.bicepparam' '5451fd16-69c8-3ba6-b863-f3bc20e93a31' 'AKS break-glass network, Woodgrove payments platform' '/subscriptions/3509d9ff-c044-420c-afbb-11b254b2b8b7' '/subscriptions/d4306f7e-c7e1-4df3-a201-eb30459f89be'
# from: cluster-identity-rights
role 'roles/definitions.bicepparam' '267d52b2-f845-318d-9a84-8993a5042fbb' 'AKS cluster network, Woodgrove payments platform' '/subscriptions/3509d9ff-c044-420c-afbb-11b254b2b8b7' '/subscriptions/d4306f7e-c7e1-4df3-a201-eb30459f89be'
# from: azure-roles
role 'roles/definitions.bicepparam' '80da5874-0193-3256-857e-09e1d989227f' 'Woodgrove AKS SRE repair' '/subscriptions/3509d9ff-c044-420c-afbb-11b254b2b8b7' '/subscriptions/d4306f7e-c7e1-4df3-a201-eb30459f89be'
# from: azure-roles
role 'roles/definitions.bicepparam' '52fe5209-fd35-3cfa-9544-d48b5230ff39' 'Woodgrove landing-zone owner' '/subscriptions/3509d9ff-c044-420c-afbb-11b254b2b8b7'
if [ -n "$kept" ]; then
  echo "keptScopes={${kept#,}}"
fi
