//! Running the tests, by suite.

use crate::{
    browsers,
    build::Release,
    cargo_test::{browse, browse_with, cargo_test},
    check, fuzz, lighthouse, own, paths,
    report::{Count, Report},
    restyle, servers, shell, single, size,
};
use anyhow::Result;
use clap::ValueEnum;
use std::path::Path;

/// A part of the tests that runs alone by name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Suite {
    /// The rules, the content crate, the host and these commands; native, in seconds
    Core,
    /// The content: every id, text, source and reading level
    Content,
    /// A short search for bytes that break a reader
    Fuzz,
    /// The main job and the ways beside it, in a real browser, on the release build
    Walks,
    /// Without the network, and with a new version, in a real browser
    Offline,
    /// Workplaces, rounds and views, visits, forms on paper and links, in a real browser
    Places,
    /// Backups, other files, the lock, reminders and the check of notes, in a real browser
    Device,
    /// Storage, network and files that fail, in a real browser
    Faults,
    /// Keyboard, screen reader, contrast, sizes and print, in a real browser
    Access,
    /// The work, what comes in and what goes out, in three engines: Chromium, Firefox and WebKit
    Engines,
    /// No part of the site weighs more than was accepted
    Sizes,
    /// Lighthouse: accessibility, good practice, findability and speed, on a telephone and on a desk
    Lighthouse,
    /// nginx, Caddy, Apache and a plain server of files, at the root, in a folder and in a frame
    Hosts,
}

/// Runs one suite, or the checks and all suites.
pub fn test(root: &Path, suite: Option<Suite>) -> Result<()> {
    let mut report = Report::default();
    let house = own::file(root, None)?;
    let release = Release::of(root, &house);
    match suite {
        Some(suite) => report.run(suite.name(), || suite.run(root, &release)),
        None => {
            check::add_to(&mut report, root, &house);
            for suite in Suite::ALL {
                report.run(suite.name(), || suite.run(root, &release));
            }
        }
    }
    report.close()
}

impl Suite {
    /// The suites of a whole run; the content is among the checks that come first.
    const ALL: [Suite; 12] = [
        Suite::Core,
        Suite::Fuzz,
        Suite::Walks,
        Suite::Offline,
        Suite::Places,
        Suite::Device,
        Suite::Faults,
        Suite::Access,
        Suite::Engines,
        Suite::Sizes,
        Suite::Lighthouse,
        Suite::Hosts,
    ];

