#!/usr/bin/env bash
# Brings the cluster ${comment(cluster.name())} to the settings that the design decides, once it is there: one line a decision.
# A template would reset what it leaves out, so a cluster that is there is never deployed again.
<#assign gates = needs?seq_contains("somebody_gets_in")>
<#assign asksRights = rights?size != 0 && (gates || needs?seq_contains("rights_are_there"))>
<#assign asksBindings = bindings != 0 && (gates || needs?seq_contains("bindings_are_there"))>
<#noparse>
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

</#noparse>
<#if changes?size == 0 && pools?size == 0>
apply=false
<#if cluster.existing()>
plan=false
<#else>
part=
</#if>
<#noparse>
while [ $# -gt 0 ]; do
  case $1 in
</#noparse>
    --apply) apply=true ;;
<#if cluster.existing()>
    --plan) plan=true ;;
<#else>
    --plan) ;;
</#if>
<#noparse>
    --part | --consent)
      if [ $# -lt 2 ]; then
        usage >&2 && exit 2
      fi
</#noparse>
<#if !cluster.existing()>
      if [ "$1" = --part ]; then
        part=$2
      fi
</#if>
<#noparse>
      shift
      ;;
    --help) usage && exit 0 ;;
    *) usage >&2 && exit 2 ;;
  esac
  shift
done
</#noparse>
<#else>
<#noparse>
apply=false
plan=false
part=
</#noparse>
<#if agreed?size != 0>
# from: cluster-changes
agreed=${shell(agreed?join("\n"))}
<#else>
agreed=
</#if>
<#noparse>
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
</#noparse>
</#if>

name=${shell(cluster.name())}
subscription=${shell(cluster.subscription())}
cluster=${shell(id)}
<#if changes?size != 0 || pools?size != 0>
group=${shell(cluster.resourceGroup())}
<#if changes?size != 0>
where=(--subscription "$subscription" --resource-group "$group" --name "$name")
</#if>
</#if>
<#noparse>

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
</#noparse>
<#if cluster.existing()>
  # It may be there all the same: who lacks the right to read it does not see it. So with --apply, and before it, this is a failure.
  echo "$name is not seen by this login in subscription $subscription, although the design says that it is there: nothing was changed" >&2
  [ "$apply$plan" = falsefalse ] || exit 1
<#else>
  # The second part follows stage 3, which makes it.
  if [ "$apply$part" = true2 ]; then
    fail "$name is not listed in subscription $subscription, so sign-in, authorizer and local accounts stay as they are: stage 3 has not made it yet, or this login may not read it"
  fi
  echo "$name is not there yet: stage 3 makes it with the settings of the design"
</#if>
  exit 0
fi
<#if changes?size == 0 && pools?size == 0>

echo "nothing is decided about the settings of $name, so nothing is to be changed"
<#else>
<#noparse>

queries=

# ask SETTING QUERY: what is to be read of the cluster
ask() {
  queries+="${queries:+, }['$1', $2]"
}

</#noparse>
<#list read as setting>
ask ${setting.name()} ${shell(setting.text())}
</#list>

read_cluster() {
  found=$(az resource show --ids "$cluster" --api-version ${version} --query "[$queries]" --output tsv) || fail "az cannot show $name"
<#list changes?filter(change -> change.below() != "") as change>
  levels=$(az rest --method get --url "$cluster"${shell(change.below()?keep_before_last("/") + "?api-version=" + change.version())} --query ${shell("value[]." + change.query() + "[]")} --output tsv) || fail "az cannot list the safeguards of $name"
  found+=$'\n'${change.setting()}$'\t'$(paste -sd , - <<< "$levels")
</#list>
}
<#noparse>

# value SETTING: what Azure shows, in small letters; the values of a list sorted and joined by commas
value() {
  awk -F '\t' -v setting="$1" '$1 == setting { last = tolower($2) } END { print last }' <<< "$found" | tr , '\n' | LC_ALL=C sort -u | paste -sd , -
}
</#noparse>
<#if changes?size != 0>
<#if asksRights>
<#noparse>

rights=

# right PRINCIPAL ROLE SCOPE: what the design gives in this cluster; a principal * is an identity
right() {
  rights+=$1$'\t'$2$'\t'$3$'\n'
}

</#noparse>
<#list rights as right>
right ${shell(right.principal())} ${shell(right.role())} ${shell(right.scope())}
</#list>

