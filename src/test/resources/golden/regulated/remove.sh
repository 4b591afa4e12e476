#!/usr/bin/env bash
# Takes away what earlier bundles of this design gave and this one does not give.
set -euo pipefail
unset CDPATH
cd -- "$(dirname "${BASH_SOURCE[0]}")" > /dev/null

usage() {
  cat <<'HELP'
Usage: remove.sh [--stage N] [--plan] [--apply] [--consent ID]...

Asks Azure and the clusters what is still there of removals.json, and which Kubernetes objects of this design this
bundle does not hold. A Kubernetes role that others have bound stays. It never takes away a namespace, a cluster, a vault
or an identity, nor the last right by which you may manage access.

  --stage N     only what this stage gave, with no more than its rights: 2 custom roles and the roles of the clusters'
                identities, 3 federated credentials, 4 roles, 5 policies, 6 eligible rights, 7 Kubernetes objects. It names
                how much is left to other stages.
  --apply       take it away; without it, it is only listed
  --consent ID  also take away what the design adopted (it was there before, or others made it), and what something that
                runs depends on. The IDs are printed.
  --plan        only say which consents are missing
  --help        this text

Needs the rights of the stages that gave it: see README.md. Exit code: 0 nothing is left, 4 something waits or stays, 5 a
consent is missing and nothing was changed, anything else a failure: not everything could be asked.
HELP
}

apply=false
plan=false
only=
consents=' '
while [ $# -gt 0 ]; do
  case $1 in
    --apply) apply=true ;;
    --plan) plan=true ;;
    --stage)
      case ${2-} in
        [1-7]) only=$2 && shift ;;
        *) usage >&2 && exit 2 ;;
      esac
      ;;
    --consent)
      [ $# -gt 1 ] || { usage >&2 && exit 2; }
      consents="$consents$2 "
      shift
      ;;
    --help) usage && exit 0 ;;
    *) usage >&2 && exit 2 ;;
  esac
  shift
done

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
tab=$(printf '\t')
# Built-in roles that may manage access: User Access Administrator, Owner, Role Based Access Control Administrator
administrators='18d7d88d-d35e-4fb5-a5c3-7773c20a72d9 8e3af657-a8ff-443c-a75c-2fe8c4bcb635 f58310d9-a9f6-439a-9e8d-f62e7b41a168'
stays=0
unasked=0

lower() {
  tr '[:upper:]' '[:lower:]'
}

# part NAME ID: what follows NAME in an Azure id
part() {
  printf '%s' "$2" | awk -F / -v name="$1" '{ for (i = 1; i < NF; i++) if (tolower($i) == tolower(name)) { print $(i + 1); exit } }'
}

# rights.tsv has a first line, a last line that counts the others, and nine columns.
whole_rights() {
  awk -F '\t' '
    { sub(/\r$/, ""); last = $0 }
    NR == 1 { whole = /^# What this bundle gives in Azure/ }
    !/^#/ { rows++; if (NF != 9) whole = 0 }
    END { exit !(whole && last == "# rights: " (rows + 0)) }' rights.tsv
}

# removals.json is JSON of objects, lists, texts and numbers, and each entry has a key.
whole_removals() {
  awk '
    {
      kinds += gsub(/"kind"[ \t]*:/, "&")
      keys += gsub(/"key"[ \t]*:/, "&")
      if (/"removals"[ \t]*:/) lists = 1
      gsub(/"([^"\\]|\\.)*"/, "")
      if ($0 !~ /^[][{}:, \t\r0-9]*$/) broken = 1
      depth += gsub(/[[{]/, "") - gsub(/[]}]/, "")
    }
    END { exit !(lists && depth == 0 && kinds == keys && !broken) }' removals.json
}

if [ ! -f rights.tsv ] || ! whole_rights; then
  echo "rights.tsv is not whole, so nothing is taken away: take it back from version control (git checkout -- rights.tsv), or generate the bundle again with --force" >&2
  exit 1
fi
if [ ! -f removals.json ] || ! whole_removals; then
  echo "removals.json is not whole, so nothing is taken away: take it back from version control (git checkout -- removals.json). Without any, delete it and generate the bundle again; what earlier bundles gave is then forgotten." >&2
  exit 1
fi

# What removals.json lists and rights.tsv does not give, a line each: kind, name, scope, principal, role, words, consideration, stage.
entries() {
  awk '
    function flush(  i, line) {
      if ("kind" in field && !(field["key"] in given)) {
        line = ""
        for (i = 1; i <= count; i++) line = line (i > 1 ? "\t" : "") ((wanted[i] in field) && field[wanted[i]] != "" ? field[wanted[i]] : "-")
        print line
        given[field["key"]] = 1
      }
      split("", field)
    }
    BEGIN { FS = "\t"; count = split("kind name scope principal role what consideration stage", wanted, " ") }
    FILENAME == "rights.tsv" {
      sub(/\r$/, "")
      if (!/^#/) given[$9] = 1
      next
    }
    {
      rest = $0
      while (match(rest, /"([^"\\]|\\.)*"/)) {
        between = substr(rest, 1, RSTART - 1)
        token = substr(rest, RSTART + 1, RLENGTH - 2)
        rest = substr(rest, RSTART + RLENGTH)
        if (between ~ /}/) flush()
        if (between ~ /:[ \t\r]*$/) { gsub(/\\"/, "\"", token); field[key] = token } else key = token
      }
      if (rest ~ /}/) flush()
    }
    END { flush() }' rights.tsv removals.json
}

