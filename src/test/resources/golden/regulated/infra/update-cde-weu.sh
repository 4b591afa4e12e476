#!/usr/bin/env bash
# Brings the cluster cde-weu to the settings that the design decides, once it is there: one line a decision.
# A template would reset what it leaves out, so a cluster that is there is never deployed again.
set -euo pipefail

usage() {
  cat <<'EOF'
Usage: update-CLUSTER.sh [--plan] [--part 1|2] [--apply] [--consent ID]...

Changes the settings of a cluster that is there to what the design decides. Without --apply it only shows what it would do.
What is as decided already is left alone, so it can be run twice. A change that reimages nodes, interrupts what runs, can
lock somebody out or cannot be undone needs consent, in the design or here. When one is missing, nothing at all is changed.

  --part 1      what later stages read: issuer, add-ons, identities, network, node pools
  --part 2      what follows stage 7: sign-in with Entra ID, the authorizer, then local accounts; the last two wait until
                the rights of the design are there
  --plan        only show, and end with 5 when consent is missing
  --apply       change it
  --consent ID  agree to a change by the id that is shown, such as CLUSTER/network-policy; may be repeated
  --help        this text

Exit code: 0 done, 2 wrong usage, 5 consent is missing and nothing was changed, 1 anything else.
EOF
}

apply=false
plan=false
part=
agreed=
while [ $# -gt 0 ]; do
  case $1 in
    --apply) apply=true ;;
    --plan) plan=true ;;
    --part)
      case ${2-} in
        [12]) part=$2 && shift ;;
        *) usage >&2 && exit 2 ;;
      esac
      ;;
    --consent)
      case ${2-} in
        '' | -*) usage >&2 && exit 2 ;;
        *) agreed+=$'\n'$2 && shift ;;
      esac
      ;;
    --help) usage && exit 0 ;;
    *) usage >&2 && exit 2 ;;
  esac
  shift
done
if [ "$apply$plan" = truetrue ]; then
  usage >&2 && exit 2
fi

name='cde-weu'
subscription='3509d9ff-c044-420c-afbb-11b254b2b8b7'
cluster='/subscriptions/3509d9ff-c044-420c-afbb-11b254b2b8b7/resourceGroups/rg-aks-cde-weu/providers/Microsoft.ContainerService/managedClusters/cde-weu'
group='rg-aks-cde-weu'
where=(--subscription "$subscription" --resource-group "$group" --name "$name")

fail() {
  printf '%s\n' "$1" >&2
  exit 1
}

# is_in LINE LINES: whether a line stands among others; Azure knows no upper and lower case
is_in() {
  grep -qixF -- "$1" <<< "$2"
}

there=$(az aks list --subscription "$subscription" --query '[].id' --output tsv) || fail "az cannot list the clusters of subscription $subscription, so it is not known whether $name is there"
if ! is_in "$cluster" "$there"; then
  # The second part follows stage 3, which makes it.
  if [ "$apply$part" = true2 ]; then
    fail "$name is not listed in subscription $subscription, so sign-in, authorizer and local accounts stay as they are: stage 3 has not made it yet, or this login may not read it"
  fi
  echo "$name is not there yet: stage 3 makes it with the settings of the design"
  exit 0
fi

queries=

# ask SETTING QUERY: what is to be read of the cluster
ask() {
  queries+="${queries:+, }['$1', $2]"
}

