<#noparse>#!/usr/bin/env bash
# Asks a running cluster whether it allows and denies what the design says.
set -euo pipefail
# Where CDPATH is set, cd could go to the folder of another bundle.
unset CDPATH

usage() {
  cat <<'EOF'
Usage: checks/run.sh [options] CLUSTER

Asks a running cluster whether it allows and denies what the design says. One line for each question: ok or FAIL.

  rights   rights in Kubernetes RBAC, by impersonation (kubectl auth can-i). Whoever runs this may impersonate users,
           groups and service accounts. Azure RBAC does not decide about somebody who is impersonated: see azure.
  settings settings of the cluster as Azure shows them (az)
  azure    Azure roles on the cluster and its namespaces: those of the design, no other role of AKS, and nobody else
           who holds a way into the cluster there or above (az)
  removed  what earlier bundles gave and the design does not give any more (remove.sh)
  traffic  connections between pods. This makes a pod at each end and removes it again, so it is only listed without --apply.

Options:
  --only KIND       one kind: settings, rights, azure, removed or traffic
  --namespace NAME  only questions about this namespace
  --context NAME    context of kubectl (default: the current one)
  --apply           make the pods of the traffic questions
  --help            this text

Environment:
  PROBE_IMAGE   image of the pods (default: registry.k8s.io/e2e-test-images/agnhost:2.53)

Exit code: 0 every answer is as expected, 1 some are not, 2 wrong usage, or a question, or all of them, could not be asked.
EOF
}

die() {
  printf '%s\n' "$1" >&2
  exit 2
}

folder=$(cd -- "$(dirname "${BASH_SOURCE[0]}")" > /dev/null && pwd)
probe_image=${PROBE_IMAGE:-registry.k8s.io/e2e-test-images/agnhost:2.53}
only=
wanted=
cluster=
apply=false
kubectl=(kubectl)
while (($#)); do
  case $1 in
    --help)
      usage
      exit 0
      ;;
    --apply) apply=true ;;
    --only | --namespace | --context)
      (($# > 1)) || die "$1 needs a value; see --help"
      case $1 in
        --only) only=$2 ;;
        --namespace) wanted=$2 ;;
        --context) kubectl+=(--context "$2") ;;
      esac
      shift
      ;;
    -*) die "unknown option $1; see --help" ;;
    *)
      [[ -z $cluster ]] || die "one cluster at a time; see --help"
      cluster=$1
      ;;
  esac
  shift
done
[[ -n $cluster ]] || die "name a cluster; see --help"
[[ -d $folder/$cluster ]] || die "the design has no questions about a cluster $cluster"
[[ $only =~ ^(|settings|rights|azure|removed|traffic)$ ]] || die "--only takes settings, rights, azure, removed or traffic"

asked=0
failed=0
listed=0
# Operations that open a cluster, or give the right to what opens it. Those of the Kubernetes API begin with data:.
</#noparse>
ways_in=${shell(waysIn?join(" "))}
<#noparse>

# Prints the outcome of one question: expected, found, question.
answer() {
  asked=$((asked + 1))
  if [[ $1 == "$2" ]]; then
    printf 'ok    %s: %s\n' "$2" "$3"
  else
    failed=$((failed + 1))
    printf 'FAIL  expected %s, found %s: %s\n' "$1" "$2" "$3"
  fi
}

# The value of a key that only the Azure deployment knows.
azure_output() {
  local file=$folder/../kubernetes/clusters/$cluster/azure-outputs.env
  if [[ -f $file ]]; then
    tr -d '\r' <"$file" | sed -n "s/^$1=//p"
  fi
}

# Whether a question is about the namespace that was asked for.
is_wanted() {
  [[ -z $wanted ]] && return 0
  local name
  for name in "$@"; do
    [[ $name == "$wanted" ]] && return 0
  done
  return 1
}

