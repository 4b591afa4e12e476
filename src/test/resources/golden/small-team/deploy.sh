#!/usr/bin/env bash
# Runs the stages of this bundle in order. Without --apply it only shows what they would change.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

usage() {
  cat <<'EOF'
Usage: deploy.sh [--stage N] [--apply]

Without --apply every stage only shows what it would change. Everything can be run twice.

  1  resource groups and managed identities         needs Contributor
  2  custom roles, rights of the cluster identities needs User Access Administrator, and to deploy templates
  3  clusters, federation, audit logs               needs Contributor
  4  rights of people, pipelines and workloads      needs User Access Administrator, and to deploy templates
  5  Azure Policy                                   needs Resource Policy Contributor
  6  eligible rights (PIM)                          needs User Access Administrator
  7  Kubernetes                                     needs cluster-admin in each cluster

A right takes minutes to have effect. A stage that comes too early says what is forbidden; run it again.

  --stage N  only this stage
  --apply    change it
  --help     this text
EOF
}

apply=false
only=
while [ $# -gt 0 ]; do
  case $1 in
    --apply) apply=true ;;
    --stage)
      case ${2-} in
        [1-7]) only=$2 && shift ;;
        *) usage >&2 && exit 2 ;;
      esac
      ;;
    --help) usage && exit 0 ;;
    *) usage >&2 && exit 2 ;;
  esac
  shift
done

# stage N TITLE: whether it is its turn
stage() {
  if [ -n "$only" ] && [ "$only" != "$1" ]; then
    return 1
  fi
  echo "== Stage $1: $2"
}

# deploy LEVEL ID LOCATION FILE: shows what a deployment would change, and deploys it when that is something
deploy() {
  local name changes target
  # Azure ties the name of a deployment to the location of its first run.
  name=aks-iam-$3-$(basename "$4" .bicepparam)
  target=(--subscription "$2")
  if [ "$1" = mg ]; then
    target=(--management-group-id "$2")
  fi
  target+=(--location "$3" --name "${name:0:64}" --parameters "$4")
  echo "-- $4"
  if ! changes=$(az deployment "$1" what-if "${target[@]}" --no-pretty-print --query "changes[?changeType!='NoChange' && changeType!='Ignore'].[changeType, resourceId]" --output tsv); then
    if [ "$apply" = true ]; then
      return 1
    fi
    echo "cannot be shown yet: an earlier stage has not run, or a right is missing"
    return 0
  fi
  if [ -z "$changes" ]; then
    echo "nothing to change"
    return 0
  fi
  echo "$changes"
  if [ "$apply" = true ]; then
    az deployment "$1" create "${target[@]}" --output none
  fi
}

# output FILE KEY COMMAND SUBSCRIPTION GROUP NAME QUERY: keeps an id that Azure gave where the manifests read it
output() {
  local value line lines
  if [ ! -f "$1" ] || ! value=$(az "$3" show --subscription "$4" --resource-group "$5" --name "$6" --query "$7" --output tsv 2> /dev/null) || [ -z "$value" ]; then
    echo "not known yet: $2"
    return 0
  fi
  if grep -qxF "$2=$value" "$1"; then
    return 0
  fi
  echo "$1: $2=$value"
  if [ "$apply" = true ]; then
    lines=$(cat "$1")
    while IFS= read -r line; do
      case $line in
        "$2="*) printf '%s=%s\n' "$2" "$value" ;;
        *) printf '%s\n' "$line" ;;
      esac
    done <<< "$lines" > "$1"
  fi
}

# run SCRIPT ARGUMENT...: it shows or changes things, as this one does
run() {
  if [ "$apply" = true ]; then
    bash "$1" --apply "${@:2}"
  else
    bash "$@"
  fi
}

# What the manifests need from Azure.
outputs() {
  output 'kubernetes/clusters/aks-tailwind/azure-outputs.env' ID_TAILWIND_CART_CLIENT_ID identity '75b7bc8d-a19f-4dfa-ac5e-0f70ab8425d6' 'rg-tailwind-aks' 'id-tailwind-cart' clientId
  output 'kubernetes/clusters/aks-tailwind/azure-outputs.env' ID_TAILWIND_WEB_CLIENT_ID identity '75b7bc8d-a19f-4dfa-ac5e-0f70ab8425d6' 'rg-tailwind-aks' 'id-tailwind-web' clientId
}

if stage 1 "resource groups and managed identities"; then
  deploy sub '75b7bc8d-a19f-4dfa-ac5e-0f70ab8425d6' 'westeurope' 'infra/aks-tailwind-identities.bicepparam'
  outputs
fi

if stage 2 "custom roles, rights of the cluster identities"; then
  deploy sub '75b7bc8d-a19f-4dfa-ac5e-0f70ab8425d6' 'westeurope' 'roles/definitions.bicepparam'
  deploy sub '75b7bc8d-a19f-4dfa-ac5e-0f70ab8425d6' 'westeurope' 'roles/cluster-identities.bicepparam'
  :
fi

if stage 3 "clusters, federation, audit logs"; then
  deploy sub '75b7bc8d-a19f-4dfa-ac5e-0f70ab8425d6' 'westeurope' 'infra/aks-tailwind.bicepparam'
  outputs
fi

if stage 4 "rights of people, pipelines and workloads"; then
  deploy sub '75b7bc8d-a19f-4dfa-ac5e-0f70ab8425d6' 'westeurope' 'roles/assignments-001.bicepparam'
  :
fi

if stage 5 "Azure Policy"; then
  deploy sub '75b7bc8d-a19f-4dfa-ac5e-0f70ab8425d6' 'westeurope' 'policy/assignments.bicepparam'
  :
fi

if stage 6 "eligible rights (PIM)"; then
  run pim/apply.sh
  :
fi

if stage 7 "Kubernetes"; then
  outputs
  run kubernetes/apply.sh 'aks-tailwind'
fi

if [ "$apply" = false ]; then
  echo "Nothing was changed; --apply does it."
fi
