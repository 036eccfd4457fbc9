//! The search for bytes that break a reader: libFuzzer on the targets of `fuzz/`, with the plain stable compiler.
//!
//! `cargo fuzz` does the same with nightly, for the sanitisers. They look for memory errors, and our crates forbid unsafe
//! code; what guides the search is there on stable too.

use crate::{report::Count, shell};
use anyhow::{Context, Result};
use std::{
    env, fs,
    io::{BufRead, BufReader, ErrorKind},
    path::{Path, PathBuf},
    process::{Command, Stdio},
    time::Instant,
};

/// The targets: every way by which bytes come into the app.
const TARGETS: [&str; 7] = ["saved", "json", "sealed", "payload", "rescue", "lock", "link"];

/// As many runs of each target as a test can wait for.
const RUNS_IN_TESTS: u64 = 20_000;

/// The flags of `cargo fuzz`: tell the search which code ran, and what was compared with what.
const INSTRUMENT: [&str; 8] = [
    "--cfg=fuzzing",
    "-Cpasses=sancov-module",
    "-Cllvm-args=-sanitizer-coverage-level=4",
    "-Cllvm-args=-sanitizer-coverage-inline-8bit-counters",
    "-Cllvm-args=-sanitizer-coverage-pc-table",
    "-Cllvm-args=-sanitizer-coverage-trace-compares",
    "-Ccodegen-units=1",
    "-Cdebug-assertions",
];

/// Where the search starts from: files and records that are right, most of them kept for other tests.
const SEEDS: [&str; 3] = ["crates/assessment/tests/saved", "crates/exchange/tests/golden", "fuzz/seeds"];

const COMPILER: &str = "install a C++ compiler (libFuzzer is C++), or mend what is named above; \
                        `cargo update --workspace --manifest-path fuzz/Cargo.toml` mends the lock file";

/// Searches in every target, or in one. What was found stays in `target/fuzz-corpus`, and the next search goes on from it.
pub fn fuzz(root: &Path, target: Option<String>, runs: u64) -> Result<()> {
    let binaries = build(root)?;
    let corpus = root.join("target").join("fuzz-corpus");
    let asked = |name: &&str| target.as_deref().is_none_or(|target| target == *name);
    let mut targets = TARGETS.into_iter().filter(asked).peekable();
    if targets.peek().is_none() {
        let what = format!("there is no target '{}'", target.as_deref().unwrap_or_default());
        return Err(shell::fault(what, format!("take one of: {}", TARGETS.join(", "))));
    }
    for name in targets {
        search(root, &binaries, name, &corpus, &[format!("-runs={runs}")])?;
    }
    Ok(())
}

/// A short search in every target, the same each time: it starts from the seeds alone, with the same dice.
pub fn test(root: &Path) -> Result<Count> {
    check(root)?;
    let binaries = build(root)?;
    let corpus = root.join("target").join("fuzz-corpus-of-tests");
    match fs::remove_dir_all(&corpus) {
        Err(error) if error.kind() != ErrorKind::NotFound => return Err(error.into()),
        _ => {}
    }
    let mut count = Count::default();
    for name in TARGETS {
        match search(root, &binaries, name, &corpus, &[format!("-runs={RUNS_IN_TESTS}"), "-seed=1".to_owned()]) {
            Ok(()) => count.passed += 1,
            Err(error) => {
                eprintln!("error: {error:#}");
                count.failed += 1;
            }
        }
    }
    Ok(count)
}

/// Formatting and lints, which those of the workspace do not reach.
fn check(root: &Path) -> Result<()> {
    let manifest = manifest(root);
    let mut format = shell::cargo();
    format.args(["fmt", "--check", "--manifest-path"]).arg(&manifest);
    shell::run(&mut format, "cargo fmt --manifest-path fuzz/Cargo.toml")?;
    let mut clippy = shell::cargo();
    instrument(clippy.args(["clippy", "--quiet"]), root)?;
    shell::run(clippy.args(["--", "--deny", "warnings"]), COMPILER)
}

/// Builds the targets, and gives the folder in which they are.
fn build(root: &Path) -> Result<PathBuf> {
    shell::say("Building the targets of the search");
    let mut command = shell::cargo();
    let host = instrument(command.arg("build"), root)?;
    shell::run(command.arg("--bins"), COMPILER)?;
    Ok(folder(root).join(host).join("release"))
}