ask pools $'join(\',\', sort(not_null(properties.agentPoolProfiles[].name, keys(@)[:0])))'
ask admin-groups $'join(\',\', sort(not_null(properties.aadProfile.adminGroupObjectIDs, keys(@)[:0])))'
ask managed-identity $'to_string((identity.type || \'None\') != \'None\')'
ask control-plane-identity $'join(\',\', sort(not_null(identity.userAssignedIdentities && keys(identity.userAssignedIdentities), keys(@)[:0])))'
ask kubelet-identity 'to_string(properties.identityProfile.kubeletidentity.resourceId)'
ask oidc-issuer 'to_string(properties.oidcIssuerProfile.enabled)'
ask workload-identity 'to_string(properties.securityProfile.workloadIdentity.enabled)'
ask azure-policy 'to_string(properties.addonProfiles.azurepolicy.enabled)'
ask key-vault-secrets-provider 'to_string(properties.addonProfiles.azureKeyvaultSecretsProvider.enabled)'
ask network-plugin-mode 'to_string(properties.networkProfile.networkPluginMode)'
ask network-policy $'to_string(properties.networkProfile.networkPolicy || \'none\')'
ask vnet-integration 'to_string(properties.apiServerAccessProfile.enableVnetIntegration)'
ask private-cluster 'to_string(properties.apiServerAccessProfile.enablePrivateCluster)'
ask private-dns-zone 'to_string(properties.apiServerAccessProfile.privateDNSZone)'
ask public-fqdn 'to_string(properties.apiServerAccessProfile.enablePrivateClusterPublicFQDN)'
ask run-command 'to_string(properties.apiServerAccessProfile.disableRunCommand)'
ask ssh-access $'join(\',\', sort(not_null(properties.agentPoolProfiles[?contains([\'system\', \'general\', \'vault\'], name)].[securityProfile.sshAccess || \'LocalUser\'][], keys(@)[:0])))'
ask entra-id 'to_string(properties.aadProfile.managed)'
ask azure-rbac 'to_string(properties.aadProfile.enableAzureRBAC)'
ask local-accounts 'to_string(properties.disableLocalAccounts)'

read_cluster() {
  found=$(az resource show --ids "$cluster" --api-version 2026-05-01 --query "[$queries]" --output tsv) || fail "az cannot show $name"
}

# value SETTING: what Azure shows, in small letters; the values of a list sorted and joined by commas
value() {
  awk -F '\t' -v setting="$1" '$1 == setting { last = tolower($2) } END { print last }' <<< "$found" | tr , '\n' | LC_ALL=C sort -u | paste -sd , -
}

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# bindings_found: whether the cluster holds the bindings of the design
bindings_found() {
  local bindings
  az aks get-credentials "${where[@]}" --file "$work/config" --overwrite-existing --output none || fail "az cannot fetch the kubeconfig of $name"
  if command -v kubelogin > /dev/null; then
    KUBECONFIG=$work/config kubelogin convert-kubeconfig -l azurecli || fail "kubelogin cannot convert the kubeconfig of $name"
  fi
  bindings=$(KUBECONFIG=$work/config kubectl get clusterrolebindings,rolebindings --all-namespaces --selector 'aks-iam/design=8e0cb66c-a18e-34bf-8a91-a3dddf0a4f78' --output name) || fail "kubectl cannot list the bindings in $name, so it is not known whether they are there"
  [ "$(grep -c . <<< "$bindings")" -ge 13 ]
}

# admin_group_found: whether the cluster lists an admin group of the design
admin_group_found() {
  local group groups
  groups=$(value admin-groups | tr , '\n')
  while IFS= read -r group; do
    if is_in "$group" "$groups"; then
      return 0
    fi
  done <<< '3c6f8a51-9d24-4be7-8f10-6a7e2b95c0d4'
  return 1
}

# entra_is_on: whether people sign in with Entra ID; turning it on lists the admin groups too
entra_is_on() {
  if [ "$(value entra-id)" = true ]; then
    return 0
  fi
  echo "$id follows with $name/entra-id"
  return 1
}

# bindings_are_there: whether the cluster knows who may do what when Azure no longer says it
bindings_are_there() {
  if admin_group_found; then
    return 0
  fi
  if bindings_found; then
    return 0
  fi
  echo "$id waits for the bindings of the design that stage 7 makes; before, nobody of the design could get in"
  return 1
}

