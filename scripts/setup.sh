# What scripts/clonus and scripts/test share: the packages that the build needs, and the build itself.
# Sourced by bash with $root set to the repository's folder.

export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_CLI_UI_LANGUAGE=en

packages=(
  ffmpeg cmake make g++ pkg-config
  libopencv-core-dev libopencv-imgproc-dev libopencv-videoio-dev libopencv-imgcodecs-dev libopencv-contrib-dev
)

fail() {
  echo "clonus: error: $1" >&2
  exit 1
}

# True when nothing that the build reads has changed since the build that left the stamp $1. The folders $2... are looked
# at too, so that a deleted file counts as a change. The outputs are elsewhere, in artifacts/.
is_fresh() {
  local stamp=$1
  shift
  [ -e "$stamp" ] && [ -z "$(find "$@" "$root"/Directory.*.props "$root/global.json" "$root/scripts/setup.sh" -newer "$stamp" -print -quit)" ]
}

# Installs what is missing of the packages above and of "$@", as root or by sudo without a password.
install_packages() {
  command -v dotnet > /dev/null || fail "the .NET SDK 10 is missing: install it from https://dotnet.microsoft.com/download and see that 'dotnet' is on the PATH"
  command -v apt-get > /dev/null || return 0 # Another distribution: the build says what it lacks.

  local missing=() package
  for package in "${packages[@]}" "$@"; do
    [ "$(dpkg-query -W -f='${db:Status-Status}' "$package" 2> /dev/null)" = installed ] || missing+=("$package")
  done
  [ ${#missing[@]} -eq 0 ] && return 0

  local as_root=()
  if [ "$(id -u)" -ne 0 ]; then
    sudo -n true 2> /dev/null || fail "these packages are missing: run  sudo apt-get update && sudo apt-get install -y ${missing[*]}"
    as_root=(sudo -n)
  fi

  echo "clonus: installing ${missing[*]}" >&2
  quietly "the packages could not be installed: ${missing[*]}" "${as_root[@]}" apt-get -o DPkg::Lock::Timeout=300 update
  quietly "the packages could not be installed: ${missing[*]}" "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
    apt-get -o DPkg::Lock::Timeout=300 install -y --no-install-recommends "${missing[@]}"
}

# Runs "$2"... and shows what it printed only when it fails; $1 says what that means.
quietly() {
  local meaning=$1 log
  shift
  log=$(mktemp)
  if ! "$@" > "$log" 2>&1 < /dev/null; then
    cat "$log" >&2
    rm -f "$log"
    fail "$meaning"
  fi
  rm -f "$log"
}

# Builds the project or solution $2 unless the stamp $1 is fresh against the folders $3... One build at a time: a second
# caller waits and then finds the work done.
build_when_changed() {
  local stamp=$1 project=$2
  shift 2
  is_fresh "$stamp" "$@" && return 0

  mkdir -p "$root/artifacts" 2> /dev/null || fail "cannot write to $root/artifacts: build once as a user who can"
  exec 9> "$root/artifacts/.build.lock" || fail "cannot write to $root/artifacts: build once as a user who can"
  flock 9
  if ! is_fresh "$stamp" "$@"; then
    # The stamp carries the time before the build, so that a change made meanwhile is not lost.
    touch "$stamp.new"
    install_packages 9>&-
    [ -t 2 ] && echo "clonus: building ..." >&2
    quietly "the build failed" dotnet build "$project" -c Release -v quiet --disable-build-servers 9>&-
    mv -f "$stamp.new" "$stamp"
  fi
  exec 9>&-
}
