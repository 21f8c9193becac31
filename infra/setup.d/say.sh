# Speaking to the person at the keyboard.

say() { echo "setup: $*"; }

fail() {
    printf 'setup: %s\n' "$@" >&2
    exit 1
}

# quietly WHAT COMMAND...: run it, its output into the log; on failure show the log's end.
# (Functions run this way chain their commands with &&: bash ignores "set -e" here.)
quietly() {
    local what=$1
    shift
    say "$what"
    if ! "$@" >>"$LOG" 2>&1 </dev/null; then
        tail -n 15 "$LOG" >&2
        fail "That failed: $what. The whole output is in $LOG."
    fi
}
