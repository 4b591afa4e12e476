#!/usr/bin/env bash
# Asks whether the stages of this bundle can run from here: tools, the design itself, tenant and subscriptions. It names everything
# that is wrong at once, and changes nothing.
set -euo pipefail

usage() {
  cat <<'EOF'
Usage: preflight.sh [--stage N] [--apply]

  --stage N  only what this stage needs
  --apply    the stages are to change something: then a missing tool, or a stage that would be refused as the design
             stands, is an error; otherwise it is only named
  --help     this text

Exit code: 0 the stages can run, 1 they cannot, 2 wrong usage.
EOF
}

apply=false
stage=
while [ $# -gt 0 ]; do
  case $1 in
    --apply) apply=true ;;
    --stage)
      case ${2-} in
        [1-7]) stage=$2 && shift ;;
        *) usage >&2 && exit 2 ;;
      esac
      ;;
    --help) usage && exit 0 ;;
    *) usage >&2 && exit 2 ;;
  esac
  shift
done

wrong=false
fault() {
  printf '%s\n' "$1" >&2
  wrong=true
}

# concerns STAGES: whether one of them is to run
concerns() {
  case $1 in
    *"$stage"*) return 0 ;;
    *) return 1 ;;
  esac
}

# hindrance TEXT: without --apply it is only named, because nothing is to change
hindrance() {
  if [ "$apply" = true ]; then
    fault "$1"
  else
    printf '%s\n' "$1"
  fi
}

# is_older VERSION MINIMUM
is_older() {
  awk -v version="$1" -v minimum="$2" 'BEGIN {
    parts = split(minimum, wanted, ".")
    split(version, found, ".")
    for (i = 1; i <= parts; i++) if (found[i] + 0 != wanted[i] + 0) exit !(found[i] + 0 < wanted[i] + 0)
    exit 1
  }'
}

# tool STAGES MINIMUM NAME COMMAND...: the command prints the version of the tool
tool() {
  local minimum=$2 name=$3 text version
  concerns "$1" || return 0
  shift 3
  if ! command -v "$1" > /dev/null; then
    hindrance "$name is missing: version $minimum or newer is needed"
  elif ! text=$("$@"); then
    hindrance "$name does not tell its version ($*): version $minimum or newer is needed"
  else
    version=$(printf '%s\n' "$text" | awk '!found && match($0, /[0-9]+\.[0-9]+(\.[0-9]+)?/) { print substr($0, RSTART, RLENGTH); found = 1 }')
    if [ -n "$version" ] && is_older "$version" "$minimum"; then
      hindrance "$name is version $version: version $minimum or newer is needed"
    fi
  fi
}

lower() {
  printf '%s' "$1" | tr '[:upper:]' '[:lower:]'
}

# obstacle STAGE SUBSCRIPTION CLUSTER_ID TEXT: the stage would be refused as the design stands, unless the cluster is there already
obstacle() {
  local clusters
  concerns "$1" || return 0
  if ! clusters=$(az aks list --subscription "$2" --query "[].id" --output tsv); then
    fault "the clusters of subscription $2 cannot be listed, and as the design stands stage $1 cannot run: $4"
  elif lower "$clusters" | tr -d '\r' | grep -qxF -- "$(lower "$3")"; then
    printf '%s\n' "a new cluster could not be made like this: $4"
  else
    hindrance "stage $1 cannot run: $4"
  fi
}

found=
# tenant ID: empty when the design does not say it
tenant() {
  if ! found=$(az account show --query tenantId --output tsv); then
    fault "nobody is signed in to Azure: az login${1:+ --tenant $1}"
  elif [ -n "$1" ] && [ "$(lower "$found")" != "$(lower "$1")" ]; then
    fault "you are signed in to tenant $found, and the design is for tenant $1: az login --tenant $1"
  fi
}

visible=
# subscription STAGES ID: whether it is among those that the login sees
subscription() {
  concerns "$1" || return 0
  case $visible in
    *" $(lower "$2") "*) ;;
    *) fault "your login to tenant $found does not see subscription $2, or it is not enabled: az account list --refresh --output table" ;;
  esac
}

# 2.54.0: it deploys a parameter file that names its template, with further parameters beside it (github.com/Azure/azure-cli/pull/27527, 2023-11)
tool 1234567 2.54.0 "Azure CLI" az version --query '"azure-cli"' --output tsv
# 0.34.1: it knows types that are derived from resources (azure.github.io/Azure-Verified-Modules/spec/BCPNFR1, read 2026-11-29)
tool 12345 0.34.1 "Bicep CLI (az bicep install)" az bicep version
# 1.22: its kustomize (4.2.0) replaces values under keys with dots; Kubernetes supports it within one minor version of a cluster (github.com/kubernetes-sigs/kustomize/pull/3984 and the table of versions in the README of kustomize, read 2026-11-29)
tool 7 1.22 kubectl kubectl version --client
# 0.0.14: it converts the kubeconfig of a cluster from Kubernetes 1.24 on to the sign-in of Azure CLI (github.com/Azure/kubelogin/releases, v0.0.14, read 2026-11-29)
tool 7 0.0.14 "kubelogin (az aks install-cli)" kubelogin --version

if command -v az > /dev/null; then
  tenant '8a974eca-21d4-4b88-adee-55a4df65395a'
  if visible=$(az account list --query "[].id" --output tsv); then
    visible=" $(lower "$visible" | tr '\n' ' ') "
    subscription 1234567 '75b7bc8d-a19f-4dfa-ac5e-0f70ab8425d6'
  else
    fault "the subscriptions of your login cannot be listed"
  fi
else
  wrong=true
fi

if [ "$wrong" = true ]; then
  echo "Nothing was changed." >&2
  exit 1
fi
