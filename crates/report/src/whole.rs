//! The report: the guidance, the plan and every answer, to show to colleagues or to keep.

mod guidance;
mod plan;

use assessment::{AdvicePlace, Assessment, Date, Guidance, ProfileQuestion, Respondent, SourceId, guide};
use content::{GuidanceWord, Source, TakeWord};

use crate::{
    Block, Fact, Paper, Point, Table, Voice, Wording,
    answers::{asked, side},
    letter,
    names::{scope_name, side_name},
};

/// The report of an assessment, made on a day; with the user's notes if that was chosen.
pub fn report(voice: &Voice<'_>, assessment: &Assessment, made: Date, notes: bool) -> Paper {
    let guidance = guide(&voice.ask.instrument, assessment);
    let writing = Writing {
        voice,
        assessment,
        wording: Wording::of(voice.ask, &assessment.profile),
        guidance,
        made,
        notes,
        blocks: Vec::new(),
    };
    writing.paper()
}

/// A report that is being written: what it is written from, and the blocks so far.
struct Writing<'a> {
    voice: &'a Voice<'a>,
    assessment: &'a Assessment,
    wording: Wording,
    guidance: Guidance,
    made: Date,
    notes: bool,
    blocks: Vec<Block>,
}

impl Writing<'_> {
    fn paper(mut self) -> Paper {
        self.opening();
        self.picture();
        self.put_right();
        self.strong();
        self.start();
        self.by_time();
        self.find_out();
        self.plan();
        self.learning();
        self.cautions();
        self.schemes();
        self.answers();
        self.left_out();
        self.sources();
        self.closing();
        let voice = self.voice;
        Paper {
            language: voice.ask.language.to_string(),
            title: voice.word(TakeWord::ReportTitle),
            facts: self.facts(),
            small: vec![
                voice.guidance(GuidanceWord::ClosingLimits),
                voice.fill(TakeWord::ReportMadeWith, &[("site", &voice.site())]),
            ],
            file: voice.file(TakeWord::ReportFileName, self.made),
            blocks: self.blocks,
        }
    }

    fn part(&mut self, title: String) {
        self.blocks.push(Block::Part(title));
    }

    fn text(&mut self, text: impl Into<String>) {
        let text = text.into();
        if !text.is_empty() {
            self.blocks.push(Block::Text(text));
        }
    }

    /// What it is about, who filled it in, and when.
    fn facts(&self) -> Vec<Fact> {
        let (voice, assessment) = (self.voice, self.assessment);
        let fact = |word, value: String| Fact { name: voice.word(word), value };
        let (answered, asked) = (self.guidance.answered.to_string(), self.guidance.asked.to_string());
        let mut facts = vec![
            fact(TakeWord::ReportScope, scope_name(voice.ask, Some(voice.visit), &assessment.scope.value).to_string()),
            fact(TakeWord::ColumnSide, voice.visit.words.get(side_name(side(assessment))).to_string()),
        ];
        for (&question, text) in ProfileQuestion::ALL.iter().zip(&voice.ask.profile) {
            if let Some(option) = assessment.profile.chosen(question).and_then(|option| text.options.get(option)) {
                facts.push(Fact::new(&text.short, option.to_string()));
            }
        }
        facts.extend([
            fact(
                TakeWord::ReportAnswered,
                voice.fill(TakeWord::ReportAnsweredOf, &[("answered", &answered), ("asked", &asked)]),
            ),
            fact(TakeWord::ReportChanged, voice.date(Date::of(assessment.changed()))),
            fact(TakeWord::ReportMade, voice.date(self.made)),
            fact(
                TakeWord::ReportQuestions,
                voice.fill(TakeWord::ReportQuestionsVersion, &[("version", &voice.ask.instrument.version.to_string())]),
            ),
        ]);
        facts
    }

    fn opening(&mut self) {
        let voice = self.voice;
        self.part(voice.guidance(GuidanceWord::SummaryTitle));
        if self.assessment.profile.respondent == Some(Respondent::PractitionerAlone) {
            self.text(voice.guidance(GuidanceWord::ViewPractitioner));
        }
        self.text(letter::summary(voice.ask, voice.advise, &self.guidance));
        self.text(letter::never_a_reason(voice.advise, &self.guidance, self.assessment.profile.stage));
    }

    /// A table for each condition.
    fn answers(&mut self) {
        let voice = self.voice;
        let rows = asked(voice, self.assessment, self.notes);
        self.part(voice.word(TakeWord::ReportAnswersTitle));
        for of_condition in rows.chunk_by(|one, other| one.condition == other.condition) {
            let Some(first) = of_condition.first() else { continue };
            let any_note = of_condition.iter().any(|row| !row.note.is_empty());
            let mut columns = vec![
                (voice.word(TakeWord::ReportAnswersPractice), if any_note { 24 } else { 30 }),
                (voice.word(TakeWord::ReportAnswersAnswer), if any_note { 41 } else { 70 }),
            ];
            if any_note {
                columns.push((voice.word(TakeWord::ReportAnswersNote), 35));
            }
            let rows = of_condition.iter().map(|row| {
                let mut cells = vec![row.title.to_string(), row.in_words(voice)];
                if any_note {
                    cells.push(row.note.clone());
                }
                cells
            });
            let table = Table { caption: first.condition_name.to_string(), columns, rows: rows.collect() };
            self.blocks.push(Block::Piece(first.condition_name.to_string()));
            self.blocks.push(Block::Table(table));
        }
    }

    /// The sources of what is said in full and of the cautions, each once.
    fn sources(&mut self) {
        let voice = self.voice;
        let full = [AdvicePlace::PutRight, AdvicePlace::Start].into_iter().flat_map(|place| self.guidance.at(place));
        let of_steps = full.filter_map(|advice| Some(&voice.ask.practice(&advice.practice)?.0.sources));
        let of_cautions =
            self.guidance.cautions.iter().filter_map(|id| Some(&voice.ask.instrument.caution(id)?.sources));
        let mut named: Vec<&SourceId> = of_steps.chain(of_cautions).flatten().collect();
        named.sort_by_key(|id| id.as_str());
        named.dedup();
        let mut sources: Vec<&Source> = named.iter().filter_map(|id| voice.advise.source(id)).collect();
        sources.sort_unstable_by(|one, other| one.citation.cmp(&other.citation));
        let point = |source: &Source| Point {
            text: source.citation.to_string(),
            language: Some(source.language.to_string()).filter(|it| *it != *voice.ask.language),
            ..Point::default()
        };
        let points = sources.into_iter().map(point).collect();
        self.part(voice.word(TakeWord::ReportSourcesTitle));
        let date = voice.date(voice.advise.reviewed);
        self.text(voice.advise.words.fill(GuidanceWord::Reviewed, &[("date", &date)]));
        self.blocks.push(Block::Points(points));
    }

    fn closing(&mut self) {
        let changed = self.assessment.changed();
        if let Some(again) = letter::look_again(self.voice.advise, &self.guidance, changed, self.voice.day) {
            self.part(self.voice.guidance(GuidanceWord::ClosingTitle));
            self.text(again);
        }
    }
}
