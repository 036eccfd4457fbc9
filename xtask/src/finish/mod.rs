//! The last step of a build: turns what Trunk made into what visitors download.
//!
//! Trunk names files by the bytes from before wasm-bindgen and wasm-opt, so the same name can hold
//! other bytes (trunk-rs/trunk#1028), and its own minifier fails on the scripts of wasm-bindgen
//! (trunk-rs/trunk#1044). Here each file gets its final bytes first and then a name that tells them,
//! which is what lets browsers keep it for good.

pub mod compress;
mod imports;
mod installed;
mod languages;
mod naming;
mod offline;
mod own_page;
mod page;
mod split;
mod start;

pub use compress::gzip;
pub use split::target_folder;

use crate::{own, paths, shell, tools, tools::Tools};
use anyhow::{Context, Result, bail};
use content::Ask;
use house::House;
use languages::Spoken;
use naming::Renamed;
use page::Module;
use std::{
    collections::BTreeMap,
    env, fs,
    path::{Path, PathBuf},
    thread,
};

/// What the boot script imports when it is asked for, by the name that it is asked by. The files have the
/// names that Trunk gives them.
const MODULES: [(&str, Module); 4] = [
    ("annex", Module { js: "annex.js", wasm: Some("annex_bg.wasm") }),
    ("offline", Module { js: "offline.js", wasm: None }),
    ("papers", Module { js: "papers.js", wasm: None }),
    ("rescue", Module { js: "rescue.js", wasm: None }),
];

/// What papers.js loads by itself, in its worker.
const OFFICE: Module = Module { js: "office.js", wasm: Some("office_bg.wasm") };

/// What changes with the house style as well, as it is before anything of a house is in it.
pub struct Undressed {
    /// The page.
    pub page: String,
    /// The script of the service worker; empty in a debug build, which has none.
    pub worker: String,
}

impl Undressed {
    fn files(root: &Path) -> [PathBuf; 2] {
        ["page.html", offline::WORKER].map(|name| paths::generated(root).join(name))
    }

    /// Keeps it beside what `cargo xtask pack` wrote, for another house style.
    fn keep(&self, root: &Path) -> Result<()> {
        let [page, worker] = Self::files(root);
        fs::write(page, &self.page)?;
        Ok(fs::write(worker, &self.worker)?)
    }

    /// That of the latest release; `None` if there is none.
    pub fn of_latest_build(root: &Path) -> Option<Self> {
        let [page, worker] = Self::files(root).map(|file| fs::read_to_string(file).ok());
        Some(Self { page: page?, worker: worker? })
    }
}

/// The files of the house that the page names, by the names that index.html gives them.
const OWN_FILES: [&str; 3] = ["style.css", "behind.css", "icon.svg"];

/// What the compiler uses: wasm-opt refuses a module with other features (trunk-rs/trunk#904).
const FEATURES: [&str; 7] = [
    "--enable-bulk-memory",
    "--enable-bulk-memory-opt",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-reference-types",
    "--enable-multivalue",
];

/// Finishes the build in the folder where Trunk puts it together. Trunk calls this after each build.
pub fn finish(root: &Path) -> Result<()> {
    let staging = env::var_os("TRUNK_STAGING_DIR").map(PathBuf::from);
    let staging = staging.ok_or_else(|| {
        shell::fault("`finish` works on what Trunk is just building, and Trunk does not run", "cargo xtask build")
    })?;
    let house = own::read(root, &own::file(root, None)?)?;
    let generated = paths::generated(root);
    let mut page = read(&staging.join("index.html"))?;
    page = page::with_modules(&page, &modules_in(&staging)?)?;
    let mut undressed = Undressed { page: String::new(), worker: String::new() };
    let release = env::var("TRUNK_PROFILE").is_ok_and(|profile| profile == "release");
    if release {
        let tools = tools::ensure(root)?;
        split::split(root, &staging, &tools)?;
        undressed.worker = take_worker(&staging, &tools)?;
        let renamed = settle_files(&staging, &tools)?;
        page = naming::apply(&page, &renamed);
        // Not in a debug build: the script that Trunk adds for reloading is an inline one.
        page = page::with_policy(&page, host::meta_policy())?;
        undressed.page = page;
        undressed.keep(root)?;
    } else {
        undressed.page = page;
    }
    dress(&house, &undressed, &generated, &staging)
}

