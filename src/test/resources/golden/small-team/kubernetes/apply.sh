#!/usr/bin/env bash
# Stage 7 for one cluster. Without --apply it only shows what it would change.
set -euo pipefail
# Where CDPATH is set, cd could go to the folder of another bundle.
unset CDPATH
cd -- "$(dirname "${BASH_SOURCE[0]}")/.." > /dev/null

usage() {
  cat <<'EOF'
Usage: kubernetes/apply.sh [--plan] [--apply] [--consent ID]... CLUSTER

Without --apply it only shows what it would change. It can be run twice. It needs cluster-admin in the cluster.

What others made stays theirs:
  - a namespace that is there gets the labels and annotations that it lacks, and keeps those that it has
  - an object that somebody made with kubectl apply stops the run before anything is written, because an apply over it takes
    fields away; the command that adopts it is shown
  - a field that somebody else set to another value stops the run in the same way
  - a Pod Security level that is stricter than that of the design stays

What runs is asked before: a Pod Security level that living pods violate, a first network policy over them, a first limit of a
quota over them or one below what is in use, and another node selector or other tolerations for the namespace that they are in
need consent, whoever made the namespace.

  --plan        only say what stops the run, and which consents are missing
  --apply       change it
  --consent ID  agree to a change that is printed as "consent needed: ID: ..."; can be given several times
  --help        this text

Exit code: 0 done, 2 wrong usage, 5 a consent is missing and nothing was changed, anything else a failure.
EOF
}

apply=false
plan=false
consents=' '
cluster=
while [ $# -gt 0 ]; do
  case $1 in
    --plan) plan=true ;;
    --apply) apply=true ;;
    --consent)
      [ $# -gt 1 ] || { usage >&2 && exit 2; }
      consents="$consents$2 "
      shift
      ;;
    --help) usage && exit 0 ;;
    -*) usage >&2 && exit 2 ;;
    *)
      if [ -n "$cluster" ]; then
        usage >&2 && exit 2
      fi
      cluster=$1
      ;;
  esac
  shift
done

design='6c70121d-c404-3831-adfb-5c65114bb8fd'
case $cluster in
  'aks-tailwind')
    folder='kubernetes/clusters/aks-tailwind'
    subscription='75b7bc8d-a19f-4dfa-ac5e-0f70ab8425d6'
    group='rg-tailwind-aks'
    admin=
    ;;
  *) usage >&2 && exit 2 ;;
esac

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export KUBECONFIG=$work/config TMPDIR=$work LC_ALL=C
manager=aks-iam
# What kubectl apply calls itself; earlier bundles were applied with it.
plain=kubectl-client-side-apply

# unseen WHY: without an answer of the cluster there is nothing to show, and nothing that could be changed safely
unseen() {
  if [ "$plan" = true ]; then
    echo "$folder: what runs there cannot be asked yet, because $1"
    exit 0
  fi
  if [ "$apply" = true ]; then
    echo "$folder: nothing was changed, because $1" >&2
    exit 1
  fi
  echo "cannot be shown yet, because $1"
  exit 0
}

# unknown_ids: the keys of azure-outputs.env that the manifests read and that hold no id
unknown_ids() {
  if [ ! -f "$folder/azure-outputs.env" ]; then
    : > "$work/ids"
  else
    tr -d '\r' < "$folder/azure-outputs.env" > "$work/ids"
  fi
  awk -v ids="$work/ids" '
    FILENAME == ids {
      at = index($0, "=")
      value = shape = substr($0, at + 1)
      gsub(/[0-9a-fA-F]/, "x", shape)
      if (shape == "xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx" && value != "00000000-0000-0000-0000-000000000000") known[substr($0, 1, at - 1)]
      next
    }
    sub(/^ *fieldPath: data[.]/, "") && !($0 in known) && !seen[$0]++ { print }' "$work/ids" "$folder/kustomization.yaml" | paste -sd ' ' -
}

