#!/usr/bin/env bash
# Changes the settings of the existing cluster ${comment(cluster.name())}: one line a decision, with what it costs.
# A template would reset what it leaves out, so an existing cluster is never deployed.
<#noparse>
set -euo pipefail

usage() {
  cat <<'EOF'
Usage: update-CLUSTER.sh [--apply]

Changes the settings of an existing cluster as the design decided. Without --apply it only shows what it would do.
What is as decided already is left alone, so it can be run twice.
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
</#noparse>
<#if changes?size != 0>
<#noparse>

# current RESOURCE VERSION QUERY: the setting as Azure shows it, in small letters; the values of a list sorted and joined by commas
current() {
  az resource show --ids "$1" --api-version "$2" --query "$3" --output tsv 2> /dev/null | tr '[:upper:]' '[:lower:]' | LC_ALL=C sort -u | paste -sd , - || true
}

# change CONSIDERATION RESOURCE VERSION QUERY WANTED DISRUPTION [COMMAND...]: makes a setting what was decided, unless it is.
# A setting that Azure does not show is false.
change() {
  local consideration=$1 wanted=$5 disruption=$6 found
  found=$(current "$2" "$3" "$4")
  shift 6
  if [ "$found" = "$wanted" ] || [ "$found$wanted" = false ]; then
    echo "as decided: $consideration ($wanted)"
    return 0
  fi
  echo "$consideration: $wanted"
  echo "  disruption: $disruption"
  if [ $# -eq 0 ]; then
    echo "  cannot be changed on a cluster that is there; settle it in the design, or with a new cluster"
    return 0
  fi
  echo "  $*"
  if [ "$apply" = true ]; then
    "$@" --output none
  fi
}
</#noparse>
</#if>
<#if pools?size != 0>
<#noparse>

# pool NAME OPTIONS...: adds a node pool; one of that name is left alone
pool() {
  local name=$1
  shift
  if az aks nodepool show "${where[@]}" --name "$name" --output none 2> /dev/null; then
    echo "is there: node pool $name"
    return 0
  fi
  echo "node pool $name: az aks nodepool add ${where[*]} --name $name $*"
  if [ "$apply" = true ]; then
    az aks nodepool add "${where[@]}" --name "$name" "$@" --output none
  fi
}
</#noparse>
</#if>

<#if changes?size != 0>
cluster=${shell(id)}
</#if>
<#if pools?size != 0>
where=(--subscription ${shell(cluster.subscription())} --resource-group ${shell(cluster.resourceGroup())} --cluster-name ${shell(cluster.name())})
</#if>
<#list pools as pool>

# from: ${pool.from}
pool ${shell(pool.name)} ${pool.arguments}
</#list>
<#list changes as change>

# from: ${comment(change.from)}
change ${shell(change.from)} "$cluster"${change.below} ${change.version} ${shell(change.query)} ${shell(change.wanted)} ${shell(change.disruption)}<#if change.command != ""> ${change.command}</#if>
</#list>
