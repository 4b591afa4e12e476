#!/usr/bin/env bash
# Finds rights that are in Azure already under another name. Azure refuses to give the same right twice, so the templates take the names
# that stand in assigned-names.json. Shows what it finds unless called with --apply. It can be run twice.
set -euo pipefail
# Where CDPATH is set, cd could go to the folder of another bundle.
unset CDPATH
cd -- "$(dirname "${BASH_SOURCE[0]}")" > /dev/null

usage() {
  cat <<'EOF'
Usage: roles/adopt.sh [--stage N] [--apply]

Looks for rights of this bundle that are there already under another name: made in the portal, by another template,
or by az aks update --attach-acr.

  --stage N  only the rights of one stage: 2, 3, 4
  --apply    write the names into roles/assigned-names.json, where the templates find them
  --help     this text
EOF
}

apply=false
stage=
while [ $# -gt 0 ]; do
  case $1 in
    --apply) apply=true ;;
    --stage)
      case ${2-} in
        2 | 3 | 4) stage=$2 && shift ;;
        *) usage >&2 && exit 2 ;;
      esac
      ;;
    --help) usage && exit 0 ;;
    *) usage >&2 && exit 2 ;;
  esac
  shift
done

# What is a section of its own: as rights.tsv calls it, and as the file of names does.
sections='role roleAssignments cosmos cosmosDbRoleAssignments credential federatedCredentials'
names='assigned-names.json'
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
wanted=$work/wanted         # SECTION OWN_NAME SCOPE PRINCIPAL ROLE WHAT: what the templates give
principals=$work/principals # ID VALUE: object id of an identity, issuer of a cluster
there=$work/there           # SECTION SCOPE PRINCIPAL ROLE NAME CONDITION: what Azure lists
assigned=$work/assigned     # SECTION OWN_NAME NAME: what the file of names holds

# read_rights: those of the stage that templates give
read_rights() {
  awk -F '\t' -v OFS='\t' -v stage="$stage" -v sections="$sections" '
    BEGIN {
      parts = split(sections, part, " ")
      for (i = 1; i < parts; i += 2) section[part[i]] = part[i + 1]
    }
    $1 in section && $3 != "-" && (stage == "" || $2 == stage) {
      print section[$1], $1 == "credential" ? tolower($4 "/" $3) : $3, $4, $5, $6, $7
    }' ../rights.tsv
}

# distinct SECTIONS COLUMN: each value of a column once, in small letters
distinct() {
  awk -F '\t' -v sections="$1" -v column="$2" 'index(sections, $1) && $column != "" { print tolower($column) }' "$wanted" | sort -u
}

# subscriptions: those of the ids that are read, each once
subscriptions() {
  awk -F / '$2 == "subscriptions" { print $3 }' | sort -u
}

read_identities() {
  local subscription
  { distinct roleAssignments,cosmosDbRoleAssignments 4 && distinct federatedCredentials 3; } | awk '/\/userassignedidentities\//' | subscriptions > "$work/subscriptions"
  while read -r subscription; do
    az identity list --subscription "$subscription" --query "[].[id, principalId]" --output tsv < /dev/null >> "$principals" || return 1
  done < "$work/subscriptions"
}

read_clusters() {
  local subscription
  distinct roleAssignments,federatedCredentials 4 | awk '/\/managedclusters\//' | subscriptions > "$work/subscriptions"
  while read -r subscription; do
    az aks list --subscription "$subscription" --query "[].[id, identity.principalId, identityProfile.kubeletidentity.objectId, addonProfiles.azureKeyvaultSecretsProvider.identity.objectId, not_null(oidcIssuerProfile.issuerUrl, oidcIssuerProfile.issuerURL)]" --output tsv < /dev/null > "$work/clusters" || return 1
    awk -F '\t' -v OFS='\t' '{ print $1 "#control-plane", $2; print $1 "#kubelet", $3; print $1 "#key-vault-secrets-provider", $4; print $1, $5 }' "$work/clusters" >> "$principals"
  done < "$work/subscriptions"
}

# list_rights SECTION COMMAND...: what az lists, with the GUID of a role instead of its id; CONDITION is empty where there is none
list_rights() {
  local section=$1
  shift
  az "$@" --query "[].[scope, principalId, roleDefinitionId, name, condition && 'condition']" --output tsv < /dev/null > "$work/listed" || return 1
  awk -F '\t' -v OFS='\t' -v section="$section" '{ last = split($3, role, "/"); print section, $1, $2, role[last], $4, $5 == "condition" ? $5 : "" }' "$work/listed" >> "$there"
}

list_role_assignments() {
  local subscription scope
  distinct roleAssignments 3 | subscriptions > "$work/subscriptions"
  while read -r subscription; do
    list_rights roleAssignments role assignment list --all --subscription "$subscription" || return 1
  done < "$work/subscriptions"
  distinct roleAssignments 3 | awk '/^\/providers\/microsoft.management\//' > "$work/groups"
  while read -r scope; do
    list_rights roleAssignments role assignment list --scope "$scope" || return 1
  done < "$work/groups"
}