/// Puts what belongs to the house into the site: packs, style, icons, the page itself, and the service worker, which knows
/// all of them. It needs no wasm, so that another house style can be put on a site that is built (`cargo xtask restyle`).
pub fn dress(house: &House, undressed: &Undressed, generated: &Path, site: &Path) -> Result<()> {
    let release = !undressed.worker.is_empty();
    let packs = place_packs(&generated.join("packs"), house, site)?;
    let mut page = page::with_packs(&undressed.page, &packs)?;
    page = page::with_frames(&page, &own::frames(house)?)?;
    // A debug build keeps plain names, as Trunk's files do.
    let place = |file: &str, bytes: &[u8]| -> Result<String> {
        let name = if release { naming::hashed(file, bytes) } else { file.to_owned() };
        fs::write(site.join(&name), bytes)?;
        Ok(name)
    };
    for file in OWN_FILES {
        let name = place(file, &fs::read(generated.join(file))?)?;
        page = page::with_file(&page, file, &name)?;
    }
    if !release {
        // A debug build is in one part.
        page = page.replace("stylesheet-behind", "stylesheet");
    }
    let words = words(house, generated)?;
    page = installed::install(&page, house, generated, &words, place)?;
    // A debug build is served before the program that draws the start page would be compiled.
    let starts = if release { start::draw(generated, house)? } else { Vec::new() };
    let spoken: Vec<Spoken> = words.iter().map(|(code, ask)| Spoken::by(ask, code)).collect();
    let mut pages = languages::pages(&page, house, &spoken, &starts, &offline::site_files(site)?)?;
    if release {
        for page in &mut pages {
            page.text = page::squeezed(&page.text);
        }
        let build = offline::with_build(&mut pages, site, &undressed.worker)?;
        fs::write(site.join(offline::WORKER), offline::site(&build, &pages, site)? + &undressed.worker)?;
    }
    for page in pages {
        fs::create_dir_all(site.join(&page.folder))?;
        fs::write(site.join(page.folder).join("index.html"), page.text)?;
    }
    if release {
        compress::folder(site)?;
    }
    Ok(())
}

/// The words of the frame, in each language of the house.
fn words(house: &House, generated: &Path) -> Result<Vec<(String, Ask)>> {
    let read = |language: &String| {
        let pack = format!("ask.{language}.pack");
        let words = fs::read(generated.join("packs").join(&pack))?;
        let ask = content::read(&words).ok().with_context(|| format!("{pack} cannot be read"))?;
        Ok((language.clone(), ask))
    };
    house.languages.iter().map(read).collect()
}

/// Copies the packs into the site under names that tell their content. Gives the address of each pack by its plain name,
/// for example `ask.en`; in the order of the languages of the house, because the first speaks where none is wished for.
fn place_packs(from: &Path, house: &House, site: &Path) -> Result<Vec<(String, String)>> {
    let to = site.join("packs");
    fs::create_dir_all(&to)?;
    let mut addresses = Vec::new();
    for file in files(from)? {
        let bytes = fs::read(&file)?;
        let name = naming::hashed(&file_name(&file), &bytes);
        fs::write(to.join(&name), &bytes)?;
        let plain = file.with_extension("");
        addresses.push((file_name(&plain), format!("packs/{name}")));
    }
    let place = |name: &str| house.languages.iter().position(|code| name.rsplit('.').next() == Some(code));
    addresses.sort_by_key(|(name, _)| place(name));
    Ok(addresses)
}

/// The modules, after a look whether Trunk made every file of them: one that is missing would be found
/// out by the first visitor who needs it.
fn modules_in(staging: &Path) -> Result<BTreeMap<&'static str, Module>> {
    for (name, module) in MODULES.into_iter().chain([("office", OFFICE)]) {
        let missing = [Some(module.js), module.wasm].into_iter().flatten().find(|file| !staging.join(file).is_file());
        if let Some(file) = missing {
            let what = format!("{file} is missing, which is a part of the module '{name}'");
            return Err(shell::fault(what, "give index.html the line back that makes it"));
        }
    }
    Ok(BTreeMap::from(MODULES))
}

