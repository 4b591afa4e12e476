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
  'infra/shared-6a2cec1f-c944-47a4-a494-33cd74a93243.bicepparam')
    groups '6a2cec1f-c944-47a4-a494-33cd74a93243' 'rg-fleet-weu' 'rg-fleet-identities'
    identities '6a2cec1f-c944-47a4-a494-33cd74a93243' 'rg-fleet-identities/id-accounts' 'rg-fleet-identities/id-dispatch' 'rg-fleet-identities/id-dispatch-routing' 'rg-fleet-identities/id-vision' 'rg-fleet-identities/id-vision-training'
    ;;
  'infra/shared-8d683a86-bc64-4eaa-a4c3-bc11d1965df6.bicepparam')
    groups '8d683a86-bc64-4eaa-a4c3-bc11d1965df6' 'rg-fleet-neu' 'rg-fleet-identities'
    identities '8d683a86-bc64-4eaa-a4c3-bc11d1965df6' 'rg-fleet-identities/id-telemetry-archive' 'rg-fleet-identities/id-telemetry-ingest'
    ;;
  'infra/blue-neu-identities.bicepparam')
    identities '8d683a86-bc64-4eaa-a4c3-bc11d1965df6' 'rg-fleet-neu/id-blue-neu-control-plane' 'rg-fleet-neu/id-blue-neu-kubelet'
    ;;
  'infra/blue-weu-identities.bicepparam')
    identities '6a2cec1f-c944-47a4-a494-33cd74a93243' 'rg-fleet-weu/id-blue-weu-control-plane' 'rg-fleet-weu/id-blue-weu-kubelet'
    ;;
  'infra/green-neu-identities.bicepparam')
    identities '8d683a86-bc64-4eaa-a4c3-bc11d1965df6' 'rg-fleet-neu/id-green-neu-control-plane' 'rg-fleet-neu/id-green-neu-kubelet'
    ;;
  'infra/green-weu-identities.bicepparam')
    identities '6a2cec1f-c944-47a4-a494-33cd74a93243' 'rg-fleet-weu/id-green-weu-control-plane' 'rg-fleet-weu/id-green-weu-kubelet'
    ;;
  'infra/blue-neu.bicepparam')
    cluster '8d683a86-bc64-4eaa-a4c3-bc11d1965df6' '/subscriptions/8d683a86-bc64-4eaa-a4c3-bc11d1965df6/resourceGroups/rg-fleet-neu/providers/Microsoft.ContainerService/managedClusters/blue-neu'
    ;;
  'infra/blue-weu.bicepparam')
    cluster '6a2cec1f-c944-47a4-a494-33cd74a93243' '/subscriptions/6a2cec1f-c944-47a4-a494-33cd74a93243/resourceGroups/rg-fleet-weu/providers/Microsoft.ContainerService/managedClusters/blue-weu'
    ;;
  'infra/green-neu.bicepparam')
    cluster '8d683a86-bc64-4eaa-a4c3-bc11d1965df6' '/subscriptions/8d683a86-bc64-4eaa-a4c3-bc11d1965df6/resourceGroups/rg-fleet-neu/providers/Microsoft.ContainerService/managedClusters/green-neu'
    ;;
  'infra/green-weu.bicepparam')
    cluster '6a2cec1f-c944-47a4-a494-33cd74a93243' '/subscriptions/6a2cec1f-c944-47a4-a494-33cd74a93243/resourceGroups/rg-fleet-weu/providers/Microsoft.ContainerService/managedClusters/green-weu'
    ;;
  *) ;;
esac