# One line for each object of the cluster, and one for each label and annotation of a namespace and whoever set it.
cat > "$work/there.template" <<'EOF'
{{range .items}}{{$name := .metadata.name}}{{printf "object\t%s\t" .kind}}{{with .metadata.namespace}}{{.}}{{end}}{{printf "\t%s\t" $name}}
{{- with .metadata.labels}}{{with index . "app.kubernetes.io/managed-by"}}{{.}}{{end}}{{end}}{{"\t"}}
{{- with .metadata.labels}}{{with index . "aks-iam/design"}}{{.}}{{end}}{{end}}{{"\t"}}
{{- with .metadata.annotations}}{{with index . "kubectl.kubernetes.io/last-applied-configuration"}}{{printf "%q" .}}{{end}}{{end}}{{"\n"}}
{{- if eq .kind "NetworkPolicy"}}{{printf "policy\t%s\t%s\t" .metadata.namespace $name}}
{{- if or .spec.podSelector.matchLabels .spec.podSelector.matchExpressions}}some{{else}}all{{end}}{{"\t"}}
{{- range .spec.policyTypes}}{{.}},{{end}}{{"\n"}}{{end}}
{{- if eq .kind "CiliumNetworkPolicy"}}{{printf "policy\t%s\t%s\tsome\tEgress,\n" .metadata.namespace $name}}{{end}}
{{- if and (eq .kind "ResourceQuota") (not (or .spec.scopes .spec.scopeSelector))}}{{$space := .metadata.namespace}}
{{- range $key, $value := .spec.hard}}{{printf "hard\t%s\t%s\t%s\t%s\n" $space $name $key $value}}{{end}}
{{- with .status}}{{range $key, $value := .used}}{{printf "used\t%s\t%s\t%s\t%s\n" $space $name $key $value}}{{end}}{{end}}{{end}}
{{- if eq .kind "Namespace"}}
{{- range $key, $value := .metadata.labels}}{{printf "label\t%s\t%s\t%q\n" $name $key $value}}{{end}}
{{- range $key, $value := .metadata.annotations}}{{printf "annotation\t%s\t%s\t%q\n" $name $key $value}}{{end}}
{{- range .metadata.managedFields}}{{$by := .manager}}{{with .fieldsV1}}{{with index . "f:metadata"}}
{{- with index . "f:labels"}}{{range $key, $_ := .}}{{printf "setter\t%s\t%s\t%s\n" $name $key $by}}{{end}}{{end}}
{{- with index . "f:annotations"}}{{range $key, $_ := .}}{{printf "setter\t%s\t%s\t%s\n" $name $key $by}}{{end}}{{end}}
{{- end}}{{end}}{{end}}{{end}}{{end}}
EOF
# The same of the manifests.
cat > "$work/wanted.template" <<'EOF'
{{$name := .metadata.name}}
{{- range $key, $value := .metadata.labels}}{{printf "wanted\tlabel\t%s\t%s\t%q\n" $name $key $value}}{{end}}
{{- range $key, $value := .metadata.annotations}}{{printf "wanted\tannotation\t%s\t%s\t%q\n" $name $key $value}}{{end}}
EOF

# kinds: the kinds of the manifests as kubectl takes them
kinds() {
  awk '
    function add() { if (kind != "") { if (index(version, "/") == 0) version = version "."; else version = substr(version, index(version, "/") + 1) "." substr(version, 1, index(version, "/") - 1); if (!seen[kind "." version]++) { printf "%s%s.%s", comma, kind, version; comma = "," } }; kind = "" }
    /^---$/ { add() }
    /^apiVersion: / { version = $2 }
    /^kind: / { kind = $2 }
    END { add() }' "$work/all"
}

