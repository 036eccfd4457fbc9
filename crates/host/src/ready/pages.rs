//! Hosts that build the site from the repository and serve files. None of them lets one set headers.

/// The Rust that builds it, as both jobs name it.
const RUST: &str = env!("CARGO_PKG_RUST_VERSION");

/// A workflow for GitHub Pages.
pub(super) fn github() -> String {
    format!(
        r#"# Room to Grow on GitHub Pages. Put this file into .github/workflows/, and choose 'GitHub Actions' under
# Settings, Pages. No headers can be set there: docs/hosting.md says what that means.
name: pages
on:
  push:
    branches: [main]
permissions:
  contents: read
concurrency:
  group: pages
jobs:
  build:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - uses: actions/setup-node@v4
        with:
          node-version: 20
      - run: rustup toolchain install {RUST} --profile minimal && rustup default {RUST}
      - run: cargo xtask build
      - uses: actions/upload-pages-artifact@v3
        with:
          path: dist
  deploy:
    needs: build
    runs-on: ubuntu-latest
    permissions:
      pages: write
      id-token: write
    environment:
      name: github-pages
      url: ${{{{ steps.deployment.outputs.page_url }}}}
    steps:
      - id: deployment
        uses: actions/deploy-pages@v4
"#
    )
}

/// A job for GitLab Pages, which sends the `.br` and `.gz` files by itself.
pub(super) fn gitlab() -> String {
    format!(
        r#"# Room to Grow on GitLab Pages. Put this file beside the README, under its name .gitlab-ci.yml.
# No headers can be set there: docs/hosting.md says what that means.
pages:
  image: docker.io/library/rust:{RUST}
  before_script:
    - apt-get update --quiet=2
    - apt-get install --yes --quiet=2 --no-install-recommends nodejs npm
  script:
    - cargo xtask build
    - mv dist public
  artifacts:
    paths:
      - public
  rules:
    - if: $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH
"#
    )
}
