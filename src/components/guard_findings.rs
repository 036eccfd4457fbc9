//! What the privacy guard found in a note, in words. It names the words and never blocks.

use content::{DeviceWord, Words};
use guard::{Finding, Kind};
use yew::prelude::*;

/// What was found, by kind.
pub fn guard_findings(words: &Words<DeviceWord>, findings: &[Finding]) -> Html {
    let found = |kind: Kind| -> Vec<&str> {
        let mut found: Vec<&str> = Vec::new();
        for finding in findings.iter().filter(|finding| finding.kind == kind) {
            if !found.contains(&finding.words.as_str()) {
                found.push(&finding.words);
            }
        }
        found
    };
    let kinds = [
        (Kind::Diagnosis, DeviceWord::GuardDiagnosis),
        (Kind::Medicine, DeviceWord::GuardMedicine),
        (Kind::Health, DeviceWord::GuardHealth),
        (Kind::Name, DeviceWord::GuardName),
        (Kind::Contact, DeviceWord::GuardContact),
    ];
    html! {
        <ul class="findings">
            for (word, found) in kinds.map(|(kind, word)| (word, found(kind))) {
                if !found.is_empty() {
                    <li>{ words.fill(word, &[("words", &found.join(", "))]) }</li>
                }
            }
        </ul>
    }
}