list_cosmos_db_rights() {
  local subscription group account
  distinct cosmosDbRoleAssignments 3 | awk -F / -v OFS='\t' '{ print $3, $5, $9 }' | sort -u > "$work/accounts"
  while IFS=$'\t' read -r subscription group account; do
    list_rights cosmosDbRoleAssignments cosmosdb sql role assignment list --subscription "$subscription" --resource-group "$group" --account-name "$account" || return 1
  done < "$work/accounts"
}

# Only identities that are there can be asked.
list_credentials() {
  local id subscription group name
  distinct federatedCredentials 3 | awk -F '\t' 'NR == FNR { there[tolower($1)] = 1; next } $1 in there' "$principals" - | awk -F / -v OFS='\t' '{ print $0, $3, $5, $9 }' > "$work/identities"
  while IFS=$'\t' read -r id subscription group name; do
    az identity federated-credential list --subscription "$subscription" --resource-group "$group" --identity-name "$name" --query "[].[issuer, subject, name]" --output tsv < /dev/null > "$work/listed" || return 1
    awk -F '\t' -v OFS='\t' -v id="$id" '{ print "federatedCredentials", id, $1, $2, $3 }' "$work/listed" >> "$there"
  done < "$work/identities"
}

# list_all: everything that Azure has in the scopes of the rights
list_all() {
  : > "$principals"
  : > "$there"
  read_identities && read_clusters && list_role_assignments && list_cosmos_db_rights && list_credentials
}

# read_names: the file of names as rows
read_names() {
  awk -F '"' -v OFS='\t' '/": *[{]/ { section = $2; next } NF == 5 { print section, $2, $4 }' "$names"
}

# compare: SECTION OWN_NAME NAME WHAT of each right that has another name in Azure than the templates would use, and with the section
# condition each that has a condition there
compare() {
  awk -F '\t' -v OFS='\t' -v assigned="$assigned" -v principals="$principals" -v there="$there" '
    function key(section, scope, principal, role) {
      sub(/\/$/, "", principal)
      return tolower(section SUBSEP scope SUBSEP principal SUBSEP role)
    }
    FILENAME == assigned { name[$1, $2] = $3; next }
    FILENAME == principals { value[tolower($1)] = $2; next }
    FILENAME == there {
      found[key($1, $2, $3, $4)] = found[key($1, $2, $3, $4)] "\t" $5
      last[key($1, $2, $3, $4)] = $5
      if ($6 != "") bound[key($1, $2, $3, $4)] = $5
      next
    }
    {
      principal = $4 ~ /^\// ? value[tolower($4)] : $4
      right = key($1, $3, principal, $5)
      if (principal != "" && right in bound) print "condition", $2, bound[right], $6
      used = ($1, $2) in name ? name[$1, $2] : $1 == "federatedCredentials" ? substr($2, length($3) + 2) : $2
      if (principal != "" && right in found && !index(tolower(found[right]) "\t", "\t" tolower(used) "\t")) print $1, $2, last[right], $6
    }' "$assigned" "$principals" "$there" "$wanted"
}

# write_names: the file of names with what was found
write_names() {
  awk -F '\t' -v sections="$sections" '
    {
      if (!(($1, $2) in name)) own[$1, ++count[$1]] = $2
      name[$1, $2] = $3
    }
    END {
      print "{"
      parts = split(sections, section, " ")
      for (s = 2; s <= parts; s += 2) {
        printf "  \"%s\": {", section[s]
        for (i = 1; i <= count[section[s]]; i++) {
          printf "%s\n    \"%s\": \"%s\"", (i > 1 ? "," : ""), own[section[s], i], name[section[s], own[section[s], i]]
        }
        printf "%s%s\n", (count[section[s]] ? "\n  }" : "}"), (s < parts ? "," : "")
      }
      print "}"
    }' "$assigned" "$work/found" > "$work/names"
  cp "$work/names" "$names"
}

read_rights > "$wanted"
if [ ! -s "$wanted" ]; then
  exit 0
fi
if ! list_all; then
  echo "roles/adopt.sh cannot list what is there already, for the reason above" >&2
  if [ "$apply" = true ]; then
    exit 1
  fi
  exit 0
fi
read_names > "$assigned"
compare > "$work/compared"
awk -F '\t' '$1 != "condition"' "$work/compared" > "$work/found"
awk -F '\t' '$1 == "condition" { print "has a condition in Azure, which deploying would take away: " $4 " (" $3 "): take the right out of the design, or the condition out of Azure" }' "$work/compared" > "$work/conditions"
awk -F '\t' '{ print "is there under another name: " $4 " (" $3 ")" }' "$work/found"
# The templates give a right without a condition, so that a right of part would become a whole one.
if [ -s "$work/conditions" ]; then
  cat "$work/conditions" >&2
  exit 1
fi
if [ -s "$work/found" ] && [ "$apply" = true ]; then
  write_names
fi
