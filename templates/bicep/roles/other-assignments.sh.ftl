#!/usr/bin/env bash
# Stage 4: rights at resources whose type the templates do not know. Shows what it would do unless called with --apply.
# It can be run twice: a right that is there is left alone.
<#noparse>
set -euo pipefail

usage() {
  cat <<'EOF'
Usage: other-assignments.sh [--apply]

Gives Azure roles at resources that the Bicep templates do not reach.
Without --apply it only shows what it would do.
EOF
}

apply=false
for argument in "$@"; do
  case $argument in
    --apply) apply=true ;;
    --help) usage && exit 0 ;;
    *) usage >&2 && exit 2 ;;
  esac
done

# assign ROLE SCOPE PRINCIPAL_ID PRINCIPAL_TYPE DESCRIPTION
assign() {
  local found
  if [ -z "$3" ]; then
    echo "waits for the identity: $5"
    return
  fi
  if ! found=$(az role assignment list --scope "$2" --query "[?principalId=='$3' && ends_with(roleDefinitionId, '$1')].id" --output tsv); then
    unknown "$5"
    return
  fi
  if [ -n "$found" ]; then
    echo "is there: $5"
    return
  fi
  echo "az role assignment create --role $1 --scope $2 --assignee-object-id $3 --assignee-principal-type $4"
  if [ "$apply" = true ]; then
    az role assignment create --role "$1" --scope "$2" --assignee-object-id "$3" --assignee-principal-type "$4" --description "$5" --output none
  fi
}

# unknown DESCRIPTION: Azure did not answer; with --apply that is a failure
unknown() {
  echo "cannot be shown, for the reason above: $1"
  if [ "$apply" = true ]; then
    exit 1
  fi
}

# assign_identity COMMAND SUBSCRIPTION GROUP NAME QUERY ROLE SCOPE DESCRIPTION: to an identity that an earlier stage makes
assign_identity() {
  local principal status=0
  principal=$(az "$1" show --subscription "$2" --resource-group "$3" --name "$4" --query "$5" --output tsv) || status=$?
  # az show ends with 3 when there is no such thing.
  case $status in
    0 | 3) assign "$6" "$7" "$principal" ServicePrincipal "$8" ;;
    *) unknown "$8" ;;
  esac
}
</#noparse>
<#list calls as call>

# from: ${comment(call.from)}
# ${comment(call.principal)}
<#if call.query == "">
assign ${shell(call.role)} ${shell(call.scope)} ${shell(call.id)} ${call.type} ${shell(call.description)}
<#else>
assign_identity ${call.command} ${shell(call.identity.subscription())} ${shell(call.identity.resourceGroup())} ${shell(call.identity.name())} ${call.query} ${shell(call.role)} ${shell(call.scope)} ${shell(call.description)}
</#if>
</#list>