# sort_out: decides for each object of the manifests what is to happen with it, by what of it is in the cluster. It writes
#   new     a line for each object that is not there        stops   a line for each object that must not be touched
#   spaces  the namespaces that are there                   others  the names of those among them that others made
#   apply   what goes through server-side apply             same    what of it is there already
#   moved   what an earlier bundle applied otherwise        moving  the same as it is to be afterwards
sort_out() {
  rm -f "$work"/{new,stops,spaces,apply,same,moved,moving}
  : > "$work/others"
  awk -v design="$design" -v work="$work/" '
    function word(text) {
      gsub(/^[ \t]+|[ \t]+$/, "", text)
      return text ~ /^".*"$/ || text ~ /^\047.*\047$/ ? substr(text, 2, length(text) - 2) : text
    }
    # Objects of others are not marked as made by the bundle, and the token of their service accounts stays as it is. A stricter
    # level of Pod Security is left out, or with its value put in.
    function emit(file, made, keep,    i, key) {
      print "---" > (work file)
      for (i = 1; i <= count; i++) {
        key = substr(line[i], 5, index(line[i], ": ") - 5)
        if (!made && (line[i] == "    app.kubernetes.io/managed-by: aks-iam" || kind == "ServiceAccount" && line[i] ~ /^automountServiceAccountToken:/)) continue
        if (kind == "Namespace" && line[i] ~ /^    pod-security/ && (name, key) in stays) {
          if (keep && stays[name, key] != "") print "    " key ": " stays[name, key] > (work file)
          continue
        }
        print line[i] > (work file)
      }
    }
    function decide(    id, made, theirs, called, at) {
      if (kind == "") return
      id = kind "\t" space "\t" name
      called = kind " " (space == "" ? "" : space "/") name
      at = tolower(kind) " " name (space == "" ? "" : " -n " space)
      made = by[id] == "aks-iam"
      theirs = applied[id] != "" && index(applied[id], "\\\"app.kubernetes.io/managed-by\\\":\\\"aks-iam\\\"") == 0
      if (!(id in mark)) {
        print "new: " called > (work "new")
        emit("apply", 1, 0)
      } else if (mark[id] != "" && mark[id] != design) {
        print called " belongs to design " mark[id] ". To take it over: kubectl label " at " --overwrite aks-iam/design=" design > (work "stops")
      } else if (kind == "Namespace" && (theirs || mark[id] == "" && !made)) {
        emit("spaces", 1, 0)
        print name > (work "others")
      } else if (theirs) {
        print called " was made by others with kubectl apply. To adopt it: kubectl annotate " at " kubectl.kubernetes.io/last-applied-configuration- && kubectl label " at " aks-iam/design=" design > (work "stops")
      } else {
        if (kind == "Namespace") emit("spaces", 1, 0)
        emit("apply", made, 0)
        if (applied[id] == "") {
          emit("same", made, 0)
        } else {
          emit("moved", made, 1)
          emit("moving", made, 0)
        }
      }
    }
    FILENAME == work "there" {
      if (split($0, part, "\t") < 7 || part[1] != "object") next
      by[part[2] "\t" part[3] "\t" part[4]] = part[5]
      mark[part[2] "\t" part[3] "\t" part[4]] = part[6]
      applied[part[2] "\t" part[3] "\t" part[4]] = part[7]
      next
    }
    FILENAME == work "stays" { split($0, part, "\t"); stays[part[1], part[2]] = part[3]; next }
    /^---$/ { decide(); count = 0; kind = space = name = block = ""; next }
    {
      line[++count] = $0
      if ($0 ~ /^[a-zA-Z]/) block = $0
      if ($0 ~ /^kind: /) kind = word(substr($0, 6))
      if (block == "metadata:" && $0 ~ /^  name: /) name = word(substr($0, 8))
      if (block == "metadata:" && $0 ~ /^  namespace: /) space = word(substr($0, 13))
    }
    END { decide() }' "$work/there" "$work/stays" "$work/all"
}