/// Lets cargo compile for the search, and gives the system it compiles for.
fn instrument(command: &mut Command, root: &Path) -> Result<String> {
    let compiler = env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let host = shell::answer(compiler, &["--print", "host-tuple"])
        .ok_or_else(|| shell::fault("rustc does not say for which system it compiles", "rustup update"))?;
    command
        .args(["--release", "--locked", "--manifest-path"])
        .arg(manifest(root))
        // A system that is named keeps the flags away from build scripts and macros.
        .args(["--target", &host, "--target-dir"])
        .arg(folder(root))
        .env("CARGO_ENCODED_RUSTFLAGS", INSTRUMENT.join("\x1f"));
    Ok(host)
}

fn manifest(root: &Path) -> PathBuf {
    root.join("fuzz").join("Cargo.toml")
}

/// Apart from the other builds: the flags would make each of them begin anew.
fn folder(root: &Path) -> PathBuf {
    root.join("target").join("fuzz")
}

/// Searches in one target, and tells every now and then how far it is.
fn search(root: &Path, binaries: &Path, name: &str, corpus: &Path, how: &[String]) -> Result<()> {
    let (corpus, found) = (corpus.join(name), root.join("target").join("fuzz-found"));
    for folder in [&corpus, &found] {
        fs::create_dir_all(folder).with_context(|| format!("{} cannot be made", folder.display()))?;
    }
    let mut command = Command::new(binaries.join(name));
    command
        .args(how)
        .args(["-max_len=4096", "-timeout=10", "-rss_limit_mb=2048", "-print_final_stats=0"])
        .arg(format!("-dict={}", root.join("fuzz/dictionaries/words.dict").display()))
        .arg(format!("-artifact_prefix={}", found.join(format!("{name}-")).display()))
        .arg(corpus)
        .args(SEEDS.map(|seeds| root.join(seeds)))
        .stdout(Stdio::null())
        .stderr(Stdio::piped());
    let started = Instant::now();
    let mut child = command.spawn().with_context(|| format!("the search in {name} cannot start"))?;
    let mut said = Vec::new();
    for line in child.stderr.take().into_iter().flat_map(|stderr| BufReader::new(stderr).split(b'\n')) {
        let line = String::from_utf8_lossy(&line?).into_owned();
        match Progress::told(&line) {
            Some(Progress { last, .. }) if !last && !line.contains("pulse") => {}
            Some(Progress { runs, covered, last }) => {
                let speed = runs as f64 / started.elapsed().as_secs_f64().max(0.001);
                let end = if last { ", done" } else { "" };
                println!("{name:<8} {runs:>9} runs, {covered:>5} places reached, {speed:>7.0} runs a second{end}");
            }
            // It tells each new function, and without a symbol table not even its name.
            None if line.contains("NEW_FUNC") => {}
            None => said.push(line),
        }
    }
    if child.wait()?.success() {
        return Ok(());
    }
    said.iter().for_each(|line| eprintln!("{line}"));
    Err(shell::fault(
        format!("the search in {name} found bytes that break it; they lie in target/fuzz-found/"),
        format!("mend it, and check with: target/fuzz/*/release/{name} target/fuzz-found/{name}-…"),
    ))
}

/// How far a search is.
#[derive(Debug, PartialEq, Eq)]
struct Progress {
    runs: u64,
    covered: u64,
    last: bool,
}

impl Progress {
    /// Reads `#524288 pulse  cov: 812 ft: 3301 corp: 520/91Kb …`.
    fn told(line: &str) -> Option<Self> {
        let mut words = line.strip_prefix('#')?.split_whitespace();
        let runs = words.next()?.parse().ok()?;
        let last = words.next()? == "DONE";
        let covered = words.skip_while(|word| *word != "cov:").nth(1)?.parse().ok()?;
        Some(Self { runs, covered, last })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn how_far_a_search_is_is_read_from_its_lines() {
        assert_eq!(
            Progress::told("#524288\tpulse  cov: 812 ft: 3301 corp: 520/91Kb lim: 4096 exec/s: 87381 rss: 60Mb"),
            Some(Progress { runs: 524_288, covered: 812, last: false })
        );
        assert_eq!(
            Progress::told("#20000\tDONE   cov: 9 ft: 9 corp: 2/5b lim: 4096 exec/s: 0 rss: 27Mb"),
            Some(Progress { runs: 20_000, covered: 9, last: true })
        );
        assert_eq!(Progress::told("INFO: Seed: 531047774"), None);
    }

    #[test]
    fn every_target_is_searched() {
        let folder = crate::paths::root().join("fuzz").join("targets");
        let files = fs::read_dir(folder).expect("the targets").map(|file| file.expect("a target").path());
        let mut there: Vec<_> = files.filter_map(|file| Some(file.file_stem()?.to_str()?.to_owned())).collect();
        there.sort();
        let mut searched = TARGETS.map(str::to_owned).to_vec();
        searched.sort();
        assert_eq!(there, searched);
    }
}