# Asks for one right, such as: get configmaps/settings, or get pods (log). Expected answer, principal, right, namespace, consideration, and
# how it is asked.
ask_right() {
  local expected=$1 principal=$2 right=$3 namespace=$4 consideration=$5 resource found question
  shift 5
  resource=${right#* }
  if [[ $resource == *' ('*')' ]]; then
    found=${resource##*(}
    set -- --subresource "${found%)}" "$@"
    resource=${resource% (*}
  fi
  found=$("${kubectl[@]}" auth can-i "${right%% *}" "$resource" "$@" 2>&1) || true
  if [[ $found == *"doesn't have a resource type"* ]]; then
    printf 'skip  the cluster has no %s\n' "${resource%%/*}"
    return 0
  fi
  found=${found##*$'\n'}
  found=${found%% *}
  question="$principal may $right"
  [[ $namespace == - ]] || question+=" in $namespace"
  answer "$expected" "${found:-no answer}" "$question ($consideration)"
}

check_rights() {
  local expected user group namespace principal rights consideration
  while IFS=$'\t' read -r expected user group namespace principal rights consideration <&3; do
    [[ $expected == '#'* ]] && continue
    is_wanted "$namespace" || continue
    if [[ $user == @* ]]; then
      user=$(azure_output "${user#@}")
      if [[ -z $user || $user == 00000000-* ]]; then
        printf 'skip  the id of %s is not known before deployment\n' "$principal"
        continue
      fi
    fi
    local options=(--as "$user")
    [[ $namespace == - ]] || options+=(--namespace "$namespace")
    [[ $group == - ]] || options+=(--as-group "$group")
    while [[ -n $rights ]]; do
      ask_right "$expected" "$principal" "${rights%%, *}" "$namespace" "$consideration" "${options[@]}"
      [[ $rights == *', '* ]] || break
      rights=${rights#*, }
    done
  done 3<"$folder/$cluster/rights.tsv"
}

# A setting that Azure does not show is false.
check_settings() {
  local expected setting resource version consideration found
  [[ -z $wanted ]] || return 0
  while IFS=$'\t' read -r expected setting resource version consideration <&3; do
    [[ $expected == '#'* ]] && continue
    found=$(az resource show --ids "$resource" --api-version "$version" --query "$setting" --output tsv) || die "az cannot show $resource"
    found=$(tr '[:upper:]' '[:lower:]' <<<"$found" | LC_ALL=C sort -u | paste -sd , -)
    answer "$expected" "${found:-false}" "$setting ($consideration)"
  done 3<"$folder/$cluster/settings.tsv"
}

check_azure() {
  local expected principal scope roles name consideration found role list wrong
  while IFS=$'\t' read -r expected principal scope roles name consideration <&3; do
    [[ $expected == '#'* ]] && continue
    is_wanted "${scope##*/}" || continue
    list=$(az role assignment list --scope "$scope" --include-inherited --query "[?principalId=='$principal'].roleDefinitionName" --output tsv) || die "az cannot list the role assignments of $scope"
    wrong=
    IFS='|' read -r -a found <<<"$roles"
    for role in "${found[@]}"; do
      grep -qxF -- "$role" <<<"$list" || wrong+=" without $role;"
    done
    while IFS= read -r role; do
      [[ $role == 'Azure Kubernetes Service'* && "|$roles|" != *"|$role|"* ]] && wrong+=" with $role;"
    done <<<"$list"
    answer exactly "${wrong:-exactly}" "$name has $roles at $scope ($consideration)"
  done 3<"$folder/$cluster/azure.tsv"
}

</#noparse>
<#include "../removal/caller.ftl">
<#noparse>

# The object id of a principal of holders.tsv: of a group or person as it is, of an identity as Azure tells it.
principal_id() {
  case $1 in
    *'#control-plane') az aks show --ids "${1%#*}" --query identity.principalId --output tsv ;;
    *'#kubelet') az aks show --ids "${1%#*}" --query identityProfile.kubeletidentity.objectId --output tsv ;;
    *'#key-vault-secrets-provider') az aks show --ids "${1%#*}" --query addonProfiles.azureKeyvaultSecretsProvider.identity.objectId --output tsv ;;
    /*) az identity show --ids "$1" --query principalId --output tsv ;;
    *) printf '%s' "$1" ;;
  esac
}

# Everybody who holds a way into the cluster, at the cluster, above it or inside it, and is not in the design.
check_holders() {
  local id me list principal scope role name kind words consideration expected='' definitions way others=0
  id=$(sed -n 's/^# cluster: //p' "$folder/$cluster/holders.tsv")
  me=$(caller) || me=
  while IFS=$'\t' read -r principal scope role words consideration <&3; do
    [[ $principal == '#'* ]] && continue
    principal=$(principal_id "$principal") || die "az cannot show the identity of: $words"
    expected+=$(printf '%s|%s|%s' "$principal" "$scope" "$role" | tr '[:upper:]' '[:lower:]')$'\n'
  done 3<"$folder/$cluster/holders.tsv"
  definitions=$(az role definition list --scope "$id" --query "[].[name, roleName, join(',', permissions[].actions[]), join(',', permissions[].notActions[]), join(',', permissions[].dataActions[]), join(',', permissions[].notDataActions[])]" --output tsv) || die "az cannot list the roles at $id"
  definitions=$(awk -F '\t' -v ways="$ways_in" '
    function matches(operation, list, parts, i, pattern) {
      for (i = split(list, parts, ","); i > 0; i--) {
        pattern = tolower(parts[i])
        gsub(/[.]/, "[.]", pattern)
        gsub(/[*]/, ".*", pattern)
        if (pattern != "" && tolower(operation) ~ "^" pattern "$") return 1
      }
      return 0
    }
    {
      found = ""
      for (i = split(ways, way, " "); i > 0; i--) {
        if (way[i] ~ /^data:/) {
          operation = substr(way[i], 6)
          if (matches(operation, $5) && !matches(operation, $6)) found = operation
        } else if (matches(way[i], $3) && !matches(way[i], $4)) found = way[i]
      }
      if (found != "") print tolower($1) "\t" found
    }' <<<"$definitions")
  list=$(
    az role assignment list --scope "$id" --include-inherited --query "[].[roleDefinitionName, principalType, principalName || 'none', principalId, scope, roleDefinitionId]" --output tsv &&
      az role assignment list --all --subscription "$(printf '%s' "$id" | cut -d / -f 3)" --query "[?contains(scope, '/managedClusters/$cluster/') || contains(scope, '/managedclusters/$cluster/')].[roleDefinitionName, principalType, principalName || 'none', principalId, scope, roleDefinitionId]" --output tsv
  ) || die "az cannot list the role assignments of $id"
  while IFS=$'\t' read -r name kind words principal scope role; do
    [[ -n $role ]] || continue
    role=${role##*/}
    way=$(awk -F '\t' -v role="$(printf '%s' "$role" | tr '[:upper:]' '[:lower:]')" '$1 == role { print $2 }' <<<"$definitions")
    [[ -n $way ]] || continue
    grep -qxF -- "$(printf '%s|%s|%s' "$principal" "$scope" "$role" | tr '[:upper:]' '[:lower:]')" <<<"$expected" && continue
    if [[ -n $me && $principal == "$me" ]]; then
      printf 'note  you hold %s at %s yourself, which is not in the design\n' "$name" "$scope"
      continue
    fi
    others=$((others + 1))
    answer 'nobody else' "$name" "$kind ${words/#none/} ($principal) holds $name at $scope, which is not in the design and opens the cluster by $way"
  done <<<"$list"
  ((others > 0)) || answer 'nobody else' 'nobody else' "holds a way into $cluster"
}

check_removed() {
  local list line status=0 left=0
  list=$(bash "$folder/../remove.sh") || status=$?
  while IFS= read -r line; do
    if [[ $line == 'waits to be removed: '* || $line == 'stays: '* ]]; then
      left=$((left + 1))
      answer gone there "${line#*: }"
    fi
  done <<<"$list"
  [[ $status == 0 || $status == 4 ]] || die "what the design gives no more could not be asked by remove.sh"
  ((left > 0)) || answer gone gone "what the design gives no more"
}

# Makes a pod that takes no part in any Service: it never gets ready. Name, namespace, labels, arguments of the program. It is called
# in a condition, where set -e has no effect, so each step says itself that it failed.
make_pod() {
  local name=$1 namespace=$2 labels=$3 label argument
  shift 3
  {
    printf 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: %s\n  namespace: %s\n  labels:\n    aks-iam/check: "true"\n' "$name" "$namespace"
    if [[ $labels != - ]]; then
      local list
      IFS=, read -r -a list <<<"$labels"
      for label in "${list[@]}"; do
        printf '    %s: "%s"\n' "${label%%=*}" "${label#*=}"
      done
    fi
    printf 'spec:\n  restartPolicy: Never\n  automountServiceAccountToken: false\n  terminationGracePeriodSeconds: 0\n'
    printf '  readinessGates:\n    - conditionType: aks-iam/never\n'
    printf '  securityContext:\n    runAsNonRoot: true\n    runAsUser: 10001\n    runAsGroup: 10001\n    fsGroup: 10001\n    supplementalGroups:\n      - 10001\n    seccompProfile:\n      type: RuntimeDefault\n'
    printf '    sysctls:\n      - name: net.ipv4.ip_unprivileged_port_start\n        value: "0"\n'
    printf '  containers:\n    - name: probe\n      image: %s\n' "$probe_image"
    # deployment safeguards want both probes; the gate above keeps the pod out of Services all the same
    printf '      %s:\n        exec:\n          command:\n            - /agnhost\n            - --help\n' readinessProbe livenessProbe
    printf '      resources:\n        requests:\n          cpu: 10m\n          memory: 32Mi\n        limits:\n          cpu: 100m\n          memory: 64Mi\n'
    printf '      securityContext:\n        allowPrivilegeEscalation: false\n        capabilities:\n          drop:\n            - ALL\n      args:\n'
    for argument in "$@"; do
      printf '        - "%s"\n' "$argument"
    done
  } | "${kubectl[@]}" apply --filename - >/dev/null || return 1
  "${kubectl[@]}" wait --for 'jsonpath={.status.phase}=Running' --timeout 120s --namespace "$namespace" "pod/$name" >/dev/null
}

used_namespaces=()
# Removes the pods, and names those that stay.
remove_pods() {
  local namespace left=0
  for namespace in ${used_namespaces[@]+"${used_namespaces[@]}"}; do
    if ! "${kubectl[@]}" delete pod --namespace "$namespace" --selector aks-iam/check=true --ignore-not-found --wait=true >/dev/null; then
      left=1
      printf 'the pods of this check stay in namespace %s: kubectl delete pod --namespace %s --selector aks-iam/check=true\n' "$namespace" "$namespace" >&2
    fi
  done
  used_namespaces=()
  return "$left"
}

# Asks from the pod whether a connection is open: pass or block. The words come from inside the pod, so that an exec that does not get
# there is neither; agnhost says why a connection failed in its first word.
connect() {
  local found
  # shellcheck disable=SC2016 # the shell in the pod fills these in
  found=$("${kubectl[@]}" exec --namespace "$1" aks-iam-check-client -- /bin/sh -c 'if why=$(/agnhost connect "$1" --timeout 4s --protocol "$2" 2>&1); then
  echo open
else
  case $why in TIMEOUT* | REFUSED* | OTHER*) echo closed ;; *) echo "$why" ;; esac
fi' sh "$2" "$3") || return 1
  case $found in
    open) printf pass ;;
    closed) printf block ;;
    *) printf '%s\n' "$found" >&2 && return 1 ;;
  esac
}