# listed FILE COMMAND...: what a command prints, asked once and in small letters
listed() {
  local file=$work/$1
  shift
  if [ ! -e "$file" ]; then
    "$@" > "$file.part" || return 1
    lower < "$file.part" > "$file"
  fi
  cat "$file"
}

roles() {
  local query='[].[name, scope, principalId, roleDefinitionId, id]' own
  own=$(part subscriptions "$1")
  if [ -n "$own" ]; then
    listed "roles-$own" az role assignment list --all --subscription "$own" --query "$query" --output tsv
  else
    listed "roles-${1##*/}" az role assignment list --scope "$1" --query "$query" --output tsv
  fi
}

identities() {
  listed "identities-$1" az identity list --subscription "$1" --query '[].[id, principalId]' --output tsv
}

clusters() {
  listed "clusters-$1" az aks list --subscription "$1" --output tsv \
    --query "[].[id, identity.principalId || 'none', identityProfile.kubeletidentity.objectId || 'none', addonProfiles.azureKeyvaultSecretsProvider.identity.objectId || 'none']"
}

# found ID LINES COLUMN: the column of the line of an id; nothing when Azure does not hold it
found() {
  awk -F '\t' -v id="$(printf '%s' "$1" | lower)" -v column="$3" '$1 == id && !done { print $column; done = 1 }' <<< "$2"
}

