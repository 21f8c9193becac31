# Fandol, the free faces for official papers. Debian has it only inside a large TeX package: fetch that package,
# take the fonts out, install nothing.

FANDOL=$ROOT/var/fonts/fandol
SYSTEM_FANDOL=/usr/share/texlive/texmf-dist/fonts/opentype/public/fandol

fandol_there() { [ -f "$FANDOL/FandolFang-Regular.otf" ] || [ -f "$SYSTEM_FANDOL/FandolFang-Regular.otf" ]; }

fonts_there() { fandol_there && [ -f var/fonts/NotoSerifCJKsc-Bold.otf ]; }

install_fonts() {
    fandol_there || quietly "fetching the Fandol fonts (49 MB)" unpack_fandol
    quietly "checking the fonts" env -u DATABASE_URL .venv/bin/python backend/manage.py prepare_fonts
}

unpack_fandol() {
    local box=$ROOT/.tools/fandol
    rm -rf "$box" && mkdir -p "$box" "$FANDOL" &&
        fetch_fandol "$box" &&
        dpkg-deb --fsys-tarfile "$box"/*.deb |
        tar -x -C "$box" --wildcards --transform 's,.*/,,' '*/fandol/Fandol*.otf' '*/fonts/fandol/COPYING*' &&
        mv "$box"/*.otf "$box"/COPYING* "$FANDOL" &&
        rm -rf "$box"
}

fetch_fandol() {
    (cd "$1" && apt-get download texlive-lang-chinese) && return
    if [ "$(id -u)" = 0 ]; then
        apt-get update -q || return
    elif sudo -n true 2>/dev/null; then
        sudo apt-get update -q || return
    else
        fail "apt does not know the package texlive-lang-chinese yet. Run this, then try again:" "  sudo apt-get update"
    fi
    (cd "$1" && apt-get download texlive-lang-chinese)
}
