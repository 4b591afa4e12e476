#!/usr/bin/env bash
# Runs the stages of this bundle in order. Without --apply it only shows what they would change.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

usage() {
  cat <<'EOF'
Usage: deploy.sh [--stage N] [--apply] [--consent ID]...

Without --apply every stage only shows what it would change. Everything can be run twice.

  1  resource groups and managed identities         needs Contributor
  2  custom roles, rights of the cluster identities needs User Access Administrator, and to deploy templates
  3  clusters, federation, audit logs               needs Contributor
  4  rights of people, pipelines and workloads      needs User Access Administrator, and to deploy templates
  5  Azure Policy                                   needs Resource Policy Contributor
  6  eligible rights (PIM)                          needs User Access Administrator
  7  Kubernetes                                     needs cluster-admin in each cluster

A cluster that is there is changed by its update script, one wave after another. A change that reimages nodes, interrupts
what runs, can lock somebody out or cannot be undone needs consent; when one is missing, nothing at all is changed.

A right takes minutes to have effect. A stage that comes too early says what is forbidden; run it again.

  --stage N     only this stage
  --apply       change it
  --consent ID  agree to a change of a cluster, by the id that is shown; may be repeated
  --help        this text

Exit code: 0 done, 2 wrong usage, 5 consent is missing and nothing was changed, anything else a failure.
EOF
}

apply=false
only=
consents=()
while [ $# -gt 0 ]; do
  case $1 in
    --apply) apply=true ;;
    --consent)
      case ${2-} in
        '' | -*) usage >&2 && exit 2 ;;
        *) consents+=(--consent "$2") && shift ;;
      esac
      ;;
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
  local name changes target words word
  # Azure ties the name of a deployment to the location of its first run.
  name=aks-iam-$3-$(basename "$4" .bicepparam)
  target=(--subscription "$2")
  if [ "$1" = mg ]; then
    target=(--management-group-id "$2")
  fi
  target+=(--location "$3" --name "${name:0:64}" --parameters "$4")
  echo "-- $4"
  if ! words=$(bash infra/there.sh "$4"); then
    if [ "$apply" = true ]; then
      return 1
    fi
    echo "cannot be shown: it is not known what is there"
    return 0
  fi
  while IFS= read -r word; do
    if [ -n "$word" ]; then
      target+=(--parameters "$word")
    fi
  done <<< "$words"
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

# manifests NAME FOLDER SUBSCRIPTION GROUP: shows what differs in a cluster, and applies it
manifests() {
  local config status=0
  echo "-- $2"
  config=$(mktemp)
  if ! az aks get-credentials --subscription "$3" --resource-group "$4" --name "$1" --file "$config" --overwrite-existing --output none; then
    rm -f "$config"
    if [ "$apply" = true ]; then
      return 1
    fi
    echo "cannot be shown yet: the cluster is not there, or a right is missing"
    return 0
  fi
  if command -v kubelogin > /dev/null; then
    KUBECONFIG=$config kubelogin convert-kubeconfig -l azurecli
  fi
  KUBECONFIG=$config kubectl diff -k "$2" || status=$?
  if [ "$status" -eq 0 ]; then
    echo "nothing to change"
  elif [ "$apply" = true ]; then
    KUBECONFIG=$config kubectl apply -k "$2"
  elif [ "$status" -gt 1 ]; then
    echo "cannot be shown in full: the API server is not reached, or a namespace is not there yet"
  fi
  rm -f "$config"
}

# run SCRIPT: it shows or changes things, as this one does
run() {
  if [ "$apply" = true ]; then
    bash "$1" --apply
  else
    bash "$1"
  fi
}

# update PART SCRIPT: changes a cluster that is there, as far as somebody agreed to it
update() {
  local options=()
  if [ -n "$1" ]; then
    options+=(--part "$1")
  fi
  if [ "$apply" = true ]; then
    options+=(--apply)
  fi
  echo "-- $2"
  bash "$2" ${options[@]+"${options[@]}"} ${consents[@]+"${consents[@]}"}
}

