# Python, uv and the Python packages.

PREFERRED=3.13
UV=$ROOT/.tools/uv/bin/uv

# Every Python of this machine, best first. One that only pyenv knows counts; a shim that leads nowhere does not.
pythons() {
    local found
    for found in "${PYTHON:-}" "python$PREFERRED" python3.12 python3.14 python3 python \
        "${PYENV_ROOT:-$HOME/.pyenv}"/versions/3.1[3-9]*/bin/python "${PYENV_ROOT:-$HOME/.pyenv}"/versions/3.12*/bin/python; do
        [ -n "$found" ] && "$found" -c 'import sys; print(sys.executable)' 2>/dev/null || true
    done
}

is_new_enough() { "$1" -c 'import sys; sys.exit(sys.version_info < (3, 12))'; }

# The first Python that is new enough; nothing when there is none.
new_python() {
    local candidate
    while read -r candidate; do
        if is_new_enough "$candidate"; then echo "$candidate" && return; fi
    done < <(pythons)
}

# The Python that makes uv's folder; an older one will do.
any_python() {
    local found
    found=$(new_python)
    [ -n "$found" ] || found=$(pythons)
    echo "${found%%$'\n'*}" # no "| head": whoever still writes would die of it, and "set -e" with them
}

has_uv() { "$UV" --version >/dev/null 2>&1; }

# Debian's Python comes without the modules that make such a folder.
packages_for_uv() {
    local python
    has_uv && return
    python=$(any_python)
    [ -n "$python" ] || echo python3
    [ -n "$python" ] && "$python" -c 'import ensurepip, venv' 2>/dev/null || echo python3-venv
}

# uv lives in a folder of its own: a shim of pyenv may hide any other one.
install_uv() {
    has_uv && return
    quietly "making a place for uv" "$(any_python)" -m venv --clear .tools/uv
    quietly "installing uv" .tools/uv/bin/pip install --disable-pip-version-check "uv>=0.9,<1"
}

make_venv() {
    local python
    if [ -x .venv/bin/python ] && is_new_enough .venv/bin/python && grep -qF "$ROOT/.venv" .venv/bin/activate; then return; fi
    python=$(new_python)
    if [ -z "$python" ]; then
        say "this machine's Python is older than 3.12; uv fetches $PREFERRED"
        "$UV" python install --install-dir .tools/python "$PREFERRED" >>"$LOG" 2>&1 ||
            fail "Python 3.12 or later is needed, and uv could not fetch one. Install one (a package of your system," \
                "or pyenv), name it if it is not on the path (PYTHON=/path/to/python3.13 make ...), then try again."
        python=$(find "$ROOT/.tools/python" -path "*/bin/python$PREFERRED" | head -n 1)
    fi
    quietly "making .venv with $python" "$UV" venv --clear --python "$python" .venv
}

# uv checks every package against the hash in the lock file.
install_python_packages() {
    install_uv
    make_venv
    local how=(--python .venv/bin/python --require-hashes)
    if [ "$1" = test ]; then
        quietly "installing the Python packages" "$UV" pip sync "${how[@]}" requirements.lock
        install_browser
    else
        quietly "installing the Python packages" "$UV" pip install "${how[@]}" -r requirements-run.lock
    fi
}

install_browser() {
    command -v chromium >/dev/null || quietly "installing Playwright's chromium" .venv/bin/playwright install --with-deps chromium
}

# The interface's translations, those whose source is newer; git holds only the sources.
compile_messages() {
    local source
    for source in backend/locale/*/LC_MESSAGES/*.po; do
        if [ -f "$source" ] && [ "$source" -nt "${source%.po}.mo" ]; then
            quietly "compiling $source" .venv/bin/pybabel compile -i "$source" -o "${source%.po}.mo"
        fi
    done
}