# somebody_gets_in: whether somebody of the design can do without local accounts
somebody_gets_in() {
  if admin_group_found; then
    return 0
  fi
  if bindings_found; then
    return 0
  fi
  echo "$id waits until somebody of the design can get in without them: as a listed admin group, by the rights of stage 4, or by the bindings of stage 7"
  return 1
}

missing=

# change PART SETTING CONSENT EFFECTS DISRUPTION NEEDS WANTED [COMMAND...]: makes a setting what was decided, unless it is.
# A setting that Azure does not show is false.
change() {
  local id=$name/$2 consent=$3 effects=$4 disruption=$5 needs=$6 wanted=$7 from
  if [ "$1" != "$turn" ]; then
    return 0
  fi
  from=$(value "$2")
  shift 7
  if [ "$from" = null ]; then
    from=
  fi
  if [ "$from" = "$wanted" ] || [ "$from$wanted" = false ]; then
    if [ "$mode" = show ]; then
      echo "as decided: $id ($wanted)"
    fi
    return 0
  fi
  if [ "$mode" = show ]; then
    echo "$id: ${from:-nothing} -> $wanted"
    echo "  disruption: $disruption"
    if [ $# -eq 0 ]; then
      echo "  cannot be changed on a cluster that is there; settle it in the design, or with a new cluster"
      return 0
    fi
    if [ -n "$effects" ]; then
      echo "  $effects"
    fi
    echo "  $*"
    if [ "$consent" = always ] || { [ "$consent" = replaced ] && [ -n "$from" ]; }; then
      if ! is_in "$id" "$agreed"; then
        missing+="consent needed: $id: ${from:-nothing} -> $wanted, $effects"$'\n'
      fi
    fi
    return 0
  fi
  if [ $# -eq 0 ]; then
    return 0
  fi
  case $needs in
    entra_is_on) entra_is_on || return 0 ;;
    bindings_are_there) bindings_are_there || return 0 ;;
    somebody_gets_in) somebody_gets_in || return 0 ;;
    *) ;;
  esac
  echo "$id: ${from:-nothing} -> $wanted"
  "$@" --output none || fail "$id was not changed; what follows it was not tried"
  read_cluster
}

# pool NAME OPTIONS...: adds a node pool; one of that name is left alone, whatever it has become
pool() {
  local pool=$1
  if [ "$turn" != 1 ]; then
    return 0
  fi
  shift
  if is_in "$pool" "$(value pools | tr , '\n')"; then
    if [ "$mode" = show ]; then
      echo "is there: node pool $pool"
    fi
    return 0
  fi
  echo "node pool $pool: nothing -> $*"
  if [ "$mode" = change ]; then
    az aks nodepool add --subscription "$subscription" --resource-group "$group" --cluster-name "$name" --name "$pool" "$@" --output none || fail "node pool $pool was not added; what follows it was not tried"
  fi
}