# principal REFERENCE: the object id of who holds a right; nothing when the identity is gone
principal() {
  local list column=3
  case $1 in
    *'#'*)
      list=$(clusters "$(part subscriptions "$1")") || return 1
      case ${1#*#} in
        control-plane) column=2 ;;
        key-vault-secrets-provider) column=4 ;;
      esac
      found "${1%#*}" "$list" "$column" | sed '/^none$/d'
      ;;
    /*)
      list=$(identities "$(part subscriptions "$1")") || return 1
      found "$1" "$list" 2
      ;;
    *) printf '%s' "$1" | lower ;;
  esac
}

# wait_for CONSENT FROM WORDS COMMAND...: notes what is there and has to go, and how
: > "$work/waits"
wait_for() {
  local consent=$1 from=$2 words=$3
  shift 3
  {
    printf '%s\t%s\t%s' "$consent" "$from" "$words"
    printf '\t%s' "$@"
    printf '\n'
  } >> "$work/waits"
}

# pages URL COLUMNS: a list of Azure, page by page
pages() {
  local url=$1
  while [ -n "$url" ] && [ "$url" != None ]; do
    az rest --method get --url "$url" --output tsv --query "value[].$2" || return 1
    url=$(az rest --method get --url "$url" --output tsv --query nextLink) || return 1
  done
}


# caller: the object id of who is signed in. az account show gives a managed identity one of two fixed names (azure-cli,
# azure/cli/core/_profile.py, read 2026-11-29), and such an identity may seldom read the directory; so its id is read in the token by
# which it calls Azure (claim oid, learn.microsoft.com/entra/identity-platform/access-token-claims-reference).
caller() {
  local kind name
  kind=$(az account show --query user.type --output tsv) || return 1
  if [ "$kind" = user ]; then
    az ad signed-in-user show --query id --output tsv
    return
  fi
  name=$(az account show --query user.name --output tsv) || return 1
  case $name in
    systemAssignedIdentity | userAssignedIdentity) token_owner ;;
    *) az ad sp show --id "$name" --query id --output tsv ;;
  esac
}

# token_owner: the claim oid of the token that az uses, which is never printed
token_owner() {
  az account get-access-token --query accessToken --output tsv | awk -F . '
    BEGIN { digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_" }
    {
      for (i = 1; i <= length($2); i++) {
        bits = bits * 64 + index(digits, substr($2, i, 1)) - 1
        count += 6
        if (count < 8) continue
        count -= 8
        text = text sprintf("%c", int(bits / 2 ^ count))
        bits %= 2 ^ count
      }
    }
    END {
      if (!match(text, /"oid" *: *"[0-9a-fA-F-]+"/)) exit 1
      text = substr(text, RSTART, RLENGTH - 1)
      sub(/.*"/, "", text)
      print text
    }'
}

# managers SCOPE: the roles by which somebody may manage access there: the built-in ones, then custom ones
managers() {
  tr ' ' '\n' <<< "$administrators"
  listed "definitions-$(printf '%s' "$1" | lower | cksum | tr ' ' -)" az role definition list --custom-role-only true --scope "$1" --output tsv \
    --query "[].[name, join(',', permissions[].actions[]), join(',', permissions[].notActions[])]" | awk -F '\t' '
      function covers(list,  parts, i) {
        gsub(/[.]/, "[.]", list)
        gsub(/[*]/, ".*", list)
        for (i = split(list, parts, ","); i > 0; i--) if ("microsoft.authorization/roleassignments/write" ~ "^" parts[i] "$") return 1
        return 0
      }
      covers($2) && !covers($3) { print $1 }'
}

# note_manager ROLE SCOPE: notes the scope when a right to manage access goes there
: > "$work/managed"
note_manager() {
  local list
  list=$(managers "$2")
  if grep -qxF -- "$(printf '%s' "$1" | lower)" <<< "$list"; then
    printf '%s\n' "$2" | lower >> "$work/managed"
  fi
}

# own_right SCOPE: the last word of what waits and would leave the caller no right to manage access there, once everything
# has gone that waits. A right under a condition stands in for no right without one. Who activated an eligible right holds
# it until that goes.
own_right() {
  local who
  who=$(listed caller caller)
  managers "$1" > "$work/managers"
  az role assignment list --scope "$1" --include-inherited --include-groups --assignee "$who" --output tsv \
    --query "[].[id, roleDefinitionId, condition && 'conditional' || 'free']" | lower > "$work/mine"
  : > "$work/active"
  if [ -e "$work/eligible" ]; then
    pages "$1/providers/Microsoft.Authorization/roleAssignmentScheduleInstances?api-version=2020-10-01&%24filter=asTarget()" \
      "[properties.originRoleAssignmentId || 'none', properties.linkedRoleEligibilityScheduleId || 'none']" | lower > "$work/active"
  fi
  awk -F '\t' -v work="$work" '
    FILENAME == work "/managers" { rank[$1] = FNR; next }
    FILENAME == work "/active" { sub(/.*\//, "", $2); if ($2 != "none") from[$1] = $2; next }
    FILENAME == work "/waits" { goes[$NF] = 1; next }
    { role = substr($2, length($2) - 35) }
    role in rank {
      right = ($1 in from) ? from[$1] : $1
      if (!(right in goes)) left[$3] = 1
      else if (!($3 in own) || rank[role] < best[$3]) { own[$3] = right; best[$3] = rank[role] }
    }
    END {
      if ("free" in own) { if (!("free" in left)) print own["free"] }
      else if ("conditional" in own && !("free" in left) && !("conditional" in left)) print own["conditional"]
    }' "$work/managers" "$work/active" "$work/waits" "$work/mine"
}

# keep_own: the caller keeps one right to manage access, wide scopes first
keep_own() {
  local scope own
  LC_ALL=C sort -u "$work/managed" > "$work/scopes"
  while IFS= read -r scope <&3; do
    own_right "$scope" > "$work/own"
    own=$(cat "$work/own")
    [ -n "$own" ] || continue
    awk -F '\t' -v own="$own" '$NF == own { print "stays: " $3 ", because you are signed in by it" }' "$work/waits"
    awk -F '\t' -v own="$own" '$NF != own' "$work/waits" > "$work/others"
    mv "$work/others" "$work/waits"
    stays=$((stays + 1))
  done 3< "$work/scopes"
}

# A right of another name than the bundle gave it was there before, or others made it.
role() {
  local name=$1 scope=$2 who=$3 guid=$4 words=$5 from=$6 list own id at
  list=$(roles "$scope")
  own=$(principal "$who")
  awk -F '\t' -v name="$name" -v scope="$(printf '%s' "$scope" | lower)" -v who="$own" -v role="$(printf '%s' "$guid" | lower)" \
    '$2 == scope && substr($4, length($4) - 35) == role && (who != "" ? $3 == who : $1 == name) { print $1 "\t" $5 }' <<< "$list" > "$work/matches"
  while IFS=$tab read -r at id; do
    note_manager "$guid" "$scope"
    if [ "$at" = "$name" ] || [ "$name" = - ]; then
      wait_for - "$from" "$words" az role assignment delete --ids "$id"
    else
      wait_for "role-$at" "$from" "$words" az role assignment delete --ids "$id"
    fi
  done < "$work/matches"
}

eligible() {
  local scope=$1 who=$2 guid=$3 words=$4 from=$5 list name definition
  list=$(listed "schedules-$(printf '%s' "$scope" | lower | cksum | tr ' ' -)" \
    pages "$scope/providers/Microsoft.Authorization/roleEligibilitySchedules?api-version=2020-10-01&%24filter=atScope()" \
    '[name, properties.scope, properties.principalId, properties.roleDefinitionId]')
  awk -F '\t' -v scope="$(printf '%s' "$scope" | lower)" -v who="$(printf '%s' "$who" | lower)" -v role="$(printf '%s' "$guid" | lower)" \
    '{ sub("/providers/microsoft[.]subscription/", "/") }
    $2 == scope && $3 == who && substr($4, length($4) - 35) == role { print $1 "\t" $4 }' <<< "$list" > "$work/matches"
  while IFS=$tab read -r name definition; do
    : > "$work/eligible"
    note_manager "$guid" "$scope"
    wait_for - "$from" "$words" remove_eligible "$scope" "$who" "$definition" "$name"
  done < "$work/matches"
}

remove_eligible() {
  local request
  request=$(printf '%04x%04x-%04x-4%03x-8%03x-%04x%04x%04x' "$RANDOM" "$RANDOM" "$RANDOM" $((RANDOM % 4096)) $((RANDOM % 4096)) "$RANDOM" "$RANDOM" "$RANDOM")
  az rest --method put --url "$1/providers/Microsoft.Authorization/roleEligibilityScheduleRequests/$request?api-version=2020-10-01" --output none \
    --body "{\"properties\": {\"principalId\": \"$2\", \"roleDefinitionId\": \"$3\", \"requestType\": \"AdminRemove\", \"targetRoleEligibilityScheduleId\": \"$4\"}}"
}

cosmos() {
  local name=$1 scope=$2 who=$3 guid=$4 words=$5 from=$6 own accounts at
  own=$(part subscriptions "$scope")
  accounts=$(listed "accounts-$own" az resource list --subscription "$own" --resource-type Microsoft.DocumentDB/databaseAccounts --query '[].id' --output tsv)
  grep -qxF -- "$(printf '%s' "${scope%%/dbs/*}" | lower)" <<< "$accounts" || return 0
  set -- --subscription "$own" --resource-group "$(part resourceGroups "$scope")" --account-name "$(part databaseAccounts "$scope")"
  own=$(principal "$who")
  az cosmosdb sql role assignment list "$@" --query '[].[name, scope, principalId, roleDefinitionId]' --output tsv | lower |
    awk -F '\t' -v name="$name" -v scope="$(printf '%s' "$scope" | lower)" -v who="$own" -v role="$(printf '%s' "$guid" | lower)" \
      '$2 == scope && substr($4, length($4) - 35) == role && (who != "" ? $3 == who : $1 == name) { print $1 }' > "$work/matches"
  while IFS= read -r at; do
    wait_for "$([ "$at" = "$name" ] && echo - || echo "cosmos-$at")" "$from" "$words" az cosmosdb sql role assignment delete --yes "$@" --role-assignment-id "$at"
  done < "$work/matches"
}

credential() {
  local name=$1 identity=$2 cluster=$3 subject=$4 words=$5 from=$6 own list issuer at
  own=$(part subscriptions "$identity")
  list=$(identities "$own")
  [ -n "$(found "$identity" "$list" 1)" ] || return 0
  list=$(clusters "$(part subscriptions "$cluster")")
  issuer=
  if [ -n "$(found "$cluster" "$list" 1)" ]; then
    issuer=$(az aks show --ids "$cluster" --query 'oidcIssuerProfile.issuerUrl || oidcIssuerProfile.issuerURL' --output tsv)
  fi
  set -- --subscription "$own" --resource-group "$(part resourceGroups "$identity")" --identity-name "$(part userAssignedIdentities "$identity")"
  az identity federated-credential list "$@" --query '[].[name, subject, issuer]' --output tsv |
    awk -F '\t' -v name="$name" -v subject="$subject" -v issuer="$issuer" '$2 == subject && (issuer != "" ? $3 == issuer : $1 == name) { print $1 }' > "$work/matches"
  while IFS= read -r at; do
    wait_for "$([ "$at" = "$name" ] && echo - || echo "credential-$at")" "$from" "$words" az identity federated-credential delete --yes "$@" --name "$at"
  done < "$work/matches"
}

binding() {
  local name=$1 cluster=$2 words=$3 from=$4 version=$5 list
  list=$(clusters "$(part subscriptions "$cluster")")
  [ -n "$(found "$cluster" "$list" 1)" ] || return 0
  list=$(pages "$cluster/identityBindings?api-version=$version" name)
  if grep -qxF -- "$name" <<< "$list"; then
    wait_for - "$from" "$words" az resource delete --ids "$cluster/identityBindings/$name" --api-version "$version"
  fi
}

policy() {
  local name=$1 scope=$2 words=$3 from=$4 list there
  if [ -n "$(part managedClusters "$scope")" ]; then
    list=$(clusters "$(part subscriptions "$scope")")
    [ -n "$(found "$scope" "$list" 1)" ] || return 0
  elif [ -n "$(part resourceGroups "$scope")" ]; then
    there=$(az group exists --subscription "$(part subscriptions "$scope")" --name "$(part resourceGroups "$scope")")
    [ "$there" != false ] || return 0
  fi
  list=$(az policy assignment list --scope "$scope" --query '[].name' --output tsv)
  if grep -qxF -- "$name" <<< "$list"; then
    wait_for - "$from" "$words" az policy assignment delete --scope "$scope" --name "$name"
  fi
}

# A definition that others have assigned meanwhile stays.
definition() {
  local guid=$1 scope=$2 words=$3 from=$4 list
  list=$(az role definition list --custom-role-only true --scope "$scope" --query '[].name' --output tsv | lower)
  if grep -qxF -- "$guid" <<< "$list"; then
    wait_for - "$from" "$words" remove_definition "$guid" "$scope" "$words"
  fi
}

# remove_definition GUID SCOPE WORDS: asks all its assignable scopes. Of those below a management group only Azure knows.
remove_definition() {
  local query="[?ends_with(roleDefinitionId, '$1')].id" scopes scope own
  scopes=$(az role definition list --custom-role-only true --scope "$2" --query "[?name=='$1'].assignableScopes[]" --output tsv)
  : > "$work/left"
  while IFS= read -r scope <&4; do
    own=$(part subscriptions "$scope")
    if [ -n "$own" ]; then
      az role assignment list --all --subscription "$own" --query "$query" --output tsv >> "$work/left"
    elif [ -n "$scope" ]; then
      az role assignment list --scope "$scope" --query "$query" --output tsv >> "$work/left"
    fi
  done 4<<< "$scopes"
  if [ -s "$work/left" ]; then
    echo "stays: $3, because it is still assigned:"
    sort -u "$work/left" | sed 's/^/  /'
    stays=$((stays + 1))
    return 0
  fi
  az role definition delete --name "$1" --scope "$2"
}

# from: clusters
kinds='rolebindings.rbac.authorization.k8s.io clusterrolebindings.rbac.authorization.k8s.io roles.rbac.authorization.k8s.io clusterroles.rbac.authorization.k8s.io serviceaccounts networkpolicies.networking.k8s.io resourcequotas limitranges'
design='8e0cb66c-a18e-34bf-8a91-a3dddf0a4f78'
# The identities of this bundle.
identities='/subscriptions/3509d9ff-c044-420c-afbb-11b254b2b8b7/resourcegroups/rg-aks-cde-tst-weu/providers/microsoft.managedidentity/userassignedidentities/id-cde-tst-weu-control-plane /subscriptions/3509d9ff-c044-420c-afbb-11b254b2b8b7/resourcegroups/rg-aks-cde-tst-weu/providers/microsoft.managedidentity/userassignedidentities/id-cde-tst-weu-kubelet /subscriptions/3509d9ff-c044-420c-afbb-11b254b2b8b7/resourcegroups/rg-aks-cde-weu/providers/microsoft.managedidentity/userassignedidentities/id-authorizer /subscriptions/3509d9ff-c044-420c-afbb-11b254b2b8b7/resourcegroups/rg-aks-cde-weu/providers/microsoft.managedidentity/userassignedidentities/id-cde-weu-control-plane /subscriptions/3509d9ff-c044-420c-afbb-11b254b2b8b7/resourcegroups/rg-aks-cde-weu/providers/microsoft.managedidentity/userassignedidentities/id-cde-weu-kubelet /subscriptions/3509d9ff-c044-420c-afbb-11b254b2b8b7/resourcegroups/rg-aks-cde-weu/providers/microsoft.managedidentity/userassignedidentities/id-detokenizer /subscriptions/3509d9ff-c044-420c-afbb-11b254b2b8b7/resourcegroups/rg-aks-cde-weu/providers/microsoft.managedidentity/userassignedidentities/id-journal /subscriptions/3509d9ff-c044-420c-afbb-11b254b2b8b7/resourcegroups/rg-aks-cde-weu/providers/microsoft.managedidentity/userassignedidentities/id-key-rotator /subscriptions/3509d9ff-c044-420c-afbb-11b254b2b8b7/resourcegroups/rg-aks-cde-weu/providers/microsoft.managedidentity/userassignedidentities/id-scheme-files /subscriptions/3509d9ff-c044-420c-afbb-11b254b2b8b7/resourcegroups/rg-aks-cde-weu/providers/microsoft.managedidentity/userassignedidentities/id-tokenizer /subscriptions/d4306f7e-c7e1-4df3-a201-eb30459f89be/resourcegroups/rg-aks-corp-weu/providers/microsoft.managedidentity/userassignedidentities/id-corp-weu-control-plane /subscriptions/d4306f7e-c7e1-4df3-a201-eb30459f89be/resourcegroups/rg-aks-corp-weu/providers/microsoft.managedidentity/userassignedidentities/id-corp-weu-kubelet /subscriptions/d4306f7e-c7e1-4df3-a201-eb30459f89be/resourcegroups/rg-aks-corp-weu/providers/microsoft.managedidentity/userassignedidentities/id-portal-web /subscriptions/d4306f7e-c7e1-4df3-a201-eb30459f89be/resourcegroups/rg-aks-corp-weu/providers/microsoft.managedidentity/userassignedidentities/id-report-runner'

# Who uses what in a cluster, a line each: kind, namespace and name of what is used, then of who uses it. Beside them the network
# policies, with "all" where it is for all pods of its namespace, and the directions that it closes, and the quotas.
: > "$work/reasons"
: > "$work/behind"
cat > "$work/users.template" <<'EOF'
{{range .items}}{{$kind := .kind}}{{$name := .metadata.name}}{{$space := or .metadata.namespace "-"}}
{{- if .roleRef}}{{.roleRef.kind}}{{"\t"}}{{if eq .roleRef.kind "Role"}}{{$space}}{{else}}-{{end}}{{printf "\t%s\t%s\t%s\t%s\n" .roleRef.name $kind $space $name}}
{{- else if eq $kind "NetworkPolicy"}}{{if or .spec.podSelector.matchLabels .spec.podSelector.matchExpressions}}some{{else}}all{{end}}
{{- printf "\t%s\t%s\t" $space $name}}{{range .spec.policyTypes}}{{.}},{{end}}{{"\n"}}
{{- else if eq $kind "ResourceQuota"}}{{printf "quota\t%s\t%s\n" $space $name}}
{{- else}}{{$spec := .spec}}{{if eq $kind "CronJob"}}{{$spec = .spec.jobTemplate.spec.template.spec}}{{else if ne $kind "Pod"}}{{$spec = .spec.template.spec}}{{end}}
{{- $over := false}}{{with .status}}{{if or (eq (or .phase "-") "Succeeded") (eq (or .phase "-") "Failed")}}{{$over = true}}{{end}}
{{- if eq $kind "Job"}}{{range .conditions}}{{if or (eq .type "Complete") (eq .type "Failed")}}{{$over = true}}{{end}}{{end}}{{end}}{{end}}
{{- if not $over}}{{if eq $kind "Pod"}}{{printf "Namespace\t-\t%s\tPod\t%s\t%s\n" $space $space $name}}{{end}}
{{- with $spec.serviceAccountName}}{{printf "ServiceAccount\t%s\t%s\t%s\t%s\t%s\n" $space . $kind $space $name}}{{end}}
{{- range $spec.volumes}}{{with .csi}}{{with .volumeAttributes}}{{with .secretProviderClass}}
{{- printf "SecretProviderClass\t%s\t%s\t%s\t%s\t%s\n" $space . $kind $space $name}}{{end}}{{end}}{{end}}{{end}}
{{- end}}{{end}}{{end}}
EOF

ask_who_uses() {
  KUBECONFIG=$1 kubectl get pods,deployments.apps,statefulsets.apps,daemonsets.apps,jobs.batch,cronjobs.batch,networkpolicies.networking.k8s.io,resourcequotas,rolebindings.rbac.authorization.k8s.io,clusterrolebindings.rbac.authorization.k8s.io \
    --all-namespaces --output "go-template-file=$work/users.template" > "$work/users"
}

# used KIND NAMESPACE NAME: in words, what depends on an object that would go, beside what goes with it; nothing when nothing does
used() {
  awk -F '\t' -v kind="$1" -v space="$2" -v name="$3" '
    FILENAME ~ /going$/ { going[$1, $2, $3]; next }
    $1 == "all" || $1 == "some" {
      if ($2 != space) next
      stays = !(("NetworkPolicy", $2, $3) in going)
      if (stays) left = 1
      if (!stays && $1 == "all") wide = 1
      if (kind == "NetworkPolicy" && $3 == name) { all = $1 == "all"; directions = $4 }
      if (stays && $1 == "all") closed = closed $4
      next
    }
    $1 == "quota" {
      if ($2 == space && !(("ResourceQuota", $2, $3) in going)) quotas++
      next
    }
    $1 == "Namespace" && $3 == space { pods++ }
    $1 == kind && $2 == space && $3 == name && !(($4, $5, $6) in going) {
      if (++count <= 3) users = users (users == "" ? "" : ", ") $4 " " ($4 ~ /Binding$/ && $5 != "-" ? $5 "/" : "") $6
    }
    END {
      if (kind == "NetworkPolicy" && pods > 0) {
        count = split(directions, way, ",")
        for (i = 1; i < count; i++) if (all && index(closed, way[i]) == 0) open = 1
        if (open || !left && !wide) print "which lets all traffic through in namespace " space ", where " (pods == 1 ? "a pod runs" : pods " pods run")
      } else if (kind == "ResourceQuota" && pods > 0 && !quotas) {
        print "the last quota of the namespace, where " (pods == 1 ? "a pod runs" : pods " pods run")
      } else if (kind != "NetworkPolicy" && count > 0) {
        print "which is used by " users (count > 3 ? " and " count - 3 " more" : "")
      }
    }' "$work/going" "$work/users"
}

# ask_objects CLUSTER_ID CONFIG [--admin]: the objects of this design in a cluster, a line each: type, kind, namespace, name, maker,
# subjects. It ends with 3 when there is no such cluster. A list of clusters would not say that: who may only sign in to one does not
# see it there.
ask_objects() {
  local own all=$kinds kind found status=0
  own=$(part subscriptions "$1")
  az aks get-credentials --subscription "$own" --resource-group "$(part resourceGroups "$1")" --name "${1##*/}" --file "$2" --overwrite-existing ${3:+--admin} --output none 2> "$work/why" || status=$?
  # az ends with 3 when Azure answers 404.
  if [ "$status" -eq 3 ]; then
    return 3
  elif [ "$status" -ne 0 ]; then
    cat "$work/why" >&2
    return 1
  fi
  if command -v kubelogin > /dev/null; then
    KUBECONFIG=$2 kubelogin convert-kubeconfig -l azurecli || return 1
  fi
  for kind in secretproviderclasses.secrets-store.csi.x-k8s.io ciliumnetworkpolicies.cilium.io; do
    found=$(KUBECONFIG=$2 kubectl get customresourcedefinitions "$kind" --ignore-not-found --output name) || return 1
    [ -z "$found" ] || all="$all $kind"
  done
  KUBECONFIG=$2 kubectl auth whoami --output 'jsonpath={.status.userInfo.username}{"\n"}{range .status.userInfo.groups[*]}{@}{"\n"}{end}' > "$work/whoami" || return 1
  KUBECONFIG=$2 kubectl get namespaces --selector "aks-iam/design=$design" --output \
    'go-template={{range .items}}{{.metadata.name}}{{"\n"}}{{end}}' > "$work/spaces" || return 1
  : > "$work/there"
  for kind in $all; do
    KUBECONFIG=$2 kubectl get "$kind" --all-namespaces --selector "aks-iam/design=$design" --output \
      'go-template={{range .items}}{{.kind}}{{"\t"}}{{or .metadata.namespace "-"}}{{"\t"}}{{.metadata.name}}{{"\t"}}{{or (index .metadata.labels "app.kubernetes.io/managed-by") "-"}}{{"\t"}}{{with .subjects}}{{range .}}{{.name}},{{end}}{{end}}{{"\n"}}{{end}}' > "$work/type" || return 1
    awk -v kind="$kind" '{ print kind "\t" $0 }' "$work/type" >> "$work/there"
  done
}

