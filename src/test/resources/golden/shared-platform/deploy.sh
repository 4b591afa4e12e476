#!/usr/bin/env bash
# Runs the stages of this bundle in order. Without --apply it only shows what they would change.
set -euo pipefail
# Where CDPATH is set, cd could go to the folder of another bundle.
unset CDPATH
cd -- "$(dirname "${BASH_SOURCE[0]}")" > /dev/null

usage() {
  cat <<'EOF'
Usage: deploy.sh [--stage N] [--apply] [--remove] [--consent ID]...

Without --apply every stage only shows what it would change. Everything can be run twice.

  1  resource groups and managed identities         needs Contributor
  2  custom roles, rights of the cluster identities needs User Access Administrator, and to deploy templates
  3  clusters, federation, audit logs               needs Contributor
  4  rights of people, pipelines and workloads      needs User Access Administrator, and to deploy templates
  5  Azure Policy                                   needs Resource Policy Contributor
  6  eligible rights (PIM)                          needs User Access Administrator
  7  Kubernetes                                     needs cluster-admin in each cluster

A cluster that is there is changed by its update script, one wave after another. A change that reimages nodes, interrupts
what runs, can lock somebody out or cannot be undone needs consent; so does what stage 7 would do to pods that run. Both are
asked, and what would stop stage 7 is said, before stage 1.

After stage 7 come the settings of clusters that can lock somebody out (the second part of stage 3), then what the design
no longer gives. A right takes minutes to have effect. A stage that comes too early says what is forbidden; run it again.

Who holds the rights of one stage also takes away what that stage gave, and goes backwards then: 7 first, 2 last, because a
custom role stays for as long as it is assigned.

  --stage N     only this stage, and of what the design no longer gives only what this stage gave
  --apply       change it
  --remove      with --apply: also take away what the design no longer gives
  --consent ID  agree to a change that is printed as "consent needed: ID: ..."; can be given several times
  --help        this text

Exit code: 0 done, 2 wrong usage, 4 done but for removals that wait for --remove, 5 a consent is missing and nothing was
changed, anything else a failure. All clusters are asked for what stops a stage, and for consents, before anything changes.
EOF
}

apply=false
remove=false
only=
consents=()
while [ $# -gt 0 ]; do
  case $1 in
    --apply) apply=true ;;
    --remove) remove=true ;;
    --stage)
      case ${2-} in
        [1-7]) only=$2 && shift ;;
        *) usage >&2 && exit 2 ;;
      esac
      ;;
    --consent)
      case ${2-} in
        "" | -*) usage >&2 && exit 2 ;;
        *) consents+=(--consent "$2") && shift ;;
      esac
      ;;
    --help) usage && exit 0 ;;
    *) usage >&2 && exit 2 ;;
  esac
  shift
done

# is_due N: whether a stage is to run
is_due() {
  [ -z "$only" ] || [ "$only" = "$1" ]
}

# stage N TITLE: whether it is its turn, with a heading
stage() {
  is_due "$1" || return 1
  echo "== Stage $1: $2"
}

# run SCRIPT OPTION...: it shows or changes things, as this one does
run() {
  if [ "$apply" = true ]; then
    set -- "$@" --apply
  fi
  bash "$@"
}

# ask SCRIPT OPTION...: its plan, with the consents that are missing; it changes nothing. What one script says keeps none from being asked.
ask() {
  local status=0
  bash "$@" --plan ${consents[@]+"${consents[@]}"} || status=$?
  case $status in
    0) ;;
    5) consent=missing ;;
    *) stopped=true ;;
  esac
}

work=
copies=()
trap 'rm -rf "$work" ${copies[@]+"${copies[@]}"}' EXIT

# The parameter files of the design, one a line.
files=$'infra/shared.bicepparam\ninfra/prd-neu-identities.bicepparam\ninfra/prd-weu-identities.bicepparam\ninfra/tst-weu-identities.bicepparam\ninfra/prd-neu.bicepparam\ninfra/prd-weu.bicepparam\ninfra/tst-weu.bicepparam\nroles/definitions.bicepparam\nroles/cluster-identities-prod.bicepparam\nroles/cluster-identities-test.bicepparam\nroles/assignments-prod-001.bicepparam\nroles/assignments-test-001.bicepparam\npolicy/assignments-prod.bicepparam\npolicy/assignments-test.bicepparam'