changes() {
  # from: clusters
  pool 'system' --mode 'System' --node-vm-size 'Standard_D4ds_v5' --node-count 3 --vnet-subnet-id '/subscriptions/3509d9ff-c044-420c-afbb-11b254b2b8b7/resourceGroups/rg-network/providers/Microsoft.Network/virtualNetworks/vnet-cde-weu/subnets/snet-nodes' --node-taints 'CriticalAddonsOnly=true:NoSchedule' --ssh-access 'localuser'
  # from: clusters
  pool 'general' --mode 'User' --node-vm-size 'Standard_D4ds_v5' --node-count 3 --vnet-subnet-id '/subscriptions/3509d9ff-c044-420c-afbb-11b254b2b8b7/resourceGroups/rg-network/providers/Microsoft.Network/virtualNetworks/vnet-cde-weu/subnets/snet-nodes' --ssh-access 'localuser'
  # from: clusters
  pool 'vault' --mode 'User' --node-vm-size 'Standard_D4ds_v5' --node-count 2 --vnet-subnet-id '/subscriptions/3509d9ff-c044-420c-afbb-11b254b2b8b7/resourceGroups/rg-network/providers/Microsoft.Network/virtualNetworks/vnet-cde-weu/subnets/snet-nodes' --node-taints 'pool=vault:NoSchedule' --labels 'pool=vault' --ssh-access 'localuser'
  # from: admin-groups
  change 1 admin-groups replaced 'can lock somebody out' 'Groups that are not in the new list lose cluster-admin (OWD-50, reversible)' 'entra_is_on' '3c6f8a51-9d24-4be7-8f10-6a7e2b95c0d4' az aks update --yes "${where[@]}" --aad-admin-group-object-ids '3c6f8a51-9d24-4be7-8f10-6a7e2b95c0d4'
  # from: control-plane-identity
  change 1 managed-identity always 'reimages nodes, cannot be undone' 'Moving to managed identity needs a node image upgrade of all pools; kubelet uses the service principal until then (OWD-03, irreversible)' '' 'true' az aks update --yes "${where[@]}" --enable-managed-identity --assign-identity '/subscriptions/3509d9ff-c044-420c-afbb-11b254b2b8b7/resourceGroups/rg-aks-cde-weu/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-cde-weu-control-plane'
  # from: control-plane-identity
  change 1 control-plane-identity never '' 'No downtime; the old identity stays in use until its token expires (several hours) (OWD-04, reversible-with-delay)' '' '/subscriptions/3509d9ff-c044-420c-afbb-11b254b2b8b7/resourcegroups/rg-aks-cde-weu/providers/microsoft.managedidentity/userassignedidentities/id-cde-weu-control-plane' az aks update --yes "${where[@]}" --enable-managed-identity --assign-identity '/subscriptions/3509d9ff-c044-420c-afbb-11b254b2b8b7/resourceGroups/rg-aks-cde-weu/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-cde-weu-control-plane'
  # from: kubelet-identity
  change 1 kubelet-identity always 'reimages nodes' 'Upgrades (reimages) all node pools; registry must be attached again (OWD-05, reversible-with-disruption)' '' '/subscriptions/3509d9ff-c044-420c-afbb-11b254b2b8b7/resourcegroups/rg-aks-cde-weu/providers/microsoft.managedidentity/userassignedidentities/id-cde-weu-kubelet' az aks update --yes "${where[@]}" --enable-managed-identity --assign-identity '/subscriptions/3509d9ff-c044-420c-afbb-11b254b2b8b7/resourceGroups/rg-aks-cde-weu/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-cde-weu-control-plane' --assign-kubelet-identity '/subscriptions/3509d9ff-c044-420c-afbb-11b254b2b8b7/resourceGroups/rg-aks-cde-weu/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-cde-weu-kubelet'
  # from: workload-identity
  change 1 oidc-issuer always 'interrupts what runs, cannot be undone' 'Turning it on restarts the API server; applications must accept the new issuer (OWD-09, irreversible)' '' 'true' az aks update --yes "${where[@]}" --enable-oidc-issuer
  # from: workload-identity
  change 1 workload-identity never '' 'After disabling, the webhook no longer injects tokens into new pods (effect inferred) (OWD-11, reversible)' '' 'true' az aks update --yes "${where[@]}" --enable-workload-identity
  # from: policy-addon
  change 1 azure-policy never '' 'none known' '' 'true' az aks enable-addons "${where[@]}" --addons azure-policy
  # from: key-vault-access
  change 1 key-vault-secrets-provider never '' 'After disabling, pods that mount secrets from Key Vault no longer start (effect inferred) (OWD-47, reversible)' '' 'true' az aks enable-addons "${where[@]}" --addons azure-keyvault-secrets-provider
  # from: network-plugin
  change 1 network-plugin-mode always 'reimages nodes, cannot be undone' 'Reimages all pools; pod addresses change (OWD-19, irreversible)' '' 'overlay' az aks update --yes "${where[@]}" --network-plugin-mode overlay
  # from: network-policy-engine
  change 1 network-policy always 'reimages nodes' 'Reimages all pools at once (OWD-22, reversible-with-disruption)' '' 'calico' az aks update --yes "${where[@]}" --network-policy 'calico'
  # from: api-server-reach
  change 1 vnet-integration always 'reimages nodes, interrupts what runs, cannot be undone' 'Cluster stop/start at once, new API server IP address, node image upgrade of all pools; regional capacity is checked but not reserved (OWD-13, irreversible)' '' 'true' az aks update --yes "${where[@]}" --enable-apiserver-vnet-integration --apiserver-subnet-id '/subscriptions/3509d9ff-c044-420c-afbb-11b254b2b8b7/resourceGroups/rg-network/providers/Microsoft.Network/virtualNetworks/vnet-cde-weu/subnets/snet-api'
  # from: api-server-reach
  change 1 private-cluster always 'can lock somebody out, cannot be undone' 'Rebuild (OWD-14, creation-only)' '' 'true' az aks update --yes "${where[@]}" --enable-private-cluster
  # from: private-dns-zone
  change 1 private-dns-zone never 'reimages nodes, cannot be undone' 'Upgrade failures if the zone is touched (OWD-15, creation-only)' '' '/subscriptions/3509d9ff-c044-420c-afbb-11b254b2b8b7/resourcegroups/rg-dns/providers/microsoft.network/privatednszones/cde-weu.private.westeurope.azmk8s.io'
  # from: public-fqdn
  change 1 public-fqdn always 'can lock somebody out' 'After disabling, a kubeconfig with the public name reaches the API server no longer (effect inferred) (OWD-49, reversible)' '' 'false' az aks update --yes "${where[@]}" --disable-public-fqdn
  # from: command-invoke
  change 1 run-command never '' 'None found (OWD-18, reversible)' '' 'true' az aks update --yes "${where[@]}" --disable-run-command
  # from: node-ssh
  change 1 ssh-access always 'reimages nodes' 'Reimages all pools (from Kubernetes 1.37 on; before that nothing changes until somebody upgrades the node image) (OWD-46, reversible-with-disruption)' '' 'localuser' az aks update --yes "${where[@]}" --ssh-access localuser
  # from: sign-in
  change 2 entra-id always 'can lock somebody out, cannot be undone' 'Users need a new kubeconfig and kubelogin (OWD-01, irreversible)' '' 'true' az aks update --yes "${where[@]}" --enable-aad --aad-tenant-id 'b4fec56b-d229-4dd4-a825-2b49227fda42' --aad-admin-group-object-ids '3c6f8a51-9d24-4be7-8f10-6a7e2b95c0d4'
  # from: authorization
  change 2 azure-rbac always 'can lock somebody out' 'Access breaks for anyone whose rights exist only in the other model; assignments take up to five minutes (OWD-07, reversible)' 'bindings_are_there' 'false' az aks update --yes "${where[@]}" --disable-azure-rbac
  # from: local-accounts
  change 2 local-accounts always 'can lock somebody out' 'After disabling on a live cluster rotate certificates, or issued client certificates stay usable; rotation disturbs nodes and workloads (OWD-06, reversible)' 'somebody_gets_in' 'true' az aks update --yes "${where[@]}" --disable-local-accounts
}

# parts: shows or makes the changes of the parts that were asked for
parts() {
  local turn
  for turn in 1 2; do
    if [ -z "$part" ] || [ "$part" = "$turn" ]; then
      changes
    fi
  done
}

read_cluster
mode=show
parts
if [ -n "$missing" ]; then
  printf '%s' "$missing"
  if [ "$apply$plan" != falsefalse ]; then
    echo "nothing was changed in $name"
    exit 5
  fi
fi
if [ "$apply" = true ]; then
  mode=change
  parts
fi
