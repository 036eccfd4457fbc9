//! Running several steps and telling how each went.

use crate::shell;
use anyhow::Result;
use std::{
    ops::Add,
    time::{Duration, Instant},
};

/// The steps so far. One that fails does not stop those after it: a single run tells everything that
/// is wrong.
#[derive(Default)]
pub struct Report {
    steps: Vec<Step>,
}

/// How many tests went well and how many did not.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub struct Count {
    pub passed: usize,
    pub failed: usize,
}

impl Add for Count {
    type Output = Count;

    fn add(self, more: Count) -> Count {
        Count { passed: self.passed + more.passed, failed: self.failed + more.failed }
    }
}

struct Step {
    name: &'static str,
    count: Count,
    time: Duration,
}

impl Count {
    /// A step without tests of its own counts as one.
    pub const ONE: Count = Count { passed: 1, failed: 0 };
}

impl Report {
    /// Runs a step, which tells how many tests it held.
    pub fn run(&mut self, name: &'static str, step: impl FnOnce() -> Result<Count>) {
        let started = Instant::now();
        let count = step().unwrap_or_else(|error| {
            eprintln!("error: {error:#}");
            Count { passed: 0, failed: 1 }
        });
        self.steps.push(Step { name, count, time: started.elapsed() });
    }

    /// Prints the summary. Its last line is one that programs which run tests know how to read.
    ///
    /// # Errors
    /// If a step failed, with the names of those that did.
    pub fn close(self) -> Result<()> {
        println!();
        for step in &self.steps {
            println!(
                "{:<12} {:>5} passed {:>5} failed {:>13}",
                step.name,
                step.count.passed,
                step.count.failed,
                shell::spoken(step.time)
            );
        }
        let total = self.total();
        println!("{} passed, {} failed", total.passed, total.failed);
        let failed = self.steps.iter().filter(|step| step.count.failed > 0);
        let names: Vec<&str> = failed.map(|step| step.name).collect();
        if names.is_empty() {
            return Ok(());
        }
        Err(shell::fault(
            format!("failed: {}", names.join(", ")),
            "mend what is named above; `cargo xtask test` with the name of a suite runs it alone, `cargo xtask check` the checks",
        ))
    }

    fn total(&self) -> Count {
        self.steps.iter().fold(Count::default(), |total, step| total + step.count)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failing_step_is_counted_and_the_rest_still_runs() {
        let mut report = Report::default();
        report.run("lints", || anyhow::bail!("broken"));
        report.run("core", || Ok(Count::ONE));
        let both = Count { passed: 1, failed: 1 };
        assert_eq!(report.total(), both);
        let error = report.close().expect_err("one failed");
        assert!(error.to_string().starts_with("failed: lints\n"));
    }
}