# remove_copies: those that a run that was killed left beside the parameter files. A file of the design is none, whatever it is called.
remove_copies() {
  local file copy
  while IFS= read -r file; do
    for copy in "${file%.bicepparam}"-*.bicepparam; do
      if [[ ${copy#"${file%.bicepparam}"} =~ ^-[0-9]+-[0-9]+\.bicepparam$ ]] && ! grep -qxF -- "$copy" <<< "$files"; then
        rm -f "$copy" 2> /dev/null || true
      fi
    done
  done <<< "$files"
}
remove_copies

# there FILE: parameters for what is there already and has to stay as it is, one a line
there() {
  case $1 in
    roles/*definitions*) bash roles/kept-scopes.sh "$1" ;;
    infra/*) bash infra/there.sh "$1" ;;
  esac
}

# forecast LEVEL OPTION...: what Azure says that a deployment would change. It leaves things out, so it decides nothing.
forecast() {
  local level=$1 changes
  shift
  if ! changes=$(az deployment "$level" what-if "$@" --no-pretty-print --query "$forecast_query" --output tsv | cut -c 1-400); then
    echo "what-if cannot tell what would change, for the reason above"
  elif [ -z "$changes" ]; then
    echo "what-if shows no change"
  else
    printf '%s\n' "$changes"
  fi
}
# One line for each change of a resource, one for each of its properties, one for each diagnostic.
forecast_query="[
  changes[?changeType!='NoChange' && changeType!='Ignore'].[
    join(' ', [changeType, resourceId]),
    delta[?propertyChangeType!='NoEffect'].join('', ['  ', path, ': ', to_string(not_null(before, children[].before)), ' -> ', to_string(not_null(after, children[].after))])
  ][][],
  diagnostics[].join(' ', [to_string(level), to_string(code), to_string(message)])
][]"

# deploy LEVEL ID LOCATION FILE: shows what a deployment would change, and deploys it
deploy() {
  local name target
  # Azure ties the name of a deployment to the location of its first run.
  name=aks-iam-$3-$(basename "$4" .bicepparam)
  target=(--subscription "$2")
  if [ "$1" = mg ]; then
    target=(--management-group-id "$2")
  fi
  target+=(--location "$3" --name "${name:0:64}" --parameters)
  # A copy, because a tool that keeps compiled parameter files by their text would not see that the adopted names changed. It has to
  # stand in the same folder, since its paths are relative; where nothing can be written there, the file itself is taken.
  local copy file=$4
  if grep -q assigned-names.json "$4"; then
    copy=${4%.bicepparam}-$(cksum < roles/assigned-names.json | tr ' ' -).bicepparam
    copies+=("$copy")
    if cp "$4" "$copy" 2> /dev/null; then
      file=$copy
    fi
  fi
  target+=("$file")
  echo "-- $4"
  local parameter parameters
  if ! parameters=$(there "$4"); then
    echo "what is there already cannot be read, for the reason above"
    if [ "$apply" = true ]; then
      return 1
    fi
  fi
  while IFS= read -r parameter; do
    if [ -n "$parameter" ]; then
      target+=(--parameters "$parameter")
    fi
  done <<< "$parameters"
  forecast "$1" "${target[@]}"
  if [ "$apply" = true ]; then
    az deployment "$1" create "${target[@]}" --output none
  fi
}

work=$(mktemp -d)

# is_id TEXT: whether it is exactly one GUID, and not the zeros that stand for one that is not known
is_id() {
  [[ $1 =~ ^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$ && $1 != 00000000-0000-0000-0000-000000000000 ]]
}

# kept FILE KEY: the value that stands there
kept() {
  if [ -f "$1" ]; then
    awk -v key="$2" '{ sub(/\r$/, "") } index($0, key "=") == 1 { value = substr($0, length(key) + 2) } END { print value }' "$1"
  fi
}

# output FILE KEY COMMAND SUBSCRIPTION GROUP NAME QUERY: keeps an id that Azure gave where the manifests read it
output() {
  local value before status=0
  before=$(kept "$1" "$2")
  if [ "$outputs" = unknown ] && is_id "$before"; then
    return 0
  fi
  value=$(az "$3" show --subscription "$4" --resource-group "$5" --name "$6" --query "$7" --output tsv 2> "$work/error") || status=$?
  value=${value%$'\r'}
  # az show ends with 3 when there is no such thing.
  if [ "$status" -eq 3 ] || { [ "$status" -eq 0 ] && [ -z "$value" ]; }; then
    echo "not known yet: $2"
  elif [ "$status" -ne 0 ]; then
    cat "$work/error" >&2
    if [ "$apply" = true ]; then
      return 1
    fi
    echo "cannot be read: $2"
  elif ! is_id "$value"; then
    printf 'az does not answer with one id for %s of %s:\n%s\n' "$2" "$6" "$value" >&2
    if [ "$apply" = true ]; then
      return 1
    fi
  elif [ "$value" != "$before" ]; then
    echo "$1: $2=$value"
    if [ "$apply" = true ]; then
      write_output "$1" "$2" "$value"
    fi
  fi
}

# write_output FILE KEY VALUE: in the line of the key, or in a new one
write_output() {
  touch "$1"
  awk -v key="$2" -v value="$3" '
    { sub(/\r$/, "") }
    index($0, key "=") == 1 { $0 = key "=" value; found = 1 }
    { print }
    END { if (!found) print key "=" value }' "$1" > "$work/outputs"
  cp "$work/outputs" "$1"
  if [ "$(kept "$1" "$2")" != "$3" ]; then
    echo "$1 does not hold $2, although it was written" >&2
    return 1
  fi
}

# removals: what the design no longer gives
removals() {
  local status=0
  if [ "$remove" = true ]; then
    run remove.sh ${only:+--stage "$only"} ${consents[@]+"${consents[@]}"} || status=$?
  else
    bash remove.sh ${only:+--stage "$only"} || status=$?
  fi
  case $status in
    0) ;;
    4) waiting=true ;;
    *) if [ "$apply" = true ]; then exit "$status"; fi ;;
  esac
}

# read_outputs all|unknown: what the manifests need from Azure
read_outputs() {
  outputs=$1
  output 'kubernetes/clusters/prd-neu/azure-outputs.env' ID_CARRIER_GATEWAY_CLIENT_ID identity '2ea6a04d-2f09-4b82-aa6e-6f308113d877' 'rg-aks-prd-neu' 'id-carrier-gateway' clientId
  output 'kubernetes/clusters/prd-neu/azure-outputs.env' ID_CATALOG_API_CLIENT_ID identity '2ea6a04d-2f09-4b82-aa6e-6f308113d877' 'rg-aks-prd-weu' 'id-catalog-api' clientId
  output 'kubernetes/clusters/prd-neu/azure-outputs.env' ID_CHECKOUT_CLIENT_ID identity '2ea6a04d-2f09-4b82-aa6e-6f308113d877' 'rg-aks-prd-weu' 'id-checkout' clientId
  output 'kubernetes/clusters/prd-neu/azure-outputs.env' ID_COLLECTOR_CLIENT_ID identity '2ea6a04d-2f09-4b82-aa6e-6f308113d877' 'rg-aks-prd-neu' 'id-collector' clientId
  output 'kubernetes/clusters/prd-neu/azure-outputs.env' ID_CONSENT_CLIENT_ID identity '2ea6a04d-2f09-4b82-aa6e-6f308113d877' 'rg-aks-prd-weu' 'id-consent' clientId
  output 'kubernetes/clusters/prd-neu/azure-outputs.env' ID_EDGE_ROUTER_CLIENT_ID identity '2ea6a04d-2f09-4b82-aa6e-6f308113d877' 'rg-aks-prd-weu' 'id-edge-router' clientId
  output 'kubernetes/clusters/prd-neu/azure-outputs.env' ID_INDEXER_CLIENT_ID identity '2ea6a04d-2f09-4b82-aa6e-6f308113d877' 'rg-aks-prd-weu' 'id-indexer' clientId
  output 'kubernetes/clusters/prd-neu/azure-outputs.env' ID_INSPECTION_CLIENT_ID identity '2ea6a04d-2f09-4b82-aa6e-6f308113d877' 'rg-aks-prd-neu' 'id-inspection' clientId
  output 'kubernetes/clusters/prd-neu/azure-outputs.env' ID_LABEL_PRINTER_CLIENT_ID identity '2ea6a04d-2f09-4b82-aa6e-6f308113d877' 'rg-aks-prd-neu' 'id-label-printer' clientId
  output 'kubernetes/clusters/prd-neu/azure-outputs.env' ID_ORDER_INTAKE_CLIENT_ID identity '2ea6a04d-2f09-4b82-aa6e-6f308113d877' 'rg-aks-prd-neu' 'id-order-intake' clientId
  output 'kubernetes/clusters/prd-neu/azure-outputs.env' ID_PROFILE_API_CLIENT_ID identity '2ea6a04d-2f09-4b82-aa6e-6f308113d877' 'rg-aks-prd-weu' 'id-profile-api' clientId
  output 'kubernetes/clusters/prd-neu/azure-outputs.env' ID_SEARCH_GATEWAY_CLIENT_ID identity '2ea6a04d-2f09-4b82-aa6e-6f308113d877' 'rg-aks-prd-weu' 'id-search-gateway' clientId
  output 'kubernetes/clusters/prd-weu/azure-outputs.env' ID_ASSET_SYNC_CLIENT_ID identity '2ea6a04d-2f09-4b82-aa6e-6f308113d877' 'rg-aks-prd-weu' 'id-asset-sync' clientId
  output 'kubernetes/clusters/prd-weu/azure-outputs.env' ID_CATALOG_API_CLIENT_ID identity '2ea6a04d-2f09-4b82-aa6e-6f308113d877' 'rg-aks-prd-weu' 'id-catalog-api' clientId
  output 'kubernetes/clusters/prd-weu/azure-outputs.env' ID_CATALOG_IMPORT_CLIENT_ID identity '2ea6a04d-2f09-4b82-aa6e-6f308113d877' 'rg-aks-prd-weu' 'id-catalog-import' clientId
  output 'kubernetes/clusters/prd-weu/azure-outputs.env' ID_CHECKOUT_CLIENT_ID identity '2ea6a04d-2f09-4b82-aa6e-6f308113d877' 'rg-aks-prd-weu' 'id-checkout' clientId
  output 'kubernetes/clusters/prd-weu/azure-outputs.env' ID_CONSENT_CLIENT_ID identity '2ea6a04d-2f09-4b82-aa6e-6f308113d877' 'rg-aks-prd-weu' 'id-consent' clientId
  output 'kubernetes/clusters/prd-weu/azure-outputs.env' ID_EDGE_ROUTER_CLIENT_ID identity '2ea6a04d-2f09-4b82-aa6e-6f308113d877' 'rg-aks-prd-weu' 'id-edge-router' clientId
  output 'kubernetes/clusters/prd-weu/azure-outputs.env' ID_INDEXER_CLIENT_ID identity '2ea6a04d-2f09-4b82-aa6e-6f308113d877' 'rg-aks-prd-weu' 'id-indexer' clientId
  output 'kubernetes/clusters/prd-weu/azure-outputs.env' ID_LEDGER_CLIENT_ID identity '2ea6a04d-2f09-4b82-aa6e-6f308113d877' 'rg-aks-prd-weu' 'id-ledger' clientId
  output 'kubernetes/clusters/prd-weu/azure-outputs.env' ID_MAILER_CLIENT_ID identity '2ea6a04d-2f09-4b82-aa6e-6f308113d877' 'rg-aks-prd-weu' 'id-mailer' clientId
  output 'kubernetes/clusters/prd-weu/azure-outputs.env' ID_ORDERS_API_CLIENT_ID identity '2ea6a04d-2f09-4b82-aa6e-6f308113d877' 'rg-aks-prd-weu' 'id-orders-api' clientId
  output 'kubernetes/clusters/prd-weu/azure-outputs.env' ID_ORDERS_EXPORT_CLIENT_ID identity '2ea6a04d-2f09-4b82-aa6e-6f308113d877' 'rg-aks-prd-weu' 'id-orders-export' clientId
  output 'kubernetes/clusters/prd-weu/azure-outputs.env' ID_ORDERS_SAGA_CLIENT_ID identity '2ea6a04d-2f09-4b82-aa6e-6f308113d877' 'rg-aks-prd-weu' 'id-orders-saga' clientId
  output 'kubernetes/clusters/prd-weu/azure-outputs.env' ID_PAYMENTS_API_CLIENT_ID identity '2ea6a04d-2f09-4b82-aa6e-6f308113d877' 'rg-aks-prd-weu' 'id-payments-api' clientId
  output 'kubernetes/clusters/prd-weu/azure-outputs.env' ID_POINTS_CLIENT_ID identity '2ea6a04d-2f09-4b82-aa6e-6f308113d877' 'rg-aks-prd-weu' 'id-points' clientId
  output 'kubernetes/clusters/prd-weu/azure-outputs.env' ID_PRICING_API_CLIENT_ID identity '2ea6a04d-2f09-4b82-aa6e-6f308113d877' 'rg-aks-prd-weu' 'id-pricing-api' clientId
  output 'kubernetes/clusters/prd-weu/azure-outputs.env' ID_PROFILE_API_CLIENT_ID identity '2ea6a04d-2f09-4b82-aa6e-6f308113d877' 'rg-aks-prd-weu' 'id-profile-api' clientId
  output 'kubernetes/clusters/prd-weu/azure-outputs.env' ID_RISK_MODEL_CLIENT_ID identity '2ea6a04d-2f09-4b82-aa6e-6f308113d877' 'rg-aks-prd-weu' 'id-risk-model' clientId
  output 'kubernetes/clusters/prd-weu/azure-outputs.env' ID_RULE_EDITOR_CLIENT_ID identity '2ea6a04d-2f09-4b82-aa6e-6f308113d877' 'rg-aks-prd-weu' 'id-rule-editor' clientId
  output 'kubernetes/clusters/prd-weu/azure-outputs.env' ID_SEARCH_GATEWAY_CLIENT_ID identity '2ea6a04d-2f09-4b82-aa6e-6f308113d877' 'rg-aks-prd-weu' 'id-search-gateway' clientId
}

run preflight.sh ${only:+--stage "$only"}

consent=given
stopped=false
if is_due 3; then
  echo "== What would change in clusters"
  ask 'infra/update-prd-neu.sh'
  ask 'infra/update-prd-weu.sh'
  ask 'infra/update-tst-weu.sh'
fi
if is_due 7 && command -v kubectl > /dev/null; then
  echo "== What runs in clusters and depends on what stage 7 changes"
  ask kubernetes/apply.sh 'prd-neu'
  ask kubernetes/apply.sh 'prd-weu'
  ask kubernetes/apply.sh 'tst-weu'
fi
if [ "$remove" = true ]; then
  ask remove.sh ${only:+--stage "$only"}
fi
if [ "$apply" = true ]; then
  if [ "$consent" = missing ]; then
    echo "Nothing was changed: give each consent with --consent ID."
  fi
  if [ "$stopped" = true ]; then
    echo "Nothing was changed, because a stage would stop, for the reasons above." >&2
    exit 1
  elif [ "$consent" = missing ]; then
    exit 5
  fi
fi

if stage 1 "resource groups and managed identities"; then
  deploy sub '2ea6a04d-2f09-4b82-aa6e-6f308113d877' 'northeurope' 'infra/shared.bicepparam'
  deploy sub '2ea6a04d-2f09-4b82-aa6e-6f308113d877' 'northeurope' 'infra/prd-neu-identities.bicepparam'
  deploy sub '2ea6a04d-2f09-4b82-aa6e-6f308113d877' 'northeurope' 'infra/prd-weu-identities.bicepparam'
  deploy sub 'd4f3062c-bda5-4904-a9c7-74402f344871' 'northeurope' 'infra/tst-weu-identities.bicepparam'
  read_outputs all
  :
fi

if stage 2 "custom roles, rights of the cluster identities"; then
  run roles/adopt.sh --stage 2
  deploy sub '2ea6a04d-2f09-4b82-aa6e-6f308113d877' 'northeurope' 'roles/definitions.bicepparam'
  deploy sub '2ea6a04d-2f09-4b82-aa6e-6f308113d877' 'northeurope' 'roles/cluster-identities-prod.bicepparam'
  deploy sub 'd4f3062c-bda5-4904-a9c7-74402f344871' 'northeurope' 'roles/cluster-identities-test.bicepparam'
  :
fi

if stage 3 "clusters, federation, audit logs"; then
  run 'infra/update-prd-neu.sh' --part 1 ${consents[@]+"${consents[@]}"}
  run 'infra/update-prd-weu.sh' --part 1 ${consents[@]+"${consents[@]}"}
  run 'infra/update-tst-weu.sh' --part 1 ${consents[@]+"${consents[@]}"}
  run roles/adopt.sh --stage 3
  deploy sub '2ea6a04d-2f09-4b82-aa6e-6f308113d877' 'northeurope' 'infra/prd-neu.bicepparam'
  deploy sub '2ea6a04d-2f09-4b82-aa6e-6f308113d877' 'northeurope' 'infra/prd-weu.bicepparam'
  deploy sub 'd4f3062c-bda5-4904-a9c7-74402f344871' 'northeurope' 'infra/tst-weu.bicepparam'
  read_outputs all
  :
fi

if stage 4 "rights of people, pipelines and workloads"; then
  run roles/adopt.sh --stage 4
  deploy sub '2ea6a04d-2f09-4b82-aa6e-6f308113d877' 'northeurope' 'roles/assignments-prod-001.bicepparam'
  deploy sub 'd4f3062c-bda5-4904-a9c7-74402f344871' 'northeurope' 'roles/assignments-test-001.bicepparam'
  :
fi

if stage 5 "Azure Policy"; then
  deploy sub '2ea6a04d-2f09-4b82-aa6e-6f308113d877' 'northeurope' 'policy/assignments-prod.bicepparam'
  deploy sub 'd4f3062c-bda5-4904-a9c7-74402f344871' 'northeurope' 'policy/assignments-test.bicepparam'
  :
fi

if stage 6 "eligible rights (PIM)"; then
  run pim/apply.sh
  :
fi

if stage 7 "Kubernetes"; then
  read_outputs unknown
  if [ "$apply" = false ] && ! command -v kubectl > /dev/null; then
    echo "cannot be shown without kubectl"
  else
    run kubernetes/apply.sh 'prd-neu' ${consents[@]+"${consents[@]}"}
    run kubernetes/apply.sh 'prd-weu' ${consents[@]+"${consents[@]}"}
    run kubernetes/apply.sh 'tst-weu' ${consents[@]+"${consents[@]}"}
  fi
  :
fi

if is_due 3; then
  echo "== Stage 3, second part: authorizers, then local accounts"
  run 'infra/update-prd-neu.sh' --part 2 ${consents[@]+"${consents[@]}"}
  run 'infra/update-prd-weu.sh' --part 2 ${consents[@]+"${consents[@]}"}
  run 'infra/update-tst-weu.sh' --part 2 ${consents[@]+"${consents[@]}"}
fi

waiting=false
echo "== What the design no longer gives"
removals

if [ "$apply" = false ]; then
  echo "Nothing was changed; --apply does it."
fi
if [ "$consent" = missing ]; then
  exit 5
fi
if [ "$waiting" = true ]; then
  exit 4
fi