# objects CLUSTER_ID FOLDER [--admin]: the objects of this design in a cluster that the folder does not hold; without a folder all of them
objects() {
  local cluster=$1 folder=$2 config own kind namespace name maker consent list use last status=0
  config=$work/$(printf '%s' "$cluster" | cksum | tr ' ' -)
  ask_objects "$cluster" "$config" ${3:+--admin} || status=$?
  if [ "$status" -eq 3 ]; then
    return 0
  elif [ "$status" -ne 0 ]; then
    echo "cannot be asked: the objects in cluster ${cluster##*/}"
    unasked=$((unasked + 1))
    return 0
  fi
  : > "$work/held"
  if [ -n "$folder" ]; then
    kubectl kustomize "$folder" | awk '
      function flush() { if (kind != "") print kind "\t" (namespace == "" ? "-" : namespace) "\t" name; kind = namespace = name = ""; inside = 0 }
      function value(text) { sub(/^[a-z ]*: */, "", text); gsub(/^["\047]|["\047]$/, "", text); return text }
      /^---/ { flush(); next }
      /^kind:/ { kind = tolower(value($0)) }
      /^[a-zA-Z]/ { inside = /^metadata:/ }
      inside && /^  name:/ { name = value($0) }
      inside && /^  namespace:/ { namespace = value($0) }
      END { flush() }' > "$work/held"
  fi
  awk -F '\t' -v held="$work/held" 'FILENAME == held { held_here[$0]; next } !((tolower($2) "\t" $3 "\t" $4) in held_here)' "$work/held" "$work/there" > "$work/surplus"
  awk -F '\t' -v held="$work/held" 'FILENAME == held { held_here[$0]; next } !(("namespace\t-\t" $0) in held_here)' "$work/held" "$work/spaces" > "$work/empty"
  if { [ -s "$work/surplus" ] || [ -s "$work/empty" ]; } && ! ask_who_uses "$config"; then
    echo "cannot be asked: who uses the objects in cluster ${cluster##*/}"
    unasked=$((unasked + 1))
    return 0
  fi
  # Policies go together, and so do quotas.
  awk -F '\t' '$2 == "NetworkPolicy" || $2 == "ResourceQuota" { print $2 "\t" $3 "\t" $4 }' "$work/surplus" > "$work/going"
  while IFS=$tab read -r kind own namespace name maker list; do
    if [ "$own" = ClusterRoleBinding ] && grep -qxF -f "$work/whoami" <<< "$(printf '%s' "$list" | tr , '\n')"; then
      echo "stays: $own $name in ${cluster##*/}, because you are signed in by it"
      stays=$((stays + 1))
      continue
    fi
    consent=-
    if [ "$maker" != aks-iam ]; then
      consent=object-${cluster##*/}/$(printf '%s/%s/%s' "$own" "$namespace" "$name" | tr ': ' '..')
    fi
    use=$(used "$own" "$namespace" "$name")
    last=
    case $own in
      Role | ClusterRole)
        if [ -n "$use" ]; then
          echo "stays: $own $name in ${cluster##*/}, $use"
          continue
        fi
        ;;
      # Without a quota pods go on as they are, so that it is only said.
      ResourceQuota)
        last=${use:+, $use}
        use=
        ;;
    esac
    if [ -n "$use" ]; then
      consent=object-${cluster##*/}/$(printf '%s/%s/%s' "$own" "$namespace" "$name" | tr ': ' '..')
      printf '%s\t%s\n' "$consent" "$use" >> "$work/reasons"
    fi
    printf '%s\t%s\t%s\n' "$own" "$namespace" "$name" >> "$work/going"
    set -- "$kind" "$name"
    [ "$namespace" = - ] || set -- "$@" --namespace "$namespace"
    wait_for "$consent" - "$own $name$([ "$namespace" = - ] || printf ' in %s' "$namespace"), cluster ${cluster##*/}$last" kubectl --kubeconfig "$config" delete --ignore-not-found "$@"
  done < "$work/surplus"
  while IFS= read -r name; do
    list=$(awk -F '\t' -v name="$name" '$1 == "Namespace" && $3 == name { count++ } END { print count == 1 ? "1 pod" : count + 0 " pods" }' "$work/users")
    echo "namespace $name in ${cluster##*/} ($list)" >> "$work/behind"
  done < "$work/empty"
}

