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
    groups '3509d9ff-c044-420c-afbb-11b254b2b8b7' 'rg-aks-cde-weu'
    identities '3509d9ff-c044-420c-afbb-11b254b2b8b7' 'rg-aks-cde-weu/id-key-rotator'
    ;;
  'infra/cde-tst-weu-identities.bicepparam')
    groups '3509d9ff-c044-420c-afbb-11b254b2b8b7' 'rg-aks-cde-tst-weu'
    identities '3509d9ff-c044-420c-afbb-11b254b2b8b7' 'rg-aks-cde-tst-weu/id-cde-tst-weu-control-plane' 'rg-aks-cde-tst-weu/id-cde-tst-weu-kubelet'
    ;;
  'infra/cde-weu-identities.bicepparam')
    identities '3509d9ff-c044-420c-afbb-11b254b2b8b7' 'rg-aks-cde-weu/id-authorizer' 'rg-aks-cde-weu/id-cde-weu-control-plane' 'rg-aks-cde-weu/id-cde-weu-kubelet' 'rg-aks-cde-weu/id-detokenizer' 'rg-aks-cde-weu/id-journal' 'rg-aks-cde-weu/id-scheme-files' 'rg-aks-cde-weu/id-tokenizer'
    ;;
  'infra/corp-weu-identities.bicepparam')
    groups 'd4306f7e-c7e1-4df3-a201-eb30459f89be' 'rg-aks-corp-weu'
    identities 'd4306f7e-c7e1-4df3-a201-eb30459f89be' 'rg-aks-corp-weu/id-corp-weu-control-plane' 'rg-aks-corp-weu/id-corp-weu-kubelet' 'rg-aks-corp-weu/id-portal-web' 'rg-aks-corp-weu/id-report-runner'
    ;;
  'infra/cde-tst-weu.bicepparam')
    cluster '3509d9ff-c044-420c-afbb-11b254b2b8b7' '/subscriptions/3509d9ff-c044-420c-afbb-11b254b2b8b7/resourceGroups/rg-aks-cde-tst-weu/providers/Microsoft.ContainerService/managedClusters/cde-tst-weu'
    ;;
  'infra/cde-weu.bicepparam')
    cluster '3509d9ff-c044-420c-afbb-11b254b2b8b7' '/subscriptions/3509d9ff-c044-420c-afbb-11b254b2b8b7/resourceGroups/rg-aks-cde-weu/providers/Microsoft.ContainerService/managedClusters/cde-weu'
    ;;
  'infra/corp-weu.bicepparam')
    cluster 'd4306f7e-c7e1-4df3-a201-eb30459f89be' '/subscriptions/d4306f7e-c7e1-4df3-a201-eb30459f89be/resourceGroups/rg-aks-corp-weu/providers/Microsoft.ContainerService/managedClusters/corp-weu'
    ;;
  *) ;;
esac
