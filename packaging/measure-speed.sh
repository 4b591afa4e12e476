#!/usr/bin/env bash
# Measures the distribution: 'aks-iam generate' of each preset as a whole process, and the start of the window against a
# bare JavaFX window without an AOT cache, in turn, on the same display. Prints medians; judges nothing.
# Before: mvn -Pdist -DskipTests package. Needs JAVA_HOME to be a JDK 25 where the default one is older, xdotool, and Xvfb where there is no display.
# Usage: packaging/measure-speed.sh [RUNS]
set -euo pipefail
cd "$(dirname "$0")/.."
runs=${1:-9}
app=target/dist/aks-iam
work=$(mktemp -d)
started=()
finish() {
    for process in "${started[@]}"; do
        kill "$process" 2>/dev/null || true
    done
    rm -rf "$work"
}
trap finish EXIT

now() { date +%s%N; }
median() { sort -n "$1" | awk '{ value[NR] = $1 } END { printf "%d", NR % 2 ? value[(NR + 1) / 2] : (value[NR / 2] + value[NR / 2 + 1]) / 2 }'; }

echo "$(nproc) processors, load $(cut -d ' ' -f 1-3 /proc/loadavg), $runs runs"

TIMEFORMAT='%R %U %S'
for preset in small-team shared-platform regulated fleet; do
    "$app/bin/aks-iam" new --preset "$preset" -o "$work/$preset.aksiam.json" >/dev/null
    "$app/bin/aks-iam" generate "$work/$preset.aksiam.json" -o "$work/first" >/dev/null
    for ((run = 0; run < runs; run++)); do
        rm -rf "$work/bundle"
        { time "$app/bin/aks-iam" generate "$work/$preset.aksiam.json" -o "$work/bundle" >/dev/null; } 2>>"$work/$preset.times"
    done
    awk '{ print $1 * 1000 }' "$work/$preset.times" >"$work/wall"
    awk '{ print ($2 + $3) * 1000 }' "$work/$preset.times" >"$work/processor"
    echo "generate $preset: median $(median "$work/wall") ms, processor time $(median "$work/processor") ms"
    rm -rf "$work/first"
done

if [[ -z ${DISPLAY:-} ]]; then
    Xvfb -displayfd 3 -screen 0 1600x1000x24 3>"$work/display" 2>/dev/null &
    started+=($!)
    until [[ -s $work/display ]]; do sleep 0.1; done
    DISPLAY=:$(<"$work/display")
    export DISPLAY
fi
"${JAVA_HOME:+$JAVA_HOME/bin/}javac" -p target/fx --add-modules javafx.controls -d "$work/bare" src/bench/java/aksiam/BareWindow.java

# Milliseconds from the start of the process to its visible window.
shown() {
    local title=$1 start process
    shift
    start=$(now)
    "$@" >/dev/null 2>&1 &
    process=$!
    started+=("$process")
    until xdotool search --onlyvisible --name "$title" >/dev/null 2>&1; do
        kill -0 "$process"
        sleep 0.01
    done
    echo $((($(now) - start) / 1000000))
    kill "$process"
    wait "$process" 2>/dev/null || true
}
bare=("$app/lib/runtime/bin/java" --enable-native-access=javafx.graphics --add-modules javafx.controls -cp "$work/bare" aksiam.BareWindow)
ours=(env "JAVA_TOOL_OPTIONS=-Daksiam.state=$work/state" "$app/bin/aks-iam")
for ((run = -1; run < runs; run++)); do
    first=$(shown '^Bare window$' "${bare[@]}")
    second=$(shown '^AKS IAM Designer' "${ours[@]}")
    if ((run >= 0)); then
        echo "$first" >>"$work/bare.times"
        echo "$second" >>"$work/ours.times"
    fi
done
bare_median=$(median "$work/bare.times")
ours_median=$(median "$work/ours.times")
echo "window: bare JavaFX $bare_median ms, ours $ours_median ms, ratio $(awk "BEGIN { printf \"%.2f\", $ours_median / $bare_median }")"
