#!/usr/bin/env bash
# Measures the distribution: 'aks-iam generate' of each preset as a whole process, and the start of the window, with the start page
# and with the first step of a design, against a bare JavaFX window without an AOT cache, in turn, on the same display. Prints
# medians, also of the processor time of the process, which other work on the machine changes least; judges nothing.
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

# Milliseconds from the start of the process to its visible window, and its processor time until then.
shown() {
    local title=$1 start process
    shift
    # The window of the run before has to be gone.
    while xdotool search --onlyvisible --name "$title" >/dev/null 2>&1; do sleep 0.05; done
    start=$(now)
    "$@" >/dev/null 2>&1 &
    process=$!
    started+=("$process")
    until xdotool search --onlyvisible --name "$title" >/dev/null 2>&1; do
        kill -0 "$process"
        sleep 0.01
    done
    echo $((($(now) - start) / 1000000)) "$(awk -v tick="$(getconf CLK_TCK)" '{ print ($14 + $15) * 1000 / tick }' "/proc/$process/stat")"
    kill "$process"
    wait "$process" 2>/dev/null || true
}
# shellcheck disable=SC2034 # read by name in the loop below
bare=("$app/lib/runtime/bin/java" --enable-native-access=javafx.graphics --add-modules javafx.controls -cp "$work/bare" aksiam.BareWindow)
ours=(env "JAVA_TOOL_OPTIONS=-Daksiam.state=$work/state" "$app/bin/aks-iam")
# shellcheck disable=SC2034
design=("${ours[@]}" "$work/shared-platform.aksiam.json")
for ((run = -1; run < runs; run++)); do
    for window in bare ours design; do
        declare -n command=$window
        title='^AKS IAM Designer'
        [[ $window == bare ]] && title='^Bare window$'
        read -r wall processor < <(shown "$title" "${command[@]}")
        if ((run >= 0)); then
            echo "$wall" >>"$work/$window.wall"
            echo "$processor" >>"$work/$window.processor"
        fi
    done
done
ratio() { awk "BEGIN { printf \"%.2f\", $(median "$work/$1.$2") / $(median "$work/bare.$2") }"; }
for window in bare ours design; do
    echo "window $window: median $(median "$work/$window.wall") ms, ratio to bare $(ratio $window wall);" \
        "processor time $(median "$work/$window.processor") ms, ratio $(ratio $window processor)"
done
