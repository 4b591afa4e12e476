#!/usr/bin/env bash
# Stage 4: rights at resources whose type the templates do not know. Shows what it would do unless called with --apply.
# It can be run twice: a right that is there is left alone.
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
  found=$(az role assignment list --scope "$2" --query "[?principalId=='$3' && ends_with(roleDefinitionId, '$1')].id" --output tsv)
  if [ -n "$found" ]; then
    echo "is there: $5"
    return
  fi
  echo "az role assignment create --role $1 --scope $2 --assignee-object-id $3 --assignee-principal-type $4"
  if [ "$apply" = true ]; then
    az role assignment create --role "$1" --scope "$2" --assignee-object-id "$3" --assignee-principal-type "$4" --description "$5" --output none
  fi
}

# principal COMMAND SUBSCRIPTION GROUP NAME QUERY: its object id, or nothing while it is not there
principal() {
  az "$1" show --subscription "$2" --resource-group "$3" --name "$4" --query "$5" --output tsv 2> /dev/null || true
}

# from: workloads
# id-risk-model
id=$(principal identity '2ea6a04d-2f09-4b82-aa6e-6f308113d877' 'rg-aks-prd-weu' 'id-risk-model' principalId)
assign '5e0bd9bd-7b93-4f28-af87-19fc36ad61bd' '/subscriptions/2ea6a04d-2f09-4b82-aa6e-6f308113d877/resourceGroups/rg-ai/providers/Microsoft.CognitiveServices/accounts/oai-contoso-risk' "$id" ServicePrincipal 'workloads: Workload risk-model'