# compare_namespaces: what of the labels and annotations that the design gives to namespaces is missing, is otherwise, or is stricter.
# It writes stays (levels of Pod Security that are left alone), notes and clashes (lines to read) and missing (commands).
compare_namespaces() {
  rm -f "$work"/{notes,clashes,missing}
  awk -v work="$work/" -v manager="$manager" -v plain="$plain" '
    function unquoted(text,    out, at, c, size, code, digit) {
      text = substr(text, 2, length(text) - 2)
      out = ""
      while ((at = index(text, "\\")) > 0) {
        out = out substr(text, 1, at - 1)
        c = substr(text, at + 1, 1)
        text = substr(text, at + 2)
        size = c == "x" ? 2 : c == "u" ? 4 : c == "U" ? 8 : 0
        code = 0
        for (digit = 1; digit <= size; digit++) code = code * 16 + index("0123456789abcdef", substr(text, digit, 1)) - 1
        text = substr(text, size + 1)
        out = out (size == 2 ? sprintf("%c", code) : size > 0 ? encoded(code) : c in control ? control[c] : c)
      }
      return out text
    }
    function encoded(code) {
      return code < 128 ? sprintf("%c", code) : code < 2048 ? sprintf("%c", 192 + int(code / 64)) rest(code, 1) : code < 65536 ? sprintf("%c", 224 + int(code / 4096)) rest(code, 64) rest(code, 1) : sprintf("%c", 240 + int(code / 262144)) rest(code, 4096) rest(code, 64) rest(code, 1)
    }
    function rest(code, step) { return sprintf("%c", 128 + int(code / step) % 64) }
    function shell(text) { gsub(/\047/, "\047\\\\\047\047", text); return "\047" text "\047" }
    function own(space, key) { return setters[space, key] != "" && setters[space, key] !~ /x/ }
    function isLevel(key) { return key ~ /^pod-security\.kubernetes\.io\/(enforce|audit|warn)$/ }
    function keep(space, key, value) { kept[space, key]; print space "\t" key "\t" value > (work "stays") }
    function add(kind, space, key, value, option,    what) {
      what = kind " --field-manager=" manager option "\t" shell(key "=" value)
      if (!(what in spaces)) order[++commands] = what
      spaces[what] = spaces[what] " " space
    }
    BEGIN {
      control["n"] = "\n"; control["t"] = "\t"; control["r"] = "\r"; control["a"] = "\007"; control["b"] = "\b"; control["f"] = "\f"; control["v"] = "\013"
      strict["privileged"] = 1; strict["baseline"] = 2; strict["restricted"] = 3
    }
    FILENAME == work "others" { others[$0]; next }
    { split($0, part, "\t") }
    part[1] == "label" || part[1] == "annotation" { is[part[1], part[2], part[3]] = part[4] }
    part[1] == "object" && part[2] == "Namespace" && part[7] != "" && !(part[4] in others) { moved[part[4]] }
    part[1] == "setter" { setters[part[2], substr(part[3], 3)] = setters[part[2], substr(part[3], 3)] (part[4] == manager || part[4] == plain && part[2] in moved ? "o" : "x") }
    part[1] == "wanted" { line[++count] = $0 }
    END {
      for (i = 1; i <= count; i++) {
        split(line[i], part, "\t")
        space = part[3]; key = part[4]; now = unquoted(is["label", space, key]); level = unquoted(part[5])
        if (part[2] != "label" || own(space, key)) continue
        if (isLevel(key) && strict[now] > strict[level]) {
          print "Namespace " space " keeps " key "=" now ", which is stricter than " level > (work "notes")
          keep(space, key, now)
          keep(space, key "-version", unquoted(is["label", space, key "-version"]))
        } else if (key ~ /^pod-security\.kubernetes\.io\/[a-z]+-version$/ && now != "" && now != level && !((space, key) in kept)) {
          print "Namespace " space " keeps " key "=" now > (work "notes")
          keep(space, key, now)
        }
      }
      for (i = 1; i <= count; i++) {
        split(line[i], part, "\t")
        kind = part[2]; space = part[3]; key = part[4]; value = part[5]; now = is[kind, space, key]
        if (!(space in others) || (space, key) in kept || key == "app.kubernetes.io/managed-by" || key == "aks-iam/design" || now == value) continue
        if (now == "") {
          add(kind == "label" ? "label" : "annotate", space, key, unquoted(value), "")
        } else if (own(space, key)) {
          add(kind == "label" ? "label" : "annotate", space, key, unquoted(value), " --overwrite")
        } else {
          print "Namespace " space " has " kind " " key "=" now ", the design says " value ". To adopt it: kubectl " (kind == "label" ? "label" : "annotate") " namespace " space " --overwrite " shell(key "=" unquoted(value)) > (work "clashes")
        }
      }
      # what goes to the same namespaces goes in one call
      for (i = 1; i <= commands; i++) {
        split(order[i], part, "\t")
        verb = part[1]; sub(/ .*/, "", verb)
        call = "kubectl " verb " namespace" spaces[order[i]] substr(part[1], length(verb) + 1)
        if (!(call in pairs)) calls[++called] = call
        pairs[call] = pairs[call] " " substr(order[i], length(part[1]) + 2)
      }
      for (i = 1; i <= called; i++) print calls[i] pairs[calls[i]] > (work "missing")
    }' "$work/others" "$work/there" "$work/wanted"
}