# consent SCRIPT: prints the consents that are missing for a cluster
consent() {
  local status=0 text
  text=$(bash "$1" --plan ${consents[@]+"${consents[@]}"}) || status=$?
  case $status in
    0) ;;
    5) grep '^consent needed: ' <<< "$text" ;;
    *) exit 1 ;;
  esac
}

# What the manifests need from Azure.
outputs() {
  output 'kubernetes/clusters/cde-tst-weu/azure-outputs.env' ID_KEY_ROTATOR_CLIENT_ID identity '3509d9ff-c044-420c-afbb-11b254b2b8b7' 'rg-aks-cde-weu' 'id-key-rotator' clientId
  output 'kubernetes/clusters/cde-weu/azure-outputs.env' ID_AUTHORIZER_CLIENT_ID identity '3509d9ff-c044-420c-afbb-11b254b2b8b7' 'rg-aks-cde-weu' 'id-authorizer' clientId
  output 'kubernetes/clusters/cde-weu/azure-outputs.env' ID_DETOKENIZER_CLIENT_ID identity '3509d9ff-c044-420c-afbb-11b254b2b8b7' 'rg-aks-cde-weu' 'id-detokenizer' clientId
  output 'kubernetes/clusters/cde-weu/azure-outputs.env' ID_JOURNAL_CLIENT_ID identity '3509d9ff-c044-420c-afbb-11b254b2b8b7' 'rg-aks-cde-weu' 'id-journal' clientId
  output 'kubernetes/clusters/cde-weu/azure-outputs.env' ID_KEY_ROTATOR_CLIENT_ID identity '3509d9ff-c044-420c-afbb-11b254b2b8b7' 'rg-aks-cde-weu' 'id-key-rotator' clientId
  output 'kubernetes/clusters/cde-weu/azure-outputs.env' ID_SCHEME_FILES_CLIENT_ID identity '3509d9ff-c044-420c-afbb-11b254b2b8b7' 'rg-aks-cde-weu' 'id-scheme-files' clientId
  output 'kubernetes/clusters/cde-weu/azure-outputs.env' ID_TOKENIZER_CLIENT_ID identity '3509d9ff-c044-420c-afbb-11b254b2b8b7' 'rg-aks-cde-weu' 'id-tokenizer' clientId
  output 'kubernetes/clusters/corp-weu/azure-outputs.env' ID_PORTAL_WEB_CLIENT_ID identity 'd4306f7e-c7e1-4df3-a201-eb30459f89be' 'rg-aks-corp-weu' 'id-portal-web' clientId
  output 'kubernetes/clusters/corp-weu/azure-outputs.env' ID_REPORT_RUNNER_CLIENT_ID identity 'd4306f7e-c7e1-4df3-a201-eb30459f89be' 'rg-aks-corp-weu' 'id-report-runner' clientId
}

if [ "$apply" = true ] && { [ -z "$only" ] || [ "$only" = 3 ]; }; then
  missing=
  text=$(consent 'infra/update-cde-tst-weu.sh')
  missing+=${text:+$text$'\n'}
  text=$(consent 'infra/update-cde-weu.sh')
  missing+=${text:+$text$'\n'}
  text=$(consent 'infra/update-corp-weu.sh')
  missing+=${text:+$text$'\n'}
  if [ -n "$missing" ]; then
    printf '%s' "$missing"
    echo "nothing was changed; --consent ID agrees"
    exit 5
  fi
fi

if stage 1 "resource groups and managed identities"; then
  deploy sub '3509d9ff-c044-420c-afbb-11b254b2b8b7' 'westeurope' 'infra/shared.bicepparam'
  deploy sub '3509d9ff-c044-420c-afbb-11b254b2b8b7' 'westeurope' 'infra/cde-tst-weu-identities.bicepparam'
  deploy sub '3509d9ff-c044-420c-afbb-11b254b2b8b7' 'westeurope' 'infra/cde-weu-identities.bicepparam'
  deploy sub 'd4306f7e-c7e1-4df3-a201-eb30459f89be' 'westeurope' 'infra/corp-weu-identities.bicepparam'
  outputs