# What of removals.json this run asks, and how much of it is left to other stages. Entries of earlier versions name no stage.
entries > "$work/removals"
awk -F '\t' -v only="$only" -v all="$work/all" '
  BEGIN {
    count = split("definition 2 credential 3 binding 3 role 4 cosmos 4 policy 5 eligible 6 cluster 7", word, " ")
    for (i = 1; i < count; i += 2) usual[word[i]] = word[i + 1]
    printf "" > all
  }
  {
    stage = $8 == "-" ? usual[$1] : $8
    if (only == "" || stage == only || !($1 in usual)) print > all
    else left[stage]++
  }
  END { for (stage = 1; stage <= 7; stage++) if (stage in left) print stage "\t" left[stage] }' "$work/removals" > "$work/left-to-stages"
# remove others|rights|definitions: what is still there of these entries
remove() {
  local kind name scope principal role words from _
  awk -F '\t' -v which="$1" '
    which == ($1 == "definition" ? "definitions" : $1 == "role" || $1 == "eligible" ? "rights" : "others")' "$work/all" > "$work/entries"
  while IFS=$tab read -r kind name scope principal role words from _ <&3; do
    case $kind in
      eligible) eligible "$scope" "$principal" "$role" "$words" "$from" ;;
      role) role "$name" "$scope" "$principal" "$role" "$words" "$from" ;;
      cosmos) cosmos "$name" "$scope" "$principal" "$role" "$words" "$from" ;;
      credential) credential "$name" "$scope" "$principal" "$role" "$words" "$from" ;;
      binding) binding "$name" "$scope" "$words" "$from" 2026-05-01 ;;
      policy) policy "$name" "$scope" "$words" "$from" ;;
      cluster) objects "$scope" '' ;;
      definition) definition "$name" "$scope" "$words" "$from" ;;
      *) echo "removals.json: the kind $kind is unknown; nothing is taken away" >&2 && exit 1 ;;
    esac
  done 3< "$work/entries"
}

