//! What a server may do: as little as can be. Tests may run as root, and a server that people run does not.

#[cfg(unix)]
pub(crate) use here::{give_away, lower, open};

#[cfg(not(unix))]
pub(crate) use elsewhere::{give_away, lower, open};

#[cfg(unix)]
mod here {
    use std::{
        fs::{self, Permissions},
        io,
        os::unix::{
            fs::{PermissionsExt, chown},
            process::CommandExt,
        },
        path::Path,
        process::Command,
    };

    /// Who a server runs as when the tests run as root: nobody.
    const NOBODY: u32 = 65_534;

    /// Lets everyone read a file or a folder.
    pub(crate) fn open(path: &Path) -> io::Result<()> {
        let mode = if path.is_dir() { 0o755 } else { 0o644 };
        fs::set_permissions(path, Permissions::from_mode(mode))
    }

    /// Gives a file or a folder to the one who the server will run as.
    pub(crate) fn give_away(path: &Path) -> io::Result<()> {
        if is_root() { chown(path, Some(NOBODY), Some(NOBODY)) } else { Ok(()) }
    }

    /// Takes the rights of root from a program that is about to start.
    pub(crate) fn lower(command: &mut Command) {
        if is_root() {
            command.uid(NOBODY).gid(NOBODY);
        }
    }

    fn is_root() -> bool {
        let asked = Command::new("id").arg("-u").output();
        asked.is_ok_and(|answer| answer.stdout.trim_ascii() == b"0")
    }
}

/// There is no root, and everyone reads what the user does.
#[cfg(not(unix))]
mod elsewhere {
    use std::{io, path::Path, process::Command};

    pub(crate) fn open(_path: &Path) -> io::Result<()> {
        Ok(())
    }

    pub(crate) fn give_away(_path: &Path) -> io::Result<()> {
        Ok(())
    }

    pub(crate) fn lower(_command: &mut Command) {}
}