# missing_rights: those that nobody holds yet
missing_rights() {
  local held<#if eligible> eligible</#if>
  held=$(az role assignment list --all --subscription "$subscription" --query '[].[principalId, roleDefinitionId, scope]' --output tsv) || fail "az cannot list the role assignments of subscription $subscription"
<#if eligible>
  eligible=$(az rest --method get --url "$cluster/providers/Microsoft.Authorization/roleEligibilitySchedules?api-version=2020-10-01&%24filter=atScope()" --query 'value[].[properties.principalId, properties.roleDefinitionId, properties.scope]' --output tsv) || fail "az cannot list the eligible rights on $name"
  held+=$'\n'$eligible
</#if>
<#noparse>
  awk -F '\t' '
    $0 == "--" { wanted = 1; next }
    { principal = tolower($1); role = tolower($2); sub(/.*\//, "", role); scope = tolower($3); sub(/^\/providers\/microsoft.subscription\//, "/", scope) }
    !wanted { held[principal, role, scope]; held["*", role, scope]; next }
    NF && !((principal, role, scope) in held) { print "role " $2 " for " $1 " at " $3 }
  ' <<< "$held"$'\n'--$'\n'"$rights"
}
</#noparse>
</#if>
<#if asksBindings>

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# bindings_found: whether the cluster holds the bindings of the design
bindings_found() {
  local bindings
<#noparse>
  az aks get-credentials "${where[@]}" --file "$work/config" --overwrite-existing --output none || fail "az cannot fetch the kubeconfig of $name"
</#noparse>
  if command -v kubelogin > /dev/null; then
    KUBECONFIG=$work/config kubelogin convert-kubeconfig -l azurecli || fail "kubelogin cannot convert the kubeconfig of $name"
  fi
  bindings=$(KUBECONFIG=$work/config kubectl get clusterrolebindings,rolebindings --all-namespaces --selector ${shell("aks-iam/design=" + design)} --output name) || fail "kubectl cannot list the bindings in $name, so it is not known whether they are there"
  [ "$(grep -c . <<< "$bindings")" -ge ${bindings?c} ]
}
</#if>
<#if adminGroups?size != 0 && (gates || needs?seq_contains("bindings_are_there"))>

# admin_group_found: whether the cluster lists an admin group of the design
admin_group_found() {
  local group groups
  groups=$(value admin-groups | tr , '\n')
  while IFS= read -r group; do
    if is_in "$group" "$groups"; then
      return 0
    fi
  done <<< ${shell(adminGroups?join("\n"))}
  return 1
}
</#if>
<#if needs?seq_contains("entra_is_on")>

# entra_is_on: whether people sign in with Entra ID; turning it on lists the admin groups too
entra_is_on() {
  if [ "$(value entra-id)" = true ]; then
    return 0
  fi
  echo "$id follows with $name/entra-id"
  return 1
}
</#if>
<#if needs?seq_contains("rights_are_there")>

# rights_are_there: whether the role assignments of the design exist, so that nobody is locked out by the new authorizer
rights_are_there() {
<#if asksRights>
  local missing
  missing=$(missing_rights) || exit 1
  if [ -n "$missing" ]; then
    echo "$id waits for $(grep -c . <<< "$missing") rights of the design that stage 4 gives, such as:"
    sed -n '1,3s/^/  /p' <<< "$missing"
    return 1
  fi
<#else>
  return 0
</#if>
}
</#if>
<#if needs?seq_contains("bindings_are_there")>

# bindings_are_there: whether the cluster knows who may do what when Azure no longer says it
bindings_are_there() {
<#if adminGroups?size != 0>
  if admin_group_found; then
    return 0
  fi
</#if>
<#if asksBindings>
  if bindings_found; then
    return 0
  fi
</#if>
  echo "$id waits for the bindings of the design that stage 7 makes; before, nobody of the design could get in"
  return 1
}
</#if>
<#if gates>

# somebody_gets_in: whether somebody of the design can do without local accounts
somebody_gets_in() {
<#if asksRights>
  local missing
</#if>
<#if adminGroups?size != 0>
  if admin_group_found; then
    return 0
  fi
</#if>
<#if asksRights>
  if [ "$(value azure-rbac)" = true ]; then
    missing=$(missing_rights) || exit 1
    if [ -z "$missing" ]; then
      return 0
    fi
  fi
</#if>
<#if asksBindings>
  if bindings_found; then
    return 0
  fi
</#if>
  echo "$id waits until somebody of the design can get in without them: as a listed admin group, by the rights of stage 4, or by the bindings of stage 7"
  return 1
}
</#if>
<#noparse>

missing=

# change PART SETTING CONSENT EFFECTS DISRUPTION NEEDS WANTED [COMMAND...]: makes a setting what was decided, unless it is.
# A setting that Azure does not show is false.
change() {
</#noparse>
  local id=$name/$2 consent=$3 effects=$4 disruption=$5<#if needs?size != 0> needs=$6</#if> wanted=$7 from
<#noparse>
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
</#noparse>
<#if needs?size != 0>
  case $needs in
<#list needs as need>
    ${need}) ${need} || return 0 ;;
</#list>
    *) ;;
  esac
</#if>
<#noparse>
  echo "$id: ${from:-nothing} -> $wanted"
</#noparse>
<#if changes?filter(change -> change.below() != "" && change.command() != "")?size != 0>
  if [ "$1" = safeguards ]; then
    shift
    if [ -n "$from" ]; then
<#noparse>
      az aks safeguards update "${where[@]}" "$@" --output none || fail "$id was not changed; what follows it was not tried"
</#noparse>
    else
<#if cluster.settings().safeguardsExcluded()?has_content>
      set -- "$@" --excluded-ns<#list cluster.settings().safeguardsExcluded() as namespace> ${shell(namespace)}</#list>
</#if>
<#noparse>
      az aks safeguards create "${where[@]}" "$@" --output none || fail "$id was not changed; what follows it was not tried"
</#noparse>
    fi
  else
    "$@" --output none || fail "$id was not changed; what follows it was not tried"
  fi
<#else>
  "$@" --output none || fail "$id was not changed; what follows it was not tried"
</#if>
  read_cluster
}
</#if>
<#if pools?size != 0>
<#noparse>

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
</#noparse>
</#if>

changes() {
<#list pools as pool>
  # from: ${pool.from}
  pool ${shell(pool.name)} ${pool.arguments}
</#list>
<#list changes as change>
  # from: ${comment(change.from())}
  change ${change.part()} ${change.setting()} ${change.consent()} ${shell(change.effects())} ${shell(change.disruption())} ${shell(change.needs())} ${shell(change.wanted())}<#if change.command() != ""> ${change.command()}</#if>
</#list>
}
<#noparse>

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
</#noparse>
<#if changes?size != 0>
<#noparse>
if [ -n "$missing" ]; then
  printf '%s' "$missing"
  if [ "$apply$plan" != falsefalse ]; then
    echo "nothing was changed in $name"
    exit 5
  fi
fi
</#noparse>
</#if>
<#noparse>
if [ "$apply" = true ]; then
  mode=change
  parts
fi
</#noparse>
</#if>
