# Running a list of parts, each with its name and its seconds; the first that fails ends the run.

# part NAME COMMAND...
part() {
    local name=$1 began=$SECONDS
    shift
    echo "== $name"
    "$@" || { echo "== $name: FAILED after $((SECONDS - began)) s" >&2 && exit 1; }
    echo "== $name: $((SECONDS - began)) s"
}

# beside NAME COMMAND...: the next parts run meanwhile; `joined` waits for it and tells what it said.
beside() {
    said=$(mktemp)
    set -m # a process group of its own, so that all of it ends with us
    part "$@" >"$said" 2>&1 </dev/null &
    set +m
    running=$!
    trap 'kill -- "-$running" 2>/dev/null || true; rm -f "$said"' EXIT
}
joined() {
    local ended=0
    wait "$running" || ended=$?
    cat "$said"
    return $ended
}
