//! `fangzhuo-pack --core M.wasm --manifest plugin.toml --cases cases.jsonl --out NAME.fz.wasm`, for `tests/build-plugins`.

use std::process::ExitCode;

const USAGE: &str = "fangzhuo-pack --core M.wasm --manifest plugin.toml --cases cases.jsonl --out NAME.fz.wasm";

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(sentence) => {
            eprintln!("fangzhuo-pack: {sentence}");
            ExitCode::from(2)
        }
    }
}

fn run() -> Result<(), String> {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let path = |flag: &str| {
        let at = words.iter().position(|word| word == flag);
        at.and_then(|at| words.get(at + 1)).ok_or_else(|| format!("{flag} is missing; {USAGE}"))
    };
    let unreadable = |path: &str, error: std::io::Error| format!("{path} cannot be read: {error}");
    let text = |path: &str| std::fs::read_to_string(path).map_err(|error| unreadable(path, error));
    let core = path("--core")?;
    let core = std::fs::read(core).map_err(|error| unreadable(core, error))?;
    // Line ends as git stores them, whatever the checkout made of them: the bytes are compared.
    let manifest = text(path("--manifest")?)?.replace("\r\n", "\n");
    let cases = text(path("--cases")?)?.replace("\r\n", "\n");
    let component = pack::pack(&core, &manifest, &cases).map_err(|error| error.to_string())?;
    let out = path("--out")?;
    std::fs::write(out, component).map_err(|error| format!("{out} cannot be written: {error}"))
}
