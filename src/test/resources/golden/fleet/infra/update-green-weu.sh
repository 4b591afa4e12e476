#!/usr/bin/env bash
# Brings the cluster green-weu to the settings that the design decides, once it is there: one line a decision.
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

name='green-weu'
subscription='6a2cec1f-c944-47a4-a494-33cd74a93243'
cluster='/subscriptions/6a2cec1f-c944-47a4-a494-33cd74a93243/resourceGroups/rg-fleet-weu/providers/Microsoft.ContainerService/managedClusters/green-weu'
group='rg-fleet-weu'
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
ask managed-identity $'to_string((identity.type || \'None\') != \'None\')'
ask control-plane-identity $'join(\',\', sort(not_null(identity.userAssignedIdentities && keys(identity.userAssignedIdentities), keys(@)[:0])))'
ask kubelet-identity 'to_string(properties.identityProfile.kubeletidentity.resourceId)'
ask oidc-issuer 'to_string(properties.oidcIssuerProfile.enabled)'
ask workload-identity 'to_string(properties.securityProfile.workloadIdentity.enabled)'
ask azure-policy 'to_string(properties.addonProfiles.azurepolicy.enabled)'
ask key-vault-secrets-provider 'to_string(properties.addonProfiles.azureKeyvaultSecretsProvider.enabled)'
ask network-plugin-mode 'to_string(properties.networkProfile.networkPluginMode)'
ask network-policy $'to_string(properties.networkProfile.networkPolicy || \'none\')'
ask advanced-networking 'to_string(properties.networkProfile.advancedNetworking.security.advancedNetworkPolicies)'
ask vnet-integration 'to_string(properties.apiServerAccessProfile.enableVnetIntegration)'
ask run-command 'to_string(properties.apiServerAccessProfile.disableRunCommand)'
ask ssh-access $'join(\',\', sort(not_null(properties.agentPoolProfiles[?contains([\'system\', \'general\', \'gpu\'], name)].[securityProfile.sshAccess || \'LocalUser\'][], keys(@)[:0])))'
ask entra-id 'to_string(properties.aadProfile.managed)'
ask azure-rbac 'to_string(properties.aadProfile.enableAzureRBAC)'
ask local-accounts 'to_string(properties.disableLocalAccounts)'
ask admin-groups $'join(\',\', sort(not_null(properties.aadProfile.adminGroupObjectIDs, keys(@)[:0])))'

read_cluster() {
  found=$(az resource show --ids "$cluster" --api-version 2026-05-01 --query "[$queries]" --output tsv) || fail "az cannot show $name"
}

# value SETTING: what Azure shows, in small letters; the values of a list sorted and joined by commas
value() {
  awk -F '\t' -v setting="$1" '$1 == setting { last = tolower($2) } END { print last }' <<< "$found" | tr , '\n' | LC_ALL=C sort -u | paste -sd , -
}

rights=

# right PRINCIPAL ROLE SCOPE: what the design gives in this cluster; a principal * is an identity
right() {
  rights+=$1$'\t'$2$'\t'$3$'\n'
}

