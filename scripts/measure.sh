# shellcheck shell=bash
# What scripts/speed and scripts/throughput share. Sourced with $folder set to where their files lie.

# Sets $write and $runs from the arguments [--write] [RUNS].
measure_arguments() {
  write=false runs=3
  if [ "${1-}" = --write ]; then write=true; shift; fi
  [ $# -eq 0 ] || runs=$1
  [[ $# -le 1 && $runs =~ ^[1-9][0-9]?$ ]] || { echo "$0 [--write] [RUNS]: RUNS is a number from 1 to 99, not '$*'" >&2; exit 2; }
}

# How long "$@" takes by the clock.
milliseconds() {
  local start=$EPOCHREALTIME
  unheard "$@" || return
  local end=$EPOCHREALTIME
  echo $(((${end/./} - ${start/./}) / 1000))
}

# What "$@" with all that it starts takes of the processors, which other programs on the machine change little.
cpu_milliseconds() {
  local TIMEFORMAT='%3U %3S' taken
  taken=$({ time unheard "$@"; } 2>&1) || { echo "$taken" >&2; return 1; }
  number '%d' "1000 * (${taken/ /+})"
}

unheard() { "$@" > "$folder/stdout" 2> "$folder/stderr" < /dev/null || { cat "$folder/stderr" >&2; return 1; }; }

median() { printf '%s\n' "$@" | sort -n | awk '{ v[NR] = $1 } END { print (NR % 2) ? v[(NR + 1) / 2] : int((v[NR / 2] + v[NR / 2 + 1]) / 2) }'; }

# The result of an expression of awk's by a format.
number() { LC_ALL=C awk "BEGIN { printf \"$1\", $2 }"; }

# The high-water marks in MB of the running process $1 itself and of the largest of those that it starts: the last readings count.
peak_megabytes() {
  local own=0 child=0 reading pid
  while reading=$(high_water "$1") && [ -n "$reading" ]; do
    own=$reading
    for pid in $(cat "/proc/$1/task/"*/children 2> /dev/null); do
      reading=$(high_water "$pid")
      [ "${reading:-0}" -le "$child" ] || child=$reading
    done
    sleep 0.02
  done
  echo "$own $child"
}

high_water() { awk '/VmHWM/ { print int($2 / 1024) }' "/proc/$1/status" 2> /dev/null || true; }

machine() { echo "$(nproc) cores ($(awk -F ': ' '/model name/ { print $2; exit }' /proc/cpuinfo)), $(scripts/clonus --version)."; }

# Prints the table $2, and with --write puts it between README's marks $1.
show() {
  echo "$2"
  $write || return 0
  grep -q "<!-- $1 -->" README.md || { echo "README.md has no <!-- $1 --> mark" >&2; exit 1; }
  awk -v mark="$1" -v table="$2" '$0 == "<!-- " mark " -->" { print; print table; skip = 1 } $0 == "<!-- /" mark " -->" { skip = 0 } !skip' README.md > "$folder/README.md"
  cat "$folder/README.md" > README.md
}