# Rights in Azure go after what the run takes away by them, and a custom role after its assignments.
if [ -z "$only" ] || [ "$only" = 7 ]; then
  objects '/subscriptions/3509d9ff-c044-420c-afbb-11b254b2b8b7/resourceGroups/rg-aks-cde-tst-weu/providers/Microsoft.ContainerService/managedClusters/cde-tst-weu' 'kubernetes/clusters/cde-tst-weu'
  objects '/subscriptions/3509d9ff-c044-420c-afbb-11b254b2b8b7/resourceGroups/rg-aks-cde-weu/providers/Microsoft.ContainerService/managedClusters/cde-weu' 'kubernetes/clusters/cde-weu'
  objects '/subscriptions/d4306f7e-c7e1-4df3-a201-eb30459f89be/resourceGroups/rg-aks-corp-weu/providers/Microsoft.ContainerService/managedClusters/corp-weu' 'kubernetes/clusters/corp-weu'
fi
remove others
remove rights
remove definitions
keep_own

# What held something that is taken away, and is not in the design any more, stays: nobody knows what else signs in with it.
# Stage 1 made it, so that its rights are what asks for it.
: > "$work/former"
if [ -z "$only" ] || [ "$only" = 1 ]; then
  awk -F '\t' '{ for (i = 1; i <= NF; i++) if (tolower($i) ~ /^\/.*\/userassignedidentities\/[^\/# ]+$/) print tolower($i) }' "$work/removals" | sort -u > "$work/former"
