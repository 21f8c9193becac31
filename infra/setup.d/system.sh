# Debian's and Ubuntu's packages: as root, or through sudo, or by naming the command.

# WeasyPrint draws with pango and needs harfbuzz's subsetter (5 times faster with it); the papers need the fonts.
RUN_PACKAGES=(libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 fonts-noto-cjk fonts-noto-core)
TEST_PACKAGES=(poppler-utils openssl)

installed() { [ "$(dpkg-query -W -f '${db:Status-Status}' "$1" 2>/dev/null)" = installed ]; }

# Everything that is missing at once, so that a person without sudo has one command to ask for.
install_system_packages() {
    local wanted=("${RUN_PACKAGES[@]}") missing=() package
    # shellcheck disable=SC2207
    wanted+=($(packages_for_uv))
    if [ "$1" = test ]; then
        wanted+=("${TEST_PACKAGES[@]}")
        # Ubuntu has no chromium package (only a snap); there Playwright brings its own.
        command -v chromium >/dev/null || ! from_debian || wanted+=(chromium)
    fi
    command -v dpkg-query >/dev/null || fail "This set-up knows Debian and Ubuntu; elsewhere install: ${wanted[*]}"
    for package in "${wanted[@]}"; do installed "$package" || missing+=("$package"); done
    [ ${#missing[@]} -eq 0 ] || apt_install "${missing[@]}"
}

from_debian() { grep -qx 'ID=debian' /etc/os-release; }

# apt_install PACKAGE...: install them, or say the exact command and stop.
apt_install() {
    local command="apt-get update && sudo apt-get install -y --no-install-recommends $*"
    if [ "$(id -u)" = 0 ]; then
        quietly "installing $*" apt_now "$@"
    elif may_sudo; then
        quietly "installing $* (with sudo)" apt_now "$@"
    else
        fail "Packages are missing, and only root can install them. Run this, then try again:" "  sudo $command"
    fi
}

# Without a password, or with one that the person can type now (sudo asks on the terminal itself).
may_sudo() {
    command -v sudo >/dev/null || return 1
    sudo -n true 2>/dev/null || { [ -t 0 ] && [ -t 2 ] && sudo -v; }
}

apt_now() {
    local as=(env)
    [ "$(id -u)" = 0 ] || as=(sudo env)
    "${as[@]}" apt-get update -q &&
        "${as[@]}" DEBIAN_FRONTEND=noninteractive apt-get install -yq --no-install-recommends "$@"
}