right 'b3c10441-7ff2-41f2-a449-13b3ca463ac3' '7f6c6a51-bcf8-42ba-9220-52d62157d7db' '/subscriptions/6a2cec1f-c944-47a4-a494-33cd74a93243'
right 'f62ad717-9b50-4487-ac20-74bdb29bed45' 'a231c9a2-bfaf-3b23-9cc6-35b12a1e48d1' '/subscriptions/6a2cec1f-c944-47a4-a494-33cd74a93243/resourcegroups/rg-fleet-weu/providers/microsoft.containerservice/managedclusters/green-weu'
right 'f77ecf58-e479-42c3-a4ac-314c499380a8' '7f6c6a51-bcf8-42ba-9220-52d62157d7db' '/subscriptions/6a2cec1f-c944-47a4-a494-33cd74a93243/resourcegroups/rg-fleet-weu/providers/microsoft.containerservice/managedclusters/green-weu/managednamespaces/accounts'
right '6d4c3e3a-0900-4b31-abf1-a9c50c93355f' '7f6c6a51-bcf8-42ba-9220-52d62157d7db' '/subscriptions/6a2cec1f-c944-47a4-a494-33cd74a93243/resourcegroups/rg-fleet-weu/providers/microsoft.containerservice/managedclusters/green-weu/managednamespaces/dispatch'
right '6d4c3e3a-0900-4b31-abf1-a9c50c93355f' '7f6c6a51-bcf8-42ba-9220-52d62157d7db' '/subscriptions/6a2cec1f-c944-47a4-a494-33cd74a93243/resourcegroups/rg-fleet-weu/providers/microsoft.containerservice/managedclusters/green-weu/managednamespaces/dispatch-routing'
right 'fa0e5ccd-2efc-482b-a4d7-0c94b947d684' '7f6c6a51-bcf8-42ba-9220-52d62157d7db' '/subscriptions/6a2cec1f-c944-47a4-a494-33cd74a93243/resourcegroups/rg-fleet-weu/providers/microsoft.containerservice/managedclusters/green-weu/managednamespaces/vision'
right 'fa0e5ccd-2efc-482b-a4d7-0c94b947d684' '7f6c6a51-bcf8-42ba-9220-52d62157d7db' '/subscriptions/6a2cec1f-c944-47a4-a494-33cd74a93243/resourcegroups/rg-fleet-weu/providers/microsoft.containerservice/managedclusters/green-weu/managednamespaces/vision-training'
right '78004118-8704-4bae-a761-46bc52a91e06' 'b1ff04bb-8a4e-4dc4-8eb5-8693973ce19b' '/subscriptions/6a2cec1f-c944-47a4-a494-33cd74a93243/resourcegroups/rg-fleet-weu/providers/microsoft.containerservice/managedclusters/green-weu'

