# shellcheck shell=bash
# A real Slurm of one node, for as long as a test needs it: munged, slurmctld and slurmd as plain processes with a configuration of
# their own, without systemd and cgroups, as root or as the user who calls. Sourced; start_slurm exports SLURM_CONF.

# A TCP port on which nobody listens, from $1 on.
free_port() {
  local port=$1
  while (exec 3<> "/dev/tcp/127.0.0.1/$port") 2> /dev/null; do port=$((port + 1)); done
  echo "$port"
}

# Starts the three daemons in the empty folder $1, and waits until the node takes jobs. Its path has no blanks: slurm.conf has no quotes.
start_slurm() {
  slurm=$1
  local user host controller node waited
  user=$(id -un) host=$(hostname -s)
  controller=$(free_port $((20000 + RANDOM % 5000))) node=$(free_port $((26000 + RANDOM % 5000)))
  mkdir -p "$slurm/munge" "$slurm/state" "$slurm/spool"
  (umask 077 && head -c 1024 /dev/urandom > "$slurm/munge/key")

  cat > "$slurm/slurm.conf" << END
ClusterName=clonus
SlurmctldHost=$host(127.0.0.1)
SlurmctldPort=$controller
SlurmdPort=$node
SlurmUser=$user
SlurmdUser=$user
AuthType=auth/munge
# A requeued job starts when the credential of its last run is out of date: 5 s and not 2 minutes.
AuthInfo=socket=$slurm/munge/socket,cred_expire=5
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
SelectType=select/cons_tres
SelectTypeParameters=CR_CPU
JobAcctGatherType=jobacct_gather/none
AccountingStorageType=accounting_storage/none
MpiDefault=none
JobRequeue=1
KillWait=20
ReturnToService=2
StateSaveLocation=$slurm/state
SlurmdSpoolDir=$slurm/spool
SlurmctldPidFile=$slurm/slurmctld.pid
SlurmdPidFile=$slurm/slurmd.pid
SlurmctldLogFile=$slurm/slurmctld.log
SlurmdLogFile=$slurm/slurmd.log
SlurmdParameters=config_overrides
NodeName=$host NodeAddr=127.0.0.1 CPUs=2 RealMemory=$(awk '/MemTotal/ { print int($2 / 1024) }' /proc/meminfo)
PartitionName=clonus Nodes=ALL Default=YES MaxTime=INFINITE State=UP
END
  export SLURM_CONF=$slurm/slurm.conf PATH=$PATH:/usr/sbin

  if munged --key-file="$slurm/munge/key" --socket="$slurm/munge/socket" --pid-file="$slurm/munge/pid" \
    --log-file="$slurm/munge/munged.log" --seed-file="$slurm/munge/seed" && slurmctld && slurmd; then
    for ((waited = 0; waited < 300; waited++)); do
      [ "$(sinfo --noheader --format=%T 2> /dev/null)" = idle ] && return 0
      sleep 0.1
    done
  fi
  echo "Slurm does not start here" >&2
  return 1
}

# Ends every job, and then the daemons. Nothing of them stays.
stop_slurm() {
  [ -n "${slurm-}" ] || return 0
  scancel --quiet --user="$(id -un)" 2> /dev/null || true
  local waited file pid
  for ((waited = 0; waited < 300; waited++)); do
    [ -n "$(squeue --noheader 2> /dev/null)" ] || break
    sleep 0.1
  done
  for file in "$slurm/slurmd.pid" "$slurm/slurmctld.pid" "$slurm/munge/pid"; do
    [ -s "$file" ] || continue
    pid=$(< "$file")
    kill "$pid" 2> /dev/null || true
    for ((waited = 0; waited < 100; waited++)); do
      kill -0 "$pid" 2> /dev/null || break
      sleep 0.1
    done
    kill -KILL "$pid" 2> /dev/null || true
  done
}