# The pods that run, with their labels.
cat > "$work/pods.template" <<'EOF'
{{range .items}}{{printf "pod\t%s\t%s\t" .metadata.namespace .metadata.name}}{{range $key, $value := .metadata.labels}}{{printf ",%s=%s," $key $value}}{{end}}{{"\n"}}{{end}}
EOF

# ask_who_uses: what the manifests would do to pods that run, whoever made their namespace. It writes uses, a line for each consent
# (its id, what it is about), and levels, the Pod Security levels that pods may violate, which the API server is to say.
ask_who_uses() {
  rm -f "$work"/{uses,levels}
  awk -v work="$work/" -v cluster="$cluster" '
    function word(text) {
      gsub(/^[ \t]+|[ \t]+$/, "", text)
      return text ~ /^".*"$/ || text ~ /^\047.*\047$/ ? substr(text, 2, length(text) - 2) : text
    }
    # A quantity as Kubernetes writes it.
    function amount(text,    unit) {
      unit = text
      sub(/^[0-9.]+([eE][0-9]+)?/, "", unit)
      return (text + 0) * (unit in factor ? factor[unit] : 1)
    }
    # A limit that no quota held before counts for the pods that run too, and one below what is in use lets no new pod in. What the
    # quota of the design says already is no change.
    function limit(    i, key, how) {
      for (i = 1; i <= hards; i++) {
        key = hard_key[i]
        if ((space, name, key) in has_hard && amount(has_hard[space, name, key]) == amount(hard[key])) continue
        if (!((space, key) in in_use)) how = " for the first time"
        else if (in_use[space, key] > amount(hard[key])) how = " below the " used[space, key] " in use"
        else continue
        limits[space] = limits[space] (limits[space] == "" ? "limit " : ", ") key "=" hard[key] how
      }
    }
    function pods_of(space) { return pods[space] == 1 ? "pod " pod[space, 1] " runs" : pods[space] " pods run" }
    # A direction is closed for a pod as soon as one policy for it names the direction.
    function close_off(    i, n, way, direction, met) {
      if (kind == "ResourceQuota" && pods[space] > 0) limit()
      hards = 0
      if (kind ~ /NetworkPolicy$/ && pods[space] > 0) {
        for (i = 1; i <= pods[space]; i++) {
          met = 1
          for (n = 1; n <= selected; n++) if (index(labels[space, i], "," select[n] ",") == 0) met = 0
          if (met) break
        }
        n = met ? split(kind == "NetworkPolicy" ? types : "Egress", way, " ") : 0
        for (i = 1; i <= n; i++) {
          direction = way[i]
          if (!((space, direction) in closed) && !((space, name, direction) in has) && !((space, direction) in told)) {
            told[space, direction]
            closes[space] = closes[space] (closes[space] == "" ? "" : " and ") tolower(direction)
          }
        }
      }
      kind = space = name = types = inside = ""
      selected = 0
    }
    BEGIN {
      count = split("m 0.001 k 1e3 M 1e6 G 1e9 T 1e12 P 1e15 E 1e18 Ki 1024 Mi 1048576 Gi 1073741824 Ti 1099511627776 Pi 1125899906842624", word_of, " ")
      for (i = 1; i < count; i += 2) factor[word_of[i]] = word_of[i + 1] + 0
    }
    FILENAME == work "pods" {
      split($0, part, "\t")
      if (part[1] != "pod") next
      pod[part[2], ++pods[part[2]]] = part[3]
      labels[part[2], pods[part[2]]] = part[4]
      next
    }
    FILENAME == work "stays" { split($0, part, "\t"); stays[part[1], part[2]]; next }
    FILENAME == work "there" || FILENAME == work "wanted" {
      split($0, part, "\t")
      if (part[1] == "policy") {
        count = split(part[5], way, ",")
        for (i = 1; i < count; i++) {
          has[part[2], part[3], way[i]]
          if (part[4] == "all") closed[part[2], way[i]]
        }
      } else if (part[1] == "hard") {
        has_hard[part[2], part[3], part[4]] = part[5]
      } else if (part[1] == "used") {
        in_use[part[2], part[4]] = amount(part[5])
        used[part[2], part[4]] = part[5]
      } else if (part[1] == "label" || part[1] == "annotation") {
        is[part[2], part[3]] = part[4]
      } else if (part[1] == "wanted" && pods[part[3]] > 0 && is[part[3], part[4]] != part[5] && !((part[3], part[4]) in stays)) {
        if (part[4] ~ /^pod-security\.kubernetes\.io\/enforce/) raised[part[3]]
        if (part[4] ~ /^scheduler\.alpha\.kubernetes\.io\//) moves[part[3]]
      }
      if (part[1] == "wanted" && part[4] == "pod-security.kubernetes.io/enforce" && !((part[3], part[4]) in stays)) level[part[3]] = word(part[5])
      next
    }
    /^---$/ { close_off(); block = ""; next }
    /^[a-zA-Z]/ { block = $1; inside = "" }
    /^kind: / { kind = word(substr($0, 6)) }
    block == "metadata:" && /^  name: / { name = word(substr($0, 8)) }
    block == "metadata:" && /^  namespace: / { space = word(substr($0, 13)) }
    block == "spec:" && /^  [a-zA-Z]/ { inside = $1 }
    inside ~ /^(pod|endpoint)Selector:/ && /^      [^ ]/ {
      at = index($0, ": ")
      select[++selected] = word(substr($0, 1, at - 1)) "=" word(substr($0, at + 2))
    }
    inside == "policyTypes:" && /^ *- / { types = types " " $2 }
    inside == "hard:" && /^    [^ ]/ {
      at = index($0, ": ")
      hard_key[++hards] = word(substr($0, 1, at - 1))
      hard[hard_key[hards]] = word(substr($0, at + 2))
    }
    END {
      close_off()
      for (space in raised) if (space in level) print space "\t" level[space] > (work "levels")
      for (space in closes) print cluster "/" space "/network\tclose " closes[space] " in namespace " space ", where " pods_of(space) " and all traffic was let through" > (work "uses")
      for (space in limits) print cluster "/" space "/quota\t" limits[space] " in namespace " space ", where " pods_of(space) ": what does not fit, or names no size, gets no new pods" > (work "uses")
      for (space in moves) print cluster "/" space "/nodes\tset nodes and tolerations of namespace " space ", where " pods_of(space) ": new pods with others are refused" > (work "uses")
    }' "$work/pods" "$work/stays" "$work/there" "$work/wanted" "$work/all"
  if [ -f "$work/levels" ]; then
    local space level
    while IFS=$'\t' read -r space level <&3; do
      if ! kubectl label namespace "$space" --overwrite --dry-run=server "pod-security.kubernetes.io/enforce=$level" \
        pod-security.kubernetes.io/enforce-version=latest > /dev/null 2> "$work/why"; then
        cat "$work/why" >&2
        unseen "the API server does not say which pods would violate Pod Security $level in namespace $space"
      fi
      awk -v id="$cluster/$space/pod-security" -v space="$space" -v level="$level" '
        /^Warning: existing pods in namespace/ { violated = 1; next }
        violated && sub(/^Warning: /, "") { who = who (who == "" ? "" : "; ") $0 }
        END { if (violated) print id "\tenforce Pod Security " level " in namespace " space ", whose pods violate it: " who }' "$work/why" >> "$work/uses"
    done 3< "$work/levels"
  fi
}

# missing_consents: a line for each that was not given
missing_consents() {
  local id words
  if [ -f "$work/uses" ]; then
    sort "$work/uses" | while IFS=$'\t' read -r id words; do
      case $consents in
        *" $id "*) ;;
        *) echo "consent needed: $id: $words" ;;
      esac
    done
  fi
}