# missing_rights: those that nobody holds yet
missing_rights() {
  local held eligible
  held=$(az role assignment list --all --subscription "$subscription" --query '[].[principalId, roleDefinitionId, scope]' --output tsv) || fail "az cannot list the role assignments of subscription $subscription"
  eligible=$(az rest --method get --url "$cluster/providers/Microsoft.Authorization/roleEligibilitySchedules?api-version=2020-10-01&%24filter=atScope()" --query 'value[].[properties.principalId, properties.roleDefinitionId, properties.scope]' --output tsv) || fail "az cannot list the eligible rights on $name"
  held+=$'\n'$eligible
  awk -F '\t' '
    $0 == "--" { wanted = 1; next }
    { principal = tolower($1); role = tolower($2); sub(/.*\//, "", role); scope = tolower($3); sub(/^\/providers\/microsoft.subscription\//, "/", scope) }
    !wanted { held[principal, role, scope]; held["*", role, scope]; next }
    NF && !((principal, role, scope) in held) { print "role " $2 " for " $1 " at " $3 }
  ' <<< "$held"$'\n'--$'\n'"$rights"
}

# rights_are_there: whether the role assignments of the design exist, so that nobody is locked out by the new authorizer
rights_are_there() {
  local missing
  missing=$(missing_rights) || exit 1
  if [ -n "$missing" ]; then
    echo "$id waits for $(grep -c . <<< "$missing") rights of the design that stage 4 gives, such as:"
    sed -n '1,3s/^/  /p' <<< "$missing"
    return 1
  fi
}

# somebody_gets_in: whether somebody of the design can do without local accounts
somebody_gets_in() {
  local missing
  if [ "$(value azure-rbac)" = true ]; then
    missing=$(missing_rights) || exit 1
    if [ -z "$missing" ]; then
      return 0
    fi
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
    rights_are_there) rights_are_there || return 0 ;;
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
  pool 'system' --mode 'System' --node-vm-size 'Standard_D4ds_v5' --node-count 3 --vnet-subnet-id '/subscriptions/6a2cec1f-c944-47a4-a494-33cd74a93243/resourceGroups/rg-network/providers/Microsoft.Network/virtualNetworks/vnet-weu/subnets/snet-green-weu' --node-taints 'CriticalAddonsOnly=true:NoSchedule' --ssh-access 'localuser'
  # from: clusters
  pool 'general' --mode 'User' --node-vm-size 'Standard_D8ds_v5' --node-count 4 --vnet-subnet-id '/subscriptions/6a2cec1f-c944-47a4-a494-33cd74a93243/resourceGroups/rg-network/providers/Microsoft.Network/virtualNetworks/vnet-weu/subnets/snet-green-weu' --ssh-access 'localuser'
  # from: clusters
  pool 'gpu' --mode 'User' --node-vm-size 'Standard_NC8as_T4_v3' --node-count 1 --vnet-subnet-id '/subscriptions/6a2cec1f-c944-47a4-a494-33cd74a93243/resourceGroups/rg-network/providers/Microsoft.Network/virtualNetworks/vnet-weu/subnets/snet-green-weu' --node-taints 'pool=gpu:NoSchedule' --labels 'pool=gpu' --ssh-access 'localuser'
  # from: control-plane-identity
  change 1 managed-identity always 'reimages nodes, cannot be undone' 'Moving to managed identity needs a node image upgrade of all pools; kubelet uses the service principal until then (OWD-03, irreversible)' '' 'true' az aks update --yes "${where[@]}" --enable-managed-identity --assign-identity '/subscriptions/6a2cec1f-c944-47a4-a494-33cd74a93243/resourceGroups/rg-fleet-weu/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-green-weu-control-plane'
  # from: control-plane-identity
  change 1 control-plane-identity never '' 'No downtime; the old identity stays in use until its token expires (several hours) (OWD-04, reversible-with-delay)' '' '/subscriptions/6a2cec1f-c944-47a4-a494-33cd74a93243/resourcegroups/rg-fleet-weu/providers/microsoft.managedidentity/userassignedidentities/id-green-weu-control-plane' az aks update --yes "${where[@]}" --enable-managed-identity --assign-identity '/subscriptions/6a2cec1f-c944-47a4-a494-33cd74a93243/resourceGroups/rg-fleet-weu/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-green-weu-control-plane'
  # from: kubelet-identity
  change 1 kubelet-identity always 'reimages nodes' 'Upgrades (reimages) all node pools; registry must be attached again (OWD-05, reversible-with-disruption)' '' '/subscriptions/6a2cec1f-c944-47a4-a494-33cd74a93243/resourcegroups/rg-fleet-weu/providers/microsoft.managedidentity/userassignedidentities/id-green-weu-kubelet' az aks update --yes "${where[@]}" --enable-managed-identity --assign-identity '/subscriptions/6a2cec1f-c944-47a4-a494-33cd74a93243/resourceGroups/rg-fleet-weu/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-green-weu-control-plane' --assign-kubelet-identity '/subscriptions/6a2cec1f-c944-47a4-a494-33cd74a93243/resourceGroups/rg-fleet-weu/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-green-weu-kubelet'
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
  change 1 network-policy always 'reimages nodes' 'Reimages all pools at once; previous engine is uninstalled (OWD-21, reversible-with-disruption)' '' 'cilium' az aks update --yes "${where[@]}" --network-policy 'cilium' --network-dataplane cilium
  # from: advanced-networking
  change 1 advanced-networking never '' 'none known' '' 'fqdn' az aks update --yes "${where[@]}" --enable-acns --acns-advanced-networkpolicies FQDN
  # from: api-server-reach
  change 1 vnet-integration always 'reimages nodes, interrupts what runs, cannot be undone' 'Cluster stop/start at once, new API server IP address, node image upgrade of all pools; regional capacity is checked but not reserved (OWD-13, irreversible)' '' 'true' az aks update --yes "${where[@]}" --enable-apiserver-vnet-integration --apiserver-subnet-id '/subscriptions/6a2cec1f-c944-47a4-a494-33cd74a93243/resourceGroups/rg-network/providers/Microsoft.Network/virtualNetworks/vnet-weu/subnets/snet-green-weu-api'
  # from: command-invoke
  change 1 run-command never '' 'None found (OWD-18, reversible)' '' 'true' az aks update --yes "${where[@]}" --disable-run-command
  # from: node-ssh
  change 1 ssh-access always 'reimages nodes' 'Reimages all pools (from Kubernetes 1.37 on; before that nothing changes until somebody upgrades the node image) (OWD-46, reversible-with-disruption)' '' 'localuser' az aks update --yes "${where[@]}" --ssh-access localuser
  # from: sign-in
  change 2 entra-id always 'can lock somebody out, cannot be undone' 'Users need a new kubeconfig and kubelogin (OWD-01, irreversible)' 'rights_are_there' 'true' az aks update --yes "${where[@]}" --enable-aad --aad-tenant-id 'e8bd6ef1-f2a7-4767-a453-f27fb189bc3f' --enable-azure-rbac
  # from: authorization
  change 2 azure-rbac always 'can lock somebody out' 'Access breaks for anyone whose rights exist only in the other model; assignments take up to five minutes (OWD-07, reversible)' 'rights_are_there' 'true' az aks update --yes "${where[@]}" --enable-azure-rbac
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
