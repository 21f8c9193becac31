# Node and the npm packages.

check_node() {
    local version
    version=$(node --version 2>/dev/null) || version=none
    local major=${version#v}
    if [ "$version" = none ] || [ "${major%%.*}" -lt 20 ] || ! command -v npm >/dev/null; then
        fail "Node.js 20 or later with npm is needed (found: $version)." \
            "On Debian 13: sudo apt-get install -y nodejs npm. Elsewhere: the packages of nodejs.org."
    fi
}

# npm ci always begins anew, so it runs only for a lock file that it has not installed yet.
install_node_packages() {
    local done=node_modules/.installed
    cmp -s package-lock.json "$done" && return
    quietly "installing the npm packages" npm ci --include=dev --no-audit --no-fund
    cp package-lock.json "$done"
}