# refused FILE MINE: whether the server would refuse to apply something of it. What an earlier bundle set is no conflict when MINE is true.
refused() {
  if kubectl apply --server-side --field-manager="$manager" --dry-run=server -f "$1" > /dev/null 2> "$work/why"; then
    return 1
  fi
  awk -v mine="$2" -v plain="\"$plain\"" '
    /^(error: |Error |The )/ && !/Apply failed/ { refused = 1 }
    {
      while (match($0, /conflicts? with "[^"]*"/)) {
        conflicts = 1
        if (substr($0, RSTART, RLENGTH) !~ plain "$") refused = 1
        $0 = substr($0, RSTART + RLENGTH)
      }
    }
    END { exit mine == "true" && conflicts && !refused }' "$work/why"
}

# conflicts FILE MINE FROM TO: names the objects of a file that the server would refuse. kubectl does not say which it is, so that the
# file is halved until one is left.
conflicts() {
  local part=$work/part-$3-$4 middle
  if [ "$3" -gt "$4" ] || [ "$(wc -l < "$work/refusals")" -ge 20 ]; then
    return 0
  fi
  awk -v from="$3" -v to="$4" '/^---$/ { n++ } n >= from && n <= to' "$1" > "$part"
  if ! refused "$part" "$2"; then
    return 0
  fi
  if [ "$3" -lt "$4" ]; then
    middle=$((($3 + $4) / 2))
    conflicts "$1" "$2" "$3" "$middle"
    conflicts "$1" "$2" $((middle + 1)) "$4"
    return 0
  fi
  echo "$3" >> "$work/refusals"
  awk '
    FNR == 1 { file++ }
    file == 1 && /^kind: / { kind = $2 }
    file == 1 && /^[a-zA-Z]/ { block = $1 }
    file == 1 && block == "metadata:" && /^  name: / { name = $2 }
    file == 1 && block == "metadata:" && /^  namespace: / { space = $2 "/" }
    file == 2 && /^Please review/ { exit }
    file == 2 && FNR == 1 { sub(/^error: /, ""); print kind " " space name ": " $0 }
    file == 2 && FNR > 1 { print }' "$part" "$work/why"
  echo "what is there (-) and what the design says (+); where they agree there is no conflict, so kubectl edit settles it, or the design does:"
  kubectl diff -f "$part" | sed -e '/^diff -/d' -e '/^--- \//d' -e '/^+++ \//d' || true
}

