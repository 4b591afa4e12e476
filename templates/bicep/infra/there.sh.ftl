#!/usr/bin/env bash
# Says what of a deployment is there already, as parameters for az deployment, one a line: what is there is left alone.
<#noparse>
set -euo pipefail

usage() {
  cat <<'EOF'
Usage: infra/there.sh FILE

Asks Azure which resource groups, managed identities and clusters of a parameter file are there, and prints the parameters
that leave them out, one a line. deploy.sh passes them on: az deployment sub create ... --parameters FILE --parameters LINE.
Nothing is printed for a file that makes nothing of the kind. It changes nothing.
EOF
}

fail() {
  printf '%s\n' "$1" >&2
  exit 1
}

# among WANTED...: those of the words that stand in the lines of the standard input, as a JSON list in small letters
among() {
  wanted=$(printf '%s\n' "$@") awk '
    BEGIN { count = split(tolower(ENVIRON["wanted"]), names, "\n") }
    { there[tolower($0)] }
    END {
      for (i = 1; i <= count; i++) {
        if (names[i] in there) {
          list = list (list == "" ? "" : ", ") "\"" names[i] "\""
        }
      }
      print "[" list "]"
    }
  '
}

# groups SUBSCRIPTION NAME...
groups() {
  local found
  found=$(az group list --subscription "$1" --query '[].name' --output tsv) || fail "az cannot list the resource groups of subscription $1"
  shift
  echo "existingGroups=$(among "$@" <<< "$found")"
}

# identities SUBSCRIPTION GROUP/NAME...
identities() {
  local found
  found=$(az identity list --subscription "$1" --query "[].join('/', [resourceGroup, name])" --output tsv) || fail "az cannot list the managed identities of subscription $1"
  shift
  echo "existingIdentities=$(among "$@" <<< "$found")"
}

# cluster SUBSCRIPTION ID
cluster() {
  local found
  found=$(az aks list --subscription "$1" --query '[].id' --output tsv) || fail "az cannot list the clusters of subscription $1"
  if grep -qixF -- "$2" <<< "$found"; then
    echo "clusterExists=true"
  else
    echo "clusterExists=false"
  fi
}

if [ $# -ne 1 ] || [ "$1" = --help ]; then
  usage >&2
  exit 2
fi
</#noparse>
case $1 in
<#list files as file>
  ${shell(file.path())})
<#list file.there() as question>
    ${question}
</#list>
    ;;
</#list>
  *) ;;
esac
