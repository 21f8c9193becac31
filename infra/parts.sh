# Running a list of parts, each with its name and its seconds; the first that fails ends the run.

# part NAME COMMAND...
part() {
    local name=$1 began=$SECONDS
    shift
    echo "== $name"
    "$@" || { echo "== $name: FAILED after $((SECONDS - began)) s" >&2 && exit 1; }
    echo "== $name: $((SECONDS - began)) s"
}