# count FILE: its objects
count() {
  if [ -f "$1" ]; then grep -c '^---$' "$1"; else echo 0; fi
}

# show FILE OPTION...: what differs; fails when that cannot be told
show() {
  local file=$1 status=0
  shift
  if [ -f "$file" ]; then
    kubectl diff "$@" -f "$file" || status=$?
    if [ "$status" -gt 1 ]; then
      return "$status"
    elif [ "$status" -eq 1 ]; then
      differs=true
    fi
  fi
}

[ "$plan" = true ] || echo "-- $folder"
unknown=$(unknown_ids)
# With a zero id everything would be made, and nothing of it would work. To show it, kustomize needs every key, whatever its value is.
if [ -n "$unknown" ] && { [ "$apply" = true ] || ! kubectl kustomize "$folder" > "$work/all" 2>&1; }; then
  unseen "$folder/azure-outputs.env holds no id for $unknown; deploy.sh --stage 7 --apply writes it there once that identity or cluster is in Azure"
fi
kubectl kustomize "$folder" > "$work/all"
if ! grep -q '^kind: ' "$work/all"; then
  [ "$plan" = true ] || echo "nothing is decided that this cluster would hold"
  exit 0
fi
if ! az aks get-credentials --subscription "$subscription" --resource-group "$group" --name "$cluster" --file "$KUBECONFIG" --overwrite-existing ${admin:+--admin} --output none 2> "$work/why"; then
  [ "$plan" = true ] || cat "$work/why" >&2
  unseen "the cluster is not there, or a right is missing"
