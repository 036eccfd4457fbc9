//! What each browser is told before it starts: no window on a real screen, English, and where files come down.

use std::{fs, path::Path, process::Command};

use anyhow::Result;
use serde_json::{Map, Value, json};

use crate::chromium;

/// The languages that its user reads.
const LANGUAGES: &str = "en-GB,en";

pub(super) fn chromium(browser: &Path, downloads: &Path, profile: &Path) -> Map<String, Value> {
    let mut wanted = chromium::capabilities(browser, LANGUAGES, Some(profile));
    let settings = &mut wanted["goog:chromeOptions"]["prefs"];
    settings["download.default_directory"] = json!(downloads);
    settings["download.prompt_for_download"] = json!(false);
    wanted
}

pub(super) fn firefox(browser: &Path, downloads: &Path, profile: &Path) -> Map<String, Value> {
    as_map(json!({
        "browserName": "firefox",
        "moz:firefoxOptions": {
            "binary": browser,
            "args": ["-headless", "--width=1280", "--height=900", "-profile", profile],
            "prefs": {
                "intl.accept_languages": LANGUAGES,
                // geckodriver treats all files on this disk as one site, which Firefox itself does not.
                "security.fileuri.strict_origin_policy": true,
                "browser.download.folderList": 2,
                "browser.download.dir": downloads,
                "browser.download.useDownloadDir": true,
                "browser.download.always_ask_before_handling_new_types": false,
                "browser.download.manager.showWhenStarting": false,
                // Pages and processes of Firefox's own, which no walk sees.
                "browser.newtab.preload": false,
                "browser.newtabpage.enabled": false,
                "dom.ipc.processPrelaunch.enabled": false,
                "browser.tabs.remote.separatePrivilegedContentProcess": false,
                "extensions.webextensions.remote": false,
            },
        },
    }))
}

pub(super) fn webkit(browser: &Path) -> Map<String, Value> {
    as_map(json!({
        "browserName": "MiniBrowser",
        "webkitgtk:browserOptions": { "binary": browser, "args": ["--automation"] },
    }))
}

/// WebKit takes its settings from the home of its user, so it gets one of its own.
pub(super) fn webkit_at_home(command: &mut Command, home: &Path, downloads: &Path) -> Result<()> {
    let settings = home.join("config");
    fs::create_dir_all(&settings)?;
    fs::write(settings.join("user-dirs.dirs"), format!("XDG_DOWNLOAD_DIR=\"{}\"\n", downloads.display()))?;
    command
        .env("HOME", home)
        .env("XDG_CONFIG_HOME", &settings)
        .env("XDG_DATA_HOME", home.join("data"))
        .env("XDG_CACHE_HOME", home.join("cache"))
        // Nothing of this machine's desk is there to be asked.
        .env("GSETTINGS_BACKEND", "memory")
        .env("NO_AT_BRIDGE", "1");
    Ok(())
}

fn as_map(value: Value) -> Map<String, Value> {
    match value {
        Value::Object(map) => map,
        _ => Map::new(),
    }
}