fi
while IFS= read -r id <&3; do
  case " $identities " in
    *" $id "*) ;;
    *)
      list=$(identities "$(part subscriptions "$id")")
      if [ -n "$(found "$id" "$list" 1)" ]; then
        echo "identity ${id##*/}" >> "$work/behind"
      fi
      ;;
  esac
done 3< "$work/former"

# why CONSENT: why something goes only when it is named
why() {
  awk -F '\t' -v id="$1" '$1 == id { why = $2; exit } END { print why == "" ? "which was there before or was made by others" : why }' "$work/reasons"
}

# lacks_consent ID: whether it is needed and was not given
lacks_consent() {
  case $consents in
    *" $1 "*) return 1 ;;
    *) [ "$1" != - ] ;;
  esac
}

missing=0
if [ "$apply" = true ] || [ "$plan" = true ]; then
  while IFS=$tab read -r consent from words _; do
    if lacks_consent "$consent"; then
      echo "consent needed: $consent: take away $words, $(why "$consent")"
      missing=$((missing + 1))
    fi
  done < "$work/waits"
  if [ "$unasked" -gt 0 ]; then
    echo "Nothing was taken away, because not everything could be asked." >&2
    exit 1
  elif [ "$missing" -gt 0 ]; then
    exit 5
  fi
