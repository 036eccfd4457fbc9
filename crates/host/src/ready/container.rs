//! A container: nginx, without rights, from files that cannot be written.

use super::{Listen, Place, nginx};
use crate::Frames;
use std::net::{Ipv4Addr, SocketAddr};

/// Above 1024, so that no rights are needed for it.
const PORT: u16 = 8080;
const FOLDER: &str = "/usr/share/nginx/html";

/// How the image is made. Everything that is running in it belongs to others: nginx, and the Alpine Linux below it.
pub(super) fn containerfile() -> String {
    format!(
        "# Room to Grow in a container. In the folder into which you unpacked a release (in a checkout, behind 'build':\n\
         # --build-arg SITE=dist):\n\
         #\n\
         #   docker build --file hosting/container/Containerfile --tag room-to-grow .\n\
         #   docker run --read-only --tmpfs /tmp --cap-drop ALL --security-opt no-new-privileges --publish 8080:{PORT} room-to-grow\n\
         #\n\
         # It speaks plain HTTP: put what does TLS for you in front of it.\n\
         # Write a digest (@sha256:...) behind the image's name, so that it is the same one each time.\n\
         FROM docker.io/nginxinc/nginx-unprivileged:stable-alpine\n\
         ARG SITE=site\n\
         COPY --chown=root:root hosting/container/nginx.conf /etc/nginx/nginx.conf\n\
         COPY --chown=root:root ${{SITE}}/ {FOLDER}/\n\
         USER 101\n\
         EXPOSE {PORT}\n\
         CMD [\"nginx\", \"-g\", \"daemon off;\"]\n"
    )
}

/// The whole configuration of the nginx in it. All that it writes is a few temporary files.
pub(super) fn nginx(frames: &Frames) -> String {
    let place = Place {
        listen: Listen::At(SocketAddr::from((Ipv4Addr::UNSPECIFIED, PORT))),
        folder: FOLDER.to_owned(),
        path: "/".to_owned(),
        frames: frames.clone(),
    };
    format!("# The nginx of the container.\nworker_processes auto;\n{}", nginx::server_alone(&place, "/tmp", &[]))
}