# Asks whether one connection is open. Expected answer, from, its labels, to, its labels, port, protocol, consideration.
ask_connection() {
  local expected=$1 from=$2 from_labels=$3 to=$4 to_labels=$5 port=$6 protocol=$7 consideration=$8 found question target
  is_wanted "$from" "$to" || return 0
  question="$from [$from_labels] to $to [$to_labels], $protocol $port ($consideration)"
  if [[ $apply == false ]]; then
    listed=$((listed + 1))
    printf 'would ask, expecting %s: %s\n' "$expected" "$question"
    return 0
  fi
  target=$to
  protocol=$(printf '%s' "$protocol" | tr '[:upper:]' '[:lower:]')
  used_namespaces=("$from")
  if [[ $to != *.* ]]; then
    used_namespaces+=("$to")
    make_pod aks-iam-check-server "$to" "$to_labels" netexec "--http-port=$port" "--udp-port=$port" || die "could not be asked, because the pod in $to does not start: $question"
    target=$("${kubectl[@]}" get pod aks-iam-check-server --namespace "$to" --output 'jsonpath={.status.podIP}') || target=
    [[ -n $target ]] || die "could not be asked, because the pod in $to has no address: $question"
    [[ $target != *:* ]] || target="[$target]"
  fi
  make_pod aks-iam-check-client "$from" "$from_labels" pause || die "could not be asked, because the pod in $from does not start: $question"
  if [[ $to == resolv.conf ]]; then
    # whoever answers DNS for the pod: the node where LocalDNS is on, otherwise the service of the cluster
    target=$("${kubectl[@]}" exec --namespace "$from" aks-iam-check-client -- cat /etc/resolv.conf | awk '$1 == "nameserver" && found == "" { found = $2 } END { print found }') || target=
    [[ -n $target ]] || die "could not be asked, because the pod in $from names no DNS server: $question"
    [[ $target != *:* ]] || target="[$target]"
  fi
  found=$(connect "$from" "$target:$port" "$protocol") || die "could not be asked, because kubectl exec in the pod in $from gives no answer: $question"
  answer "$expected" "$found" "$question"
  remove_pods || die "the next question would meet the pods of this one, so nothing more was asked"
}

