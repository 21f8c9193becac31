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

# npm ci always begins anew, so it runs only for a lock file that it has not installed yet. Not engine-strict: some
# packages name a newer npm than Debian 13's, which installs them rightly all the same; check_node has seen to Node.
install_node_packages() {
    local done=node_modules/.installed
    cmp -s package-lock.json "$done" && return
    quietly "installing the npm packages" npm ci --engine-strict=false --include=dev --no-audit --no-fund
    cp package-lock.json "$done"
}