    fn name(self) -> &'static str {
        match self {
            Suite::Core => "core",
            Suite::Content => "content",
            Suite::Fuzz => "fuzz",
            Suite::Walks => "walks",
            Suite::Offline => "offline",
            Suite::Places => "places",
            Suite::Device => "device",
            Suite::Faults => "faults",
            Suite::Access => "access",
            Suite::Engines => "engines",
            Suite::Sizes => "sizes",
            Suite::Lighthouse => "lighthouse",
            Suite::Hosts => "hosts",
        }
    }

    /// The files of `tests/e2e/tests/browser/` that belong to it.
    fn files(self) -> &'static [&'static str] {
        match self {
            Suite::Core | Suite::Content | Suite::Fuzz | Suite::Sizes | Suite::Lighthouse => &[],
            Suite::Walks => &[
                "harness", "first", "walks", "house", "paths", "annex", "parts", "plan", "growth", "sheets", "take",
                "learn",
            ],
            Suite::Offline => &["offline"],
            Suite::Places => &["workplaces", "visits", "forms", "candidate", "link"],
            Suite::Device => &["backup", "sealed", "open", "handover", "refused", "lock", "locks", "device", "guard"],
            Suite::Faults => &["faults", "rescue", "kept", "damaged", "versions", "wiped", "tabs", "kill"],
            Suite::Access => &["everywhere", "look", "access", "keyboard", "care", "reading"],
            Suite::Engines => &["engines", "engines_files", "offline_engines", "single"],
            Suite::Hosts => &["anywhere", "embedded"],
        }
    }

    /// What cargo is told to run them: one program, and the beginnings of the names of its tests.
    fn walks(self) -> Vec<String> {
        let beginnings = self.files().iter().map(|file| format!("{file}::"));
        ["--test", "browser", "--"].map(str::to_owned).into_iter().chain(beginnings).collect()
    }

    fn run(self, root: &Path, release: &Release) -> Result<Count> {
        match self {
            Suite::Core => {
                let mut command = shell::cargo();
                command.args(["test", "--workspace", "--exclude", "e2e", "--exclude", "servers", "--no-fail-fast"]);
                Ok(cargo_test(command.current_dir(root))?.count)
            }
            Suite::Content => check::content(root).map(|()| Count::ONE),
            Suite::Fuzz => fuzz::test(root),
            Suite::Walks => {
                release.ready()?;
                dress_houses(root)?;
                Ok(browse(root, release, &["--lib"])? + browse(root, release, &self.walks())?)
            }
            Suite::Offline | Suite::Device | Suite::Faults | Suite::Access => browse(root, release, &self.walks()),
            // What measures runs alone.
            Suite::Places => Ok(browse(root, release, &self.walks())? + browse(root, release, &["--test", "many"])?),
            Suite::Engines => {
                let mut programs = browsers::engines()?;
                programs.push(("ROOM_SINGLE", single::build(root, release)?));
                browse_with(&programs, root, &self.walks())
            }
            Suite::Sizes => size::hold(root, release),
            Suite::Lighthouse => lighthouse::test(root, release),
            Suite::Hosts => {
                servers::ensure()?;
                let walks = browse(root, release, &self.walks())?;
                let mut command = shell::cargo();
                command.args(["test", "--package", "servers", "--no-fail-fast"]);
                let files = cargo_test(command.env("ROOM_DIST", paths::dist(root)).current_dir(root))?;
                Ok(walks + files.count)
            }
        }
    }
}

/// The same site in other house styles.
fn dress_houses(root: &Path) -> Result<()> {
    for (file, site) in [("house.toml", "municipality"), ("dutch.toml", "dutch")] {
        let file = root.join("tests").join("house").join(file);
        restyle::restyle(root, &file, None, &paths::houses(root).join(site))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    #[test]
    fn every_file_with_walks_belongs_to_one_suite() {
        let folder = paths::root().join("tests/e2e/tests/browser");
        let files = fs::read_dir(&folder).expect("the folder is there").map(|entry| entry.expect("a file").path());
        let mut there: Vec<String> = files
            .filter_map(|file| Some(file.file_stem()?.to_str()?.to_owned()))
            .filter(|name| name != "main")
            .collect();
        let mut run: Vec<&str> = Suite::ALL.iter().flat_map(|suite| suite.files()).copied().collect();
        there.sort();
        run.sort_unstable();
        assert_eq!(run, there);
        for (suite, name) in Suite::ALL.iter().flat_map(|suite| suite.files().iter().map(move |name| (suite, name))) {
            let text = fs::read_to_string(folder.join(format!("{name}.rs"))).expect("a file with walks");
            // A test for every engine is a module of its own, so its name ends as a file's does.
            let every_engine = text.split("in_every_engine! {").nth(1).and_then(|tests| tests.split('}').next());
            let beginnings = every_engine.into_iter().flat_map(str::split_whitespace).chain([*name]);
            for beginning in beginnings {
                let others = Suite::ALL.iter().filter(|other| *other != suite).flat_map(|other| other.files());
                let mistaken: Vec<_> = others.filter(|other| beginning.ends_with(**other)).collect();
                assert!(
                    mistaken.is_empty(),
                    "'{beginning}::' in {name}.rs would run with {mistaken:?} too: name it otherwise"
                );
            }
        }
    }
}