fi
if command -v kubelogin > /dev/null; then
  kubelogin convert-kubeconfig -l azurecli
fi
if ! kubectl get "$(kinds)" --all-namespaces -o go-template-file="$work/there.template" > "$work/there"; then
  unseen "the API server is not reached, or a right or the definition of a kind is missing"
fi
if ! kubectl get pods --all-namespaces --field-selector 'status.phase!=Succeeded,status.phase!=Failed' -o go-template-file="$work/pods.template" > "$work/pods"; then
  unseen "the API server does not say which pods run, for the reason above"
fi

: > "$work/stays"
: > "$work/wanted"
: > "$work/refusals"
sort_out
if [ -f "$work/spaces" ]; then
  kubectl create --dry-run=client --validate=false -o go-template-file="$work/wanted.template" -f "$work/spaces" > "$work/wanted"
  compare_namespaces
  sort_out
fi
ask_who_uses
missing_consents > "$work/consents"
if [ "$plan" = true ]; then
  # Ids that only stages 1 to 3 make known are no values yet that somebody else could contradict.
  for lines in same moving; do
    if [ -f "$work/$lines" ]; then
      awk '
        function flush() { if (text != "" && text !~ /00000000-0000-0000-0000-000000000000/) printf "%s", text; text = "" }
        /^---$/ { flush() }
        { text = text $0 "\n" }
        END { flush() }' "$work/$lines" > "$work/known"
      cp "$work/known" "$work/$lines"
    fi
  done
fi
conflicts "$work/same" false 1 "$(count "$work/same")" > "$work/conflicts"
conflicts "$work/moving" true 1 "$(count "$work/moving")" >> "$work/conflicts"

cat "$work"/{stops,clashes,conflicts} 2> /dev/null > "$work/against" || true
if [ -s "$work/consents" ] || [ -s "$work/against" ]; then
  [ "$plan" = false ] || echo "-- $folder"
  cat "$work/consents"
fi
if [ -s "$work/against" ]; then
  cat "$work/against"
  if [ "$plan" = true ]; then
    echo "$folder: as long as that is so, stage 7 stops here" >&2
    exit 1
  fi
  if [ "$apply" = true ]; then
    echo "$folder: nothing was changed" >&2
    exit 1
  fi
  echo "as long as that is so, --apply stops here and changes nothing"
  exit 0
fi
if [ -s "$work/consents" ] && { [ "$apply" = true ] || [ "$plan" = true ]; }; then
  [ "$apply" = false ] || echo "$folder: nothing was changed: give each consent with --consent ID" >&2
  exit 5
fi
[ "$plan" = false ] || exit 0

differs=false
for lines in notes new missing; do
  if [ -f "$work/$lines" ]; then
    cat "$work/$lines"
    if [ "$lines" != notes ]; then
      differs=true
    fi
  fi
done
show "$work/same" --server-side --field-manager="$manager"
show "$work/moved"
if [ "$differs" = false ]; then
  echo "nothing to change"
elif [ "$apply" = true ]; then
  if [ -f "$work/missing" ] && ! bash -e "$work/missing"; then
    echo "$folder: stopped at the namespaces, for the reason above; what follows was not tried" >&2
    exit 1
  fi
  # What an earlier bundle made moves over: a last plain apply, so that its own values are no conflict, then server-side like all others.
  if [ -f "$work/moved" ]; then
    kubectl apply -f "$work/moved" > /dev/null
  fi
  kubectl apply --server-side --field-manager="$manager" -f "$work/apply"
fi
