//! Bar S1: the browser is killed while someone answers and types, and nothing that was shown as saved is missing.

use std::{
    collections::{BTreeMap, BTreeSet},
    time::{Duration, Instant},
};

use anyhow::{Result, ensure};
use assessment::{AssessmentId, ConditionId};
use e2e::{App, Chance, SeenGiven, Visitor, Walk, instrument};

const KILLS: usize = 50;

/// So often the person begins something new; otherwise they go on with what is there.
const BEGINS_EVERY: usize = 10;

/// The latest moment of a kill, after the first action.
const LATEST: Duration = Duration::from_millis(1500);

#[test]
fn what_was_shown_as_saved_survives_fifty_kills() {
    Visitor::default().with_a_profile().visit(async |app| {
        let started = Instant::now();
        let mut person = Person::new();
        let lost = person.is_interrupted(app, KILLS).await?;
        let Person { confirmed, changes, interrupted, assessments, .. } = &person;
        eprintln!(
            "{KILLS} kills in {} s, {interrupted} of them before the last change was shown as saved: {changes} changes, \
             {confirmed} shown as saved, in {} assessments",
            started.elapsed().as_secs(),
            assessments.len(),
        );
        assert!(lost.is_empty(), "{} losses:\n{}", lost.len(), lost.join("\n"));
        assert!(*confirmed > KILLS, "with only {confirmed} confirmed changes, nothing is proved");
        Ok(())
    });
}

/// A test that cannot fail proves nothing: here is a browser that says 'done' and drops what it was given.
#[test]
fn a_store_that_drops_something_would_be_noticed() {
    Visitor::default().with_a_profile().whose_store_forgets().visit(async |app| {
        let mut person = Person::new();
        // On a busy machine, little is shown as saved before the first kills.
        for _ in 0..6 {
            if !person.is_interrupted(app, 5).await?.is_empty() {
                return Ok(());
            }
        }
        anyhow::bail!("nobody noticed")
    });
}

/// Someone who answers and types, and remembers all of it.
struct Person {
    chance: Chance,
    assessments: Vec<Filled>,
    /// How many answers, and pieces of notes, were given.
    changes: usize,
    /// How many of them were shown as saved.
    confirmed: usize,
    /// How many kills came when not all of it was shown as saved.
    interrupted: usize,
}

/// An assessment of one topic, and what was given in it.
struct Filled {
    id: AssessmentId,
    topic: ConditionId,
    given: BTreeMap<String, Given>,
}

/// What was given to one question, one after the other.
#[derive(Default)]
struct Given {
    values: Vec<String>,
    /// The last that was shown as saved.
    confirmed: Option<usize>,
}

impl Given {
    /// Whether this may be there after a kill: what was confirmed last, or something later.
    fn allows(&self, there: Option<&String>) -> bool {
        let later = &self.values[self.confirmed.unwrap_or(0)..];
        there.map_or(self.confirmed.is_none(), |value| later.contains(value))
    }
}

impl Filled {
    fn address(&self) -> String {
        format!("#/a/{}/questions/{}", self.id, self.topic)
    }

    fn practices(&self) -> Vec<String> {
        let walk = Walk::topic(self.topic.as_str());
        walk.asked_in(&self.topic).iter().map(ToString::to_string).collect()
    }

    /// Remembers what is about to be given; it may arrive, or not.
    fn give(&mut self, name: &str, value: String) {
        self.given.entry(name.to_owned()).or_default().values.push(value);
    }

    fn last(&self, name: &str) -> Option<&String> {
        self.given.get(name)?.values.last()
    }

    fn is_on_its_way(&self) -> bool {
        self.given.values().any(|given| given.confirmed.map_or(0, |last| last + 1) < given.values.len())
    }

    /// The page says that everything on it is kept. How much of it is news?
    fn confirm(&mut self, seen: &SeenGiven) -> Result<usize> {
        let mut news = 0;
        for (name, given) in &mut self.given {
            let shown = seen.given.get(name);
            ensure!(shown == given.values.last(), "{name} shows {shown:?}, after {:?}", given.values);
            news += given.values.len() - given.confirmed.map_or(0, |before| before + 1);
            given.confirmed = given.values.len().checked_sub(1);
        }
        Ok(news)
    }

    /// What is missing after a kill. From here on, what is there counts.
    fn compare(&mut self, seen: &SeenGiven) -> Vec<String> {
        let mut lost = Vec::new();
        for (name, given) in &self.given {
            let there = seen.given.get(name);
            if !given.allows(there) {
                let Given { values, confirmed } = given;
                lost.push(format!("{}: {name} is {there:?}, after {values:?} with {confirmed:?} confirmed", self.id));
            }
        }
        for name in seen.given.keys().filter(|name| !self.given.contains_key(*name)) {
            lost.push(format!("{}: nobody has given {name}", self.id));
        }
        let there = |value: &String| Given { values: vec![value.clone()], confirmed: Some(0) };
        self.given = seen.given.iter().map(|(name, value)| (name.clone(), there(value))).collect();
        lost
    }
}