/// Gives each script and each module its final bytes and its final name.
fn settle_files(staging: &Path, tools: &Tools) -> Result<Vec<Renamed>> {
    shorten_imports(staging)?;
    make_modules_small(staging, tools)?;
    let mut renamed = Vec::new();
    // Scripts last: they mention the other files, and papers.js mentions office.js, which comes before it.
    for kind in ["wasm", "js"] {
        for file in files(staging)? {
            if file.extension().is_none_or(|extension| extension != kind) {
                continue;
            }
            let mut bytes = fs::read(&file)?;
            if kind == "js" {
                bytes = minified(&bytes, &renamed, tools)
                    .with_context(|| format!("{} cannot be minified", file.display()))?;
            }
            let before = file_name(&file);
            let after = naming::hashed(&before, &bytes);
            fs::write(staging.join(&after), &bytes)?;
            fs::remove_file(&file)?;
            renamed.push(Renamed { before, after });
        }
    }
    Ok(renamed)
}

/// Gives what each module takes from its script short names.
fn shorten_imports(staging: &Path) -> Result<()> {
    for module in files(staging)? {
        let Some(stem) = file_name(&module).strip_suffix("_bg.wasm").map(str::to_owned) else { continue };
        let script = staging.join(format!("{stem}.js"));
        let (short, text) = imports::shortened(&fs::read(&module)?, &read(&script)?)
            .with_context(|| format!("{} cannot be taken apart", module.display()))?;
        fs::write(&module, short)?;
        fs::write(&script, text)?;
    }
    Ok(())
}

/// Takes out of each module what it can do without; all at once, because the large ones take a while.
fn make_modules_small(staging: &Path, tools: &Tools) -> Result<()> {
    let mut modules = files(staging)?;
    modules.retain(|file| file.extension().is_some_and(|extension| extension == "wasm"));
    let make_small = |module: &Path| {
        let mut wasm_opt = tools.wasm_opt()?;
        wasm_opt.arg("-Oz").args(FEATURES).arg(module).arg("--output").arg(module);
        shell::run(&mut wasm_opt, "mend what the message names")
    };
    thread::scope(|scope| {
        let started: Vec<_> = modules.iter().map(|module| scope.spawn(|| make_small(module))).collect();
        // A thread that panicked has said why.
        started.into_iter().try_for_each(|one| {
            one.join().unwrap_or_else(|_| bail!("wasm-opt was stopped before its end; what stopped it stands above"))
        })
    })
}

/// Takes the script of the service worker out of the site: it comes back last, with a list of every other file.
fn take_worker(staging: &Path, tools: &Tools) -> Result<String> {
    let file = staging.join(offline::WORKER);
    let script = minified(&fs::read(&file)?, &[], tools)?;
    fs::remove_file(file)?;
    Ok(String::from_utf8(script)?)
}

/// A script without what only its readers need, and with the new names of files.
pub fn minified(script: &[u8], renamed: &[Renamed], tools: &Tools) -> Result<Vec<u8>> {
    let script = naming::apply(std::str::from_utf8(script)?, renamed);
    let mut esbuild = tools.esbuild()?;
    esbuild.args(["--minify", "--format=esm", "--loader=js", "--target=es2022"]);
    esbuild.args(["--legal-comments=none", "--log-level=warning"]);
    shell::pipe(&mut esbuild, script.as_bytes(), "mend the script that the message names")
}

/// The files of a folder in the order of their names, without its folders: every machine then does
/// the same in the same order.
pub fn files(folder: &Path) -> Result<Vec<PathBuf>> {
    let entries = fs::read_dir(folder).with_context(|| format!("{} cannot be read", folder.display()))?;
    let mut files = Vec::new();
    for entry in entries {
        let path = entry?.path();
        if path.is_file() {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}

/// The name of a file without its folders.
pub fn file_name(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

fn read(path: &Path) -> Result<String> {
    fs::read_to_string(path).with_context(|| format!("{} cannot be read", path.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_module_without_one_of_its_files_stops_the_build() {
        let staging = env::temp_dir().join(format!("room-to-grow-modules-{}", std::process::id()));
        fs::create_dir_all(&staging).expect("temporary folder");
        for file in ["annex.js", "office.js", "office_bg.wasm", "offline.js", "papers.js", "rescue.js"] {
            fs::write(staging.join(file), "").expect("file in the temporary folder");
        }
        let error = modules_in(&staging).expect_err("half of the annex is not there");
        assert!(error.to_string().starts_with("annex_bg.wasm is missing"), "{error}");

        fs::write(staging.join("annex_bg.wasm"), "").expect("file in the temporary folder");
        let modules = modules_in(&staging).expect("everything is there");
        assert_eq!(modules.into_keys().collect::<Vec<_>>(), ["annex", "offline", "papers", "rescue"]);
        fs::remove_dir_all(staging).expect("temporary folder removed");
    }
}
