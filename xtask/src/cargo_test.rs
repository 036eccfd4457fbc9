//! Running `cargo test`, and reading what came of it.

use crate::{
    browsers::{self, Programs},
    build::Release,
    paths,
    report::Count,
    shell, tools,
};
use anyhow::Result;
use std::{ffi::OsStr, path::Path, process::Command};

/// So many walks that failed are walked once more: a busy machine fails a few. When more fail, it is the app.
const A_FEW: usize = 5;

/// Runs walks in Chromium, on the release.
pub fn browse(root: &Path, release: &Release, tests: &[impl AsRef<OsStr>]) -> Result<Count> {
    let chromium = browsers::chromium()?;
    release.ready()?;
    browse_with(&chromium, root, tests)
}

/// Runs walks in these browsers. A few that failed are walked once more, one after the other: what is green only then is told by
/// name, so that it is not forgotten.
pub fn browse_with(programs: &Programs, root: &Path, tests: &[impl AsRef<OsStr>]) -> Result<Count> {
    let tests: Vec<&OsStr> = tests.iter().map(AsRef::as_ref).collect();
    let first = cargo_test(&mut walk(programs, root, &tests)?)?;
    let named = first.failed.len();
    if named == 0 || named > A_FEW || named != first.count.failed {
        return Ok(first.count);
    }
    shell::say(&format!("Once more, one after the other: {}", first.failed.join(", ")));
    let again = cargo_test(&mut walk(programs, root, &once_more(&tests, &first.failed))?)?;
    for name in first.failed.iter().filter(|name| !again.failed.contains(name)) {
        shell::say(&format!("Green only at the second time: {name}"));
    }
    Ok(Count { passed: first.count.passed + again.count.passed, failed: again.count.failed })
}

/// The browser tests get what they need by environment variables, so that they neither build nor
/// install anything and know nothing of this machine.
fn walk(programs: &Programs, root: &Path, tests: &[&OsStr]) -> Result<Command> {
    let mut command = shell::cargo();
    command
        .args(["test", "--package", "e2e", "--no-fail-fast"])
        .args(tests)
        .env("ROOM_DIST", paths::dist(root))
        .env("ROOM_HOUSES", paths::houses(root))
        .env("ROOM_AXE", tools::ensure(root)?.axe())
        .envs(programs.iter().map(|(name, program)| (name, program)))
        // What a failing walk says is short; a page of stack frames would bury it.
        .env("RUST_BACKTRACE", "0")
        .current_dir(root);
    Ok(command)
}

/// The same program of tests, and of its tests these alone.
fn once_more<'a>(tests: &[&'a OsStr], failed: &'a [String]) -> Vec<&'a OsStr> {
    let program = tests.iter().copied().take_while(|argument| *argument != "--");
    let alone = ["--", "--exact", "--test-threads=1"].map(OsStr::new);
    program.chain(alone).chain(failed.iter().map(OsStr::new)).collect()
}

/// What came of tests.
#[derive(Debug, Default)]
pub struct Outcome {
    pub count: Count,
    /// The names of those that failed.
    pub failed: Vec<String>,
}

/// Runs `cargo test`.
///
/// # Errors
/// If not a single test ran, or if the tests did not come to their end.
pub fn cargo_test(command: &mut Command) -> Result<Outcome> {
    let mut outcome = Outcome::default();
    let succeeded = shell::watch(command, "install Rust from https://rustup.rs", |line| {
        outcome.failed.extend(failed(line).map(str::to_owned));
        if let Some(more) = counted(line) {
            outcome.count = outcome.count + more;
        }
    })?;
    if succeeded && outcome.count == Count::default() {
        return Err(shell::fault(
            "not a single test ran",
            "see in xtask/src/test.rs which files belong to the suite, and whether they still have tests",
        ));
    }
    if !succeeded && outcome.count.failed == 0 {
        return Err(shell::fault(
            "the tests did not compile, or one of them ended its process",
            "mend what cargo names above",
        ));
    }
    Ok(outcome)
}

/// Reads `test result: ok. 12 passed; 0 failed; 0 ignored; …`.
fn counted(line: &str) -> Option<Count> {
    let result = line.trim().strip_prefix("test result: ")?;
    let (_, numbers) = result.split_once(". ")?;
    let number = |name: &str| -> Option<usize> {
        let part = numbers.split(';').find_map(|part| part.trim().strip_suffix(name))?;
        part.trim().parse().ok()
    };
    Some(Count { passed: number("passed")?, failed: number("failed")? })
}

/// Reads `test plan::a_step_is_done ... FAILED`.
fn failed(line: &str) -> Option<&str> {
    line.trim().strip_prefix("test ")?.strip_suffix(" ... FAILED")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn test_results_are_read_from_the_line_of_cargo() {
        assert_eq!(
            counted("test result: ok. 12 passed; 0 failed; 3 ignored; 0 measured; 0 filtered out; finished in 0.00s"),
            Some(Count { passed: 12, failed: 0 })
        );
        assert_eq!(
            counted("test result: FAILED. 1 passed; 2 failed; 0 ignored; 0 measured; 0 filtered out"),
            Some(Count { passed: 1, failed: 2 })
        );
        assert_eq!(counted("running 3 tests"), None);
    }

    #[test]
    fn a_test_that_failed_is_known_by_its_name() {
        assert_eq!(
            failed("test plan::a_step_is_done::in_firefox ... FAILED"),
            Some("plan::a_step_is_done::in_firefox")
        );
        assert_eq!(failed("test plan::a_step_is_done ... ok"), None);
        assert_eq!(failed("test result: FAILED. 1 passed; 2 failed; 0 ignored; 0 measured; 0 filtered out"), None);
    }

    #[test]
    fn once_more_runs_what_failed_and_nothing_else() {
        let failed = ["plan::one".to_owned()];
        let rest = ["--", "--exact", "--test-threads=1", "plan::one"];
        for tests in [&["--test", "browser", "--", "plan::", "take::"][..], &["--test", "browser"]] {
            let tests: Vec<&OsStr> = tests.iter().map(OsStr::new).collect();
            let again = once_more(&tests, &failed);
            assert_eq!(again[..2], tests[..2]);
            assert_eq!(again[2..], rest.map(OsStr::new));
        }
    }
}