impl Person {
    fn new() -> Self {
        Self { chance: Chance::new(), assessments: Vec::new(), changes: 0, confirmed: 0, interrupted: 0 }
    }

    /// Answers and types, and is interrupted by a kill, again and again. Gives back what was lost.
    async fn is_interrupted(&mut self, app: &mut App, kills: usize) -> Result<Vec<String>> {
        let mut lost = Vec::new();
        for kill in 0..kills {
            let moment = Duration::from_millis(self.chance.below(1 + LATEST.as_millis() as u64));
            let begins = kill % BEGINS_EVERY == 0 || self.assessments.is_empty();
            // In the middle of whatever the browser and its driver are doing.
            let stopped = if begins {
                tokio::time::timeout(moment, self.begins(app)).await
            } else {
                self.goes_on(app).await?;
                tokio::time::timeout(moment, self.fills_in(app)).await
            };
            stopped.unwrap_or(Ok(()))?;
            app.kill_browser()?;
            self.interrupted += usize::from(self.assessments.iter().any(Filled::is_on_its_way));
            app.start_browser_again().await?;
            lost.extend(self.looks(app).await?.into_iter().map(|what| format!("kill {kill}, {moment:?}: {what}")));
        }
        Ok(lost)
    }

    /// Opens the questions of what was begun last.
    async fn goes_on(&self, app: &App) -> Result<()> {
        let Some(filled) = self.assessments.last() else { return Ok(()) };
        app.go(&filled.address()).await?;
        app.wait_for_questions(&filled.topic).await
    }

    /// Answers and types until interrupted.
    async fn fills_in(&mut self, app: &App) -> Result<()> {
        let Some(filled) = self.assessments.last_mut() else { return Ok(()) };
        let practices = filled.practices();
        loop {
            let practice = self.chance.one_of(&practices);
            if self.chance.below(3) == 0 {
                let name = format!("note on {practice}");
                app.open_note(practice).await?;
                app.add_to_note(practice, "").await?;
                for _ in 0..=self.chance.below(8) {
                    let word = format!("{} ", self.changes);
                    let text = filled.last(&name).cloned().unwrap_or_default() + word.as_str();
                    filled.give(&name, text);
                    self.changes += 1;
                    app.insert(&word).await?;
                }
            } else {
                let all = ["0", "1", "2", "3", "unknown", "not-applicable"];
                let others = all.map(str::to_owned).into_iter().filter(|value| filled.last(practice) != Some(value));
                let value = self.chance.one_of(&others.collect::<Vec<_>>()).clone();
                filled.give(practice, value.clone());
                self.changes += 1;
                app.choose(practice, &value).await?;
            }
            for _ in 0..=self.chance.below(4) {
                let seen = app.given().await?;
                if seen.saved {
                    self.confirmed += filled.confirm(&seen)?;
                    break;
                }
            }
        }
    }

    /// Begins with another topic, and goes on with it.
    async fn begins(&mut self, app: &App) -> Result<()> {
        let conditions = instrument().conditions;
        let topic = conditions[self.assessments.len() % conditions.len()].id.clone();
        app.press("a[href=\"#/topics\"]").await?;
        app.press(&format!("button[data-topic=\"{topic}\"]")).await?;
        app.wait_for("[data-more]").await?;
        let id = app.assessment().await?;
        // One that was begun and not answered before the last kill is used again.
        self.assessments.retain(|filled| filled.id != id);
        self.assessments.push(Filled { id, topic, given: BTreeMap::new() });
        self.goes_on(app).await?;
        self.fills_in(app).await
    }

    /// Looks whether all of it is there.
    async fn looks(&mut self, app: &App) -> Result<Vec<String>> {
        let mut lost = Vec::new();
        let offered = "return all('[data-assessment]').map((card) => card.dataset.assessment)";
        let offered: BTreeSet<String> = app.read::<Vec<String>>(offered, []).await?.into_iter().collect();
        for filled in &mut self.assessments {
            let confirmed = filled.given.values().any(|given| given.confirmed.is_some());
            if !offered.contains(filled.id.as_str()) {
                lost.extend(confirmed.then(|| format!("{} is not on the start page", filled.id)));
                continue;
            }
            app.go(&filled.address()).await?;
            app.wait_for_questions(&filled.topic).await?;
            lost.extend(filled.compare(&app.given().await?));
        }
        // What was begun and not saved is not gone on with.
        self.assessments.retain(|filled| offered.contains(filled.id.as_str()));
        let aside = app.records().await?.remove("aside").unwrap_or_default();
        lost.extend(aside.keys().map(|key| format!("{key} was set aside as damaged")));
        ensure!(app.complaints().await?.is_empty(), "{:?}", app.complaints().await?);
        app.go("#/").await?;
        Ok(lost)
    }
}