fi

if stage 2 "custom roles, rights of the cluster identities"; then
  deploy sub '3509d9ff-c044-420c-afbb-11b254b2b8b7' 'westeurope' 'roles/definitions.bicepparam'
  deploy sub '3509d9ff-c044-420c-afbb-11b254b2b8b7' 'westeurope' 'roles/cluster-identities-3509d9ff-c044-420c-afbb-11b254b2b8b7.bicepparam'
  deploy sub 'd4306f7e-c7e1-4df3-a201-eb30459f89be' 'westeurope' 'roles/cluster-identities-d4306f7e-c7e1-4df3-a201-eb30459f89be.bicepparam'
  :
fi

if stage 3 "clusters, federation, audit logs"; then
  update 1 'infra/update-cde-tst-weu.sh'
  update 1 'infra/update-cde-weu.sh'
  update 1 'infra/update-corp-weu.sh'
  deploy sub '3509d9ff-c044-420c-afbb-11b254b2b8b7' 'westeurope' 'infra/cde-tst-weu.bicepparam'
  deploy sub '3509d9ff-c044-420c-afbb-11b254b2b8b7' 'westeurope' 'infra/cde-weu.bicepparam'
  deploy sub 'd4306f7e-c7e1-4df3-a201-eb30459f89be' 'westeurope' 'infra/corp-weu.bicepparam'
  if [ -n "$only" ]; then
    update 2 'infra/update-cde-tst-weu.sh'
    update 2 'infra/update-cde-weu.sh'
    update 2 'infra/update-corp-weu.sh'
  fi
  outputs
fi

if stage 4 "rights of people, pipelines and workloads"; then
  deploy sub '3509d9ff-c044-420c-afbb-11b254b2b8b7' 'westeurope' 'roles/assignments-3509d9ff-c044-420c-afbb-11b254b2b8b7-001.bicepparam'
  deploy sub 'd4306f7e-c7e1-4df3-a201-eb30459f89be' 'westeurope' 'roles/assignments-d4306f7e-c7e1-4df3-a201-eb30459f89be-001.bicepparam'
  :
fi

if stage 5 "Azure Policy"; then
  deploy sub '3509d9ff-c044-420c-afbb-11b254b2b8b7' 'westeurope' 'policy/assignments-3509d9ff-c044-420c-afbb-11b254b2b8b7.bicepparam'
  deploy sub 'd4306f7e-c7e1-4df3-a201-eb30459f89be' 'westeurope' 'policy/assignments-d4306f7e-c7e1-4df3-a201-eb30459f89be.bicepparam'
  :
fi

if stage 6 "eligible rights (PIM)"; then
  run pim/apply.sh
  :
fi

if stage 7 "Kubernetes"; then
  outputs
  manifests 'cde-tst-weu' 'kubernetes/clusters/cde-tst-weu' '3509d9ff-c044-420c-afbb-11b254b2b8b7' 'rg-aks-cde-tst-weu'
  manifests 'cde-weu' 'kubernetes/clusters/cde-weu' '3509d9ff-c044-420c-afbb-11b254b2b8b7' 'rg-aks-cde-weu'
  manifests 'corp-weu' 'kubernetes/clusters/corp-weu' 'd4306f7e-c7e1-4df3-a201-eb30459f89be' 'rg-aks-corp-weu'
fi

if [ -z "$only" ]; then
  echo "== Stage 3, second part: sign-in, the authorizer, then local accounts"
  update 2 'infra/update-cde-tst-weu.sh'
  update 2 'infra/update-cde-weu.sh'
  update 2 'infra/update-corp-weu.sh'
fi

if [ "$apply" = false ]; then
  echo "Nothing was changed; --apply does it."
fi
