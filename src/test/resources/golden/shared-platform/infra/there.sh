#!/usr/bin/env bash
# Says what of a deployment is there already, as parameters for az deployment, one a line: what is there is left alone.
set -euo pipefail

usage() {
  cat <<'EOF'
Usage: infra/there.sh FILE

Asks Azure which resource groups, managed identities and clusters of a parameter file are there, and prints the parameters
that leave them out, one a line. deploy.sh passes them on: az deployment sub create ... --parameters FILE --parameters LINE.
Nothing is printed for a file that makes nothing of the kind. It changes nothing.
EOF
}

fail() {
  printf '%s\n' "$1" >&2
  exit 1
}

# among WANTED...: those of the words that stand in the lines of the standard input, as a JSON list in small letters
among() {
  wanted=$(printf '%s\n' "$@") awk '
    BEGIN { count = split(tolower(ENVIRON["wanted"]), names, "\n") }
    { there[tolower($0)] }
    END {
      for (i = 1; i <= count; i++) {
        if (names[i] in there) {
          list = list (list == "" ? "" : ", ") "\"" names[i] "\""
        }
      }
      print "[" list "]"
    }
  '
}

# groups SUBSCRIPTION NAME...
groups() {
  local found
  found=$(az group list --subscription "$1" --query '[].name' --output tsv) || fail "az cannot list the resource groups of subscription $1"
  shift
  echo "existingGroups=$(among "$@" <<< "$found")"
}

# identities SUBSCRIPTION GROUP/NAME...
identities() {
  local found
  found=$(az identity list --subscription "$1" --query "[].join('/', [resourceGroup, name])" --output tsv) || fail "az cannot list the managed identities of subscription $1"
  shift
  echo "existingIdentities=$(among "$@" <<< "$found")"
}

# cluster SUBSCRIPTION ID
cluster() {
  local found
  found=$(az aks list --subscription "$1" --query '[].id' --output tsv) || fail "az cannot list the clusters of subscription $1"
  if grep -qixF -- "$2" <<< "$found"; then
    echo "clusterExists=true"
  else
    echo "clusterExists=false"
  fi
}

if [ $# -ne 1 ] || [ "$1" = --help ]; then
  usage >&2
  exit 2
fi
case $1 in
  'infra/shared.bicepparam')
    groups '2ea6a04d-2f09-4b82-aa6e-6f308113d877' 'rg-aks-prd-weu'
    identities '2ea6a04d-2f09-4b82-aa6e-6f308113d877' 'rg-aks-prd-weu/id-catalog-api' 'rg-aks-prd-weu/id-checkout' 'rg-aks-prd-weu/id-consent' 'rg-aks-prd-weu/id-edge-router' 'rg-aks-prd-weu/id-indexer' 'rg-aks-prd-weu/id-profile-api' 'rg-aks-prd-weu/id-search-gateway'
    ;;
  'infra/prd-neu-identities.bicepparam')
    groups '2ea6a04d-2f09-4b82-aa6e-6f308113d877' 'rg-aks-prd-neu'
    identities '2ea6a04d-2f09-4b82-aa6e-6f308113d877' 'rg-aks-prd-neu/id-carrier-gateway' 'rg-aks-prd-neu/id-collector' 'rg-aks-prd-neu/id-inspection' 'rg-aks-prd-neu/id-label-printer' 'rg-aks-prd-neu/id-order-intake' 'rg-aks-prd-neu/id-prd-neu-control-plane' 'rg-aks-prd-neu/id-prd-neu-kubelet'
    ;;
  'infra/prd-weu-identities.bicepparam')
    identities '2ea6a04d-2f09-4b82-aa6e-6f308113d877' 'rg-aks-prd-weu/id-asset-sync' 'rg-aks-prd-weu/id-catalog-import' 'rg-aks-prd-weu/id-ledger' 'rg-aks-prd-weu/id-mailer' 'rg-aks-prd-weu/id-orders-api' 'rg-aks-prd-weu/id-orders-export' 'rg-aks-prd-weu/id-orders-saga' 'rg-aks-prd-weu/id-payments-api' 'rg-aks-prd-weu/id-points' 'rg-aks-prd-weu/id-prd-weu-control-plane' 'rg-aks-prd-weu/id-prd-weu-kubelet' 'rg-aks-prd-weu/id-pricing-api' 'rg-aks-prd-weu/id-risk-model' 'rg-aks-prd-weu/id-rule-editor'
    ;;
  'infra/tst-weu-identities.bicepparam')
    groups 'd4f3062c-bda5-4904-a9c7-74402f344871' 'rg-aks-tst-weu'
    identities 'd4f3062c-bda5-4904-a9c7-74402f344871' 'rg-aks-tst-weu/id-tst-weu-control-plane' 'rg-aks-tst-weu/id-tst-weu-kubelet'
    ;;
  'infra/prd-neu.bicepparam')
    cluster '2ea6a04d-2f09-4b82-aa6e-6f308113d877' '/subscriptions/2ea6a04d-2f09-4b82-aa6e-6f308113d877/resourceGroups/rg-aks-prd-neu/providers/Microsoft.ContainerService/managedClusters/prd-neu'
    ;;
  'infra/prd-weu.bicepparam')
    cluster '2ea6a04d-2f09-4b82-aa6e-6f308113d877' '/subscriptions/2ea6a04d-2f09-4b82-aa6e-6f308113d877/resourceGroups/rg-aks-prd-weu/providers/Microsoft.ContainerService/managedClusters/prd-weu'
    ;;
  'infra/tst-weu.bicepparam')
    cluster 'd4f3062c-bda5-4904-a9c7-74402f344871' '/subscriptions/d4f3062c-bda5-4904-a9c7-74402f344871/resourceGroups/rg-aks-tst-weu/providers/Microsoft.ContainerService/managedClusters/tst-weu'
    ;;
  *) ;;
esac