check_traffic() {
  local expected sources from_labels targets to_labels port protocol consideration from to from_all to_all
  while IFS=$'\t' read -r expected sources from_labels targets to_labels port protocol consideration <&3; do
    [[ $expected == '#'* ]] && continue
    IFS=, read -r -a from_all <<<"$sources"
    IFS=, read -r -a to_all <<<"$targets"
    for from in "${from_all[@]}"; do
      for to in "${to_all[@]}"; do
        ask_connection "$expected" "$from" "$from_labels" "$to" "$to_labels" "$port" "$protocol" "$consideration"
      done
    done
  done 3<"$folder/$cluster/traffic.tsv"
}

# What ended the run stays its exit code.
trap 'remove_pods || true' EXIT
for kind in settings rights azure traffic; do
  if [[ -f $folder/$cluster/$kind.tsv && ( -z $only || $only == "$kind" ) ]]; then
    "check_$kind"
  fi
done
if [[ -f $folder/$cluster/holders.tsv && -z $wanted && ( -z $only || $only == azure ) ]]; then
  check_holders
fi
if [[ -z $wanted && ( -z $only || $only == removed ) ]]; then
  check_removed
fi
printf '%d questions, %d answered otherwise than the design says\n' "$asked" "$failed"
((asked + listed > 0)) || die "nothing could be asked: neither the options nor the cluster leave a question"
((failed == 0))
</#noparse>
