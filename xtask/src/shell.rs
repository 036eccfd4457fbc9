//! Running other programs, and telling what is done and what to do when it fails.

use anyhow::{Error, Result, anyhow};
use std::{
    ffi::OsStr,
    io::{BufRead, BufReader, ErrorKind, Write},
    process::{Command, Output, Stdio},
    time::Duration,
};

/// Says what is being done now.
pub fn say(what: &str) {
    println!("==> {what}");
}

/// A failure: what is wrong in one line, and what to do about it in another.
pub fn fault(what: impl AsRef<str>, remedy: impl AsRef<str>) -> Error {
    anyhow!("{}\n  remedy: {}", what.as_ref(), remedy.as_ref())
}

/// The cargo that runs this command, so that a nested call takes the same toolchain.
pub fn cargo() -> Command {
    Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
}

/// Runs a program to its end; its output goes to the terminal.
pub fn run(command: &mut Command, remedy: &str) -> Result<()> {
    let name = name(command);
    match command.status() {
        Ok(status) if status.success() => Ok(()),
        Ok(_) => Err(fault(format!("{name} failed; its message is above"), remedy)),
        Err(error) => Err(not_started(&name, &error, remedy)),
    }
}

/// Runs a program with `input` and gives what it writes.
pub fn pipe(command: &mut Command, input: &[u8], remedy: &str) -> Result<Vec<u8>> {
    let name = name(command);
    let started = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::inherit()).spawn();
    let mut child = started.map_err(|error| not_started(&name, &error, remedy))?;
    let mut stdin = child.stdin.take();
    let output = std::thread::scope(|scope| {
        // From a thread of its own: a program that writes before it has read everything would
        // otherwise wait for us while we wait for it. If it stops reading, its status tells.
        scope.spawn(move || stdin.take().map(|mut pipe| pipe.write_all(input)));
        child.wait_with_output()
    })?;
    if output.status.success() {
        Ok(output.stdout)
    } else {
        Err(fault(format!("{name} failed; its message is above"), remedy))
    }
}

/// Runs a program, shows its lines as they come, and gives each of them to `read`.
///
/// Gives whether it succeeded: the caller tells what a failure means.
pub fn watch(command: &mut Command, remedy: &str, mut read: impl FnMut(&str)) -> Result<bool> {
    let name = name(command);
    let started = command.stdout(Stdio::piped()).spawn();
    let mut child = started.map_err(|error| not_started(&name, &error, remedy))?;
    if let Some(stdout) = child.stdout.take() {
        for line in BufReader::new(stdout).split(b'\n') {
            let line = line?;
            let line = String::from_utf8_lossy(&line);
            println!("{line}");
            read(&line);
        }
    }
    Ok(child.wait()?.success())
}

/// What a program prints when asked for a short answer; `None` if it is not there or fails.
pub fn answer(program: impl AsRef<OsStr>, arguments: &[&str]) -> Option<String> {
    let output: Output = Command::new(program).args(arguments).output().ok()?;
    let text = String::from_utf8_lossy(&output.stdout).trim().to_owned();
    output.status.success().then_some(text)
}

/// A time as people say it.
pub fn spoken(time: Duration) -> String {
    let seconds = time.as_secs();
    if seconds < 60 {
        format!("{seconds}.{} s", time.subsec_millis() / 100)
    } else {
        format!("{} min {} s", seconds / 60, seconds % 60)
    }
}

fn name(command: &Command) -> String {
    let program = std::path::Path::new(command.get_program());
    let program = program.file_name().unwrap_or(program.as_os_str());
    let first = command.get_args().next().unwrap_or_default();
    let text = format!("{} {}", program.to_string_lossy(), first.to_string_lossy());
    format!("`{}`", text.trim_end())
}

fn not_started(name: &str, error: &std::io::Error, remedy: &str) -> Error {
    match error.kind() {
        ErrorKind::NotFound => fault(format!("{name} cannot start: the program is missing"), remedy),
        _ => fault(format!("{name} cannot start: {error}"), remedy),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_missing_program_is_told_with_its_remedy() {
        let mut command = Command::new("/nowhere/no-such-program");
        let error = run(command.arg("build"), "install it").expect_err("no such program");
        assert_eq!(
            error.to_string(),
            "`no-such-program build` cannot start: the program is missing\n  remedy: install it"
        );
    }

    #[test]
    fn times_read_like_speech() {
        assert_eq!(spoken(Duration::from_millis(1_249)), "1.2 s");
        assert_eq!(spoken(Duration::from_secs(125)), "2 min 5 s");
    }
}