fi
[ "$plan" = false ] || exit 0

waiting=0
named=
while IFS= read -r line <&3; do
  IFS=$tab read -r -a words <<< "$line"
  if [ "$apply" = true ]; then
    echo "take away: ${words[2]}"
    "${words[@]:3}" < /dev/null
  else
    waiting=$((waiting + 1))
    echo "waits to be removed: ${words[2]}$([ "${words[1]}" = - ] || printf ' (%s)' "${words[1]}")$([ "${words[0]}" = - ] || printf ', %s' "$(why "${words[0]}")")"
    if lacks_consent "${words[0]}"; then
      named="$named --consent ${words[0]}"
    fi
  fi
done 3< "$work/waits"
sed 's/^/left to you: /' "$work/behind"
while IFS=$tab read -r line words; do
  echo "not asked here: $words in removals.json, which deploy.sh --stage $line asks"
done < "$work/left-to-stages"
if [ "$stays" -gt 0 ]; then
  echo "$stays stay, for the reasons above; somebody else has to take away what you are signed in by."
fi
if [ "$waiting" -gt 0 ]; then
  echo "$waiting wait. To take them away: deploy.sh${only:+ --stage $only} --apply --remove$named"
fi
if [ "$unasked" -gt 0 ]; then
  echo "Not everything could be asked, for the reasons above." >&2
  exit 1
fi
if [ "$((waiting + stays))" -gt 0 ]; then
  exit 4
fi
echo "nothing to remove"
