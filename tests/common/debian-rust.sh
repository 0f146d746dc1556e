# Debian's Rust compiler with the sources of its standard library, for targets that rustup cannot fetch; sourced by
# tests/build-plugins and tests/windows-check, which bring their own `say` and `stop MESSAGE CODE`.
#
#   debian_rust ROOT TRIPLE    fetches and unpacks it under ROOT/target/debian-rust (nothing is installed), and exports
#                              what makes cargo use it; what cargo must be told besides lies in "${debian_rust_words[@]}"
#                              and which sources these are in "$debian_rust_version"
#
# shellcheck shell=bash
debian_rust_packages=(rustc-web libstd-rust-web-1.96 libstd-rust-web-dev rust-web-src libllvm22)
debian_rust_words=(-Zbuild-std=std,panic_abort)

as_root() { if [ "$(id -u)" -eq 0 ]; then "$@"; else sudo -n "$@"; fi; }

debian_rust() {
    local folder=$1/target/debian-rust triple=$2
    mkdir -p "$folder"
    # Two scripts may come here at once.
    exec 8>"$folder.lock"
    flock 8
    debian_rust_unpack "$folder" "$triple"
    exec 8>&-
    debian_rust_version=$(cat "$folder/version")
    export RUSTC=$folder/system/usr/bin/rustc RUSTC_BOOTSTRAP=1
    export LD_LIBRARY_PATH=$folder/system/usr/lib/x86_64-linux-gnu:$folder/system/usr/lib${LD_LIBRARY_PATH:+:$LD_LIBRARY_PATH}
}

# Unpacks once; a folder without the mark was interrupted and is begun anew.
debian_rust_unpack() {
    local folder=$1 triple=$2 mark=$1/unpacked package
    [ -f "$mark" ] && return
    command -v apt-get >/dev/null && command -v dpkg >/dev/null ||
        stop "no standard library for $triple: run 'rustup target add $triple' (this system has no apt-get)" 2
    say "fetching ${debian_rust_packages[*]}"
    rm -rf "$folder" && mkdir -p "$folder/packages"
    fetch() { (cd "$folder/packages" && apt-get download -qq -o APT::Sandbox::User=root "${debian_rust_packages[@]}" >&2); }
    fetch || { as_root apt-get update -qq >&2 && fetch; } ||
        stop "cannot fetch ${debian_rust_packages[*]}: run 'rustup target add $triple' or make these packages available" 2
    for package in "$folder"/packages/*.deb; do dpkg -x "$package" "$folder/system"; done
    (cd "$folder/packages" && ls -- *rust-web-src*.deb | sed 's/^rust-web-src_\(.*\)_.*$/\1/') >"$folder/version"
    rm -rf "$folder/packages"
    touch "$mark"
}
