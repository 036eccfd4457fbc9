//! What follows from the answers: where things stand, what to take up, whom to ask, and what the law says.

use assessment::{Advice, AdvicePlace, CautionId, Doer, FindOut, LeftOut, Level, PracticeId, Region, Scope};
use content::{GuidanceWord, TakeWord};

use super::Writing;
use crate::{
    Block, Fact, Point, letter,
    names::{left_out_word, time_word},
};

impl Writing<'_> {
    /// One topic has no picture: it would say nothing of the others.
    pub(super) fn picture(&mut self) {
        let voice = self.voice;
        if matches!(self.assessment.scope.value, Scope::Topic(_)) {
            return;
        }
        self.part(voice.guidance(GuidanceWord::PictureTitle));
        self.text(voice.guidance(GuidanceWord::PictureLead));
        let picture = letter::picture(voice.ask, voice.advise, &self.guidance.picture);
        self.blocks.push(Block::Picture(picture));
    }

    /// A piece of advice with everything that helps to take it up.
    fn advised(&self, advice: &Advice, brief: bool) -> Option<Point> {
        let voice = self.voice;
        let (practice, text) = voice.ask.practice(&advice.practice)?;
        let words = voice.advise.practice(&advice.practice)?;
        let mut facts = Vec::new();
        if !advice.after.is_empty() {
            let after: Vec<String> = advice.after.iter().map(|id| voice.title(id)).collect();
            // It ends in a colon of its own on the page.
            let name = voice.guidance(GuidanceWord::CardAfter);
            facts.push(Fact::new(name.trim_end_matches(':'), after.join(", ")));
        }
        let doers: Vec<String> = advice.who.iter().map(|doer| self.wording.doer(voice.ask, *doer)).collect();
        facts.push(Fact::new(&voice.guidance(letter::who_word(&self.assessment.profile, advice)), doers.join(", ")));
        let minutes = letter::minutes(advice.step.minutes, voice.advise);
        facts.push(Fact::new(&voice.guidance(GuidanceWord::CardTime), minutes));
        if !brief {
            let see = self.wording.level(text, voice.views(&advice.practice), letter::works(advice));
            facts.push(Fact::new(&voice.guidance(GuidanceWord::CardSee), see));
            facts.push(Fact::new(&voice.word(TakeWord::ReportWhy), words.why.to_string()));
            let rests_on = voice.guidance(GuidanceWord::KnowledgeLabel);
            facts.push(Fact::new(rests_on.trim_end_matches(':'), letter::strengths(practice, voice.advise)));
        }
        Some(Point {
            title: text.title.to_string(),
            text: self.wording.say(&words.steps[advice.level.index()]),
            facts,
            ..Point::default()
        })
    }

    fn points(&self, place: AdvicePlace) -> Vec<Point> {
        self.guidance.at(place).filter_map(|advice| self.advised(advice, false)).collect()
    }

    pub(super) fn put_right(&mut self) {
        let points = self.points(AdvicePlace::PutRight);
        if !points.is_empty() {
            self.part(self.voice.guidance(GuidanceWord::PutRightTitle));
            self.text(self.voice.guidance(GuidanceWord::PutRightLead));
            self.blocks.push(Block::Points(points));
        }
    }

    pub(super) fn strong(&mut self) {
        let voice = self.voice;
        let point = |(id, level): &(PracticeId, Level)| {
            let (_, text) = voice.ask.practice(id)?;
            let seen = self.wording.level(text, voice.views(id), *level);
            Some(Point { title: text.title.to_string(), text: seen, ..Point::default() })
        };
        let points: Vec<Point> = self.guidance.strengths.iter().filter_map(point).collect();
        if !points.is_empty() {
            self.part(voice.guidance(GuidanceWord::StrongTitle));
            self.blocks.push(Block::Points(points));
        }
    }

    pub(super) fn start(&mut self) {
        let voice = self.voice;
        self.part(voice.guidance(GuidanceWord::StartTitle));
        if self.guidance.find_practitioner {
            let about = &voice.advise.about.find_practitioner;
            self.blocks.push(Block::Piece(about.title.to_string()));
            for paragraph in &about.paragraphs {
                self.text(paragraph.to_string());
            }
        }
        let points = self.points(AdvicePlace::Start);
        if points.is_empty() {
            self.text(voice.guidance(GuidanceWord::StartNothing));
        } else {
            self.blocks.push(Block::Steps(points));
        }
    }

    pub(super) fn by_time(&mut self) {
        let mut pieces = Vec::new();
        for (time, advice) in letter::left_by_time(&self.guidance) {
            let points = advice.into_iter().filter_map(|advice| self.advised(advice, true)).collect();
            pieces.push(Block::Piece(self.voice.guidance(time_word(time))));
            pieces.push(Block::Points(points));
        }
        let aside: Vec<Point> =
            self.guidance.at(AdvicePlace::Aside).filter_map(|advice| self.advised(advice, true)).collect();
        if !aside.is_empty() {
            pieces.push(Block::Piece(self.voice.guidance(GuidanceWord::AsideTitle)));
            pieces.push(Block::Points(aside));
        }
        if !pieces.is_empty() {
            self.part(self.voice.guidance(GuidanceWord::TimeTitle));
            self.blocks.append(&mut pieces);
        }
    }

    pub(super) fn find_out(&mut self) {
        if self.guidance.find_out.is_empty() {
            return;
        }
        let voice = self.voice;
        let point = |unknown: &FindOut| {
            let question = self.wording.say(&voice.advise.practice(&unknown.practice)?.find_out);
            let whom: Vec<String> = unknown.ask.iter().map(|doer| self.wording.doer(voice.ask, *doer)).collect();
            let ask = voice.guidance(GuidanceWord::FindOutAsk);
            let facts = match unknown.ask.as_slice() {
                [Doer::You] => Vec::new(),
                _ => vec![Fact::new(ask.trim_end_matches(':'), whom.join(", "))],
            };
            Some(Point { title: voice.title(&unknown.practice), text: question, facts, ..Point::default() })
        };
        let points = self.guidance.find_out.iter().filter_map(point).collect();
        self.part(voice.guidance(GuidanceWord::FindOutTitle));
        self.text(voice.guidance(GuidanceWord::FindOutLead));
        self.blocks.push(Block::Points(points));
    }

    pub(super) fn learning(&mut self) {
        let voice = self.voice;
        let points = self
            .guidance
            .learning
            .iter()
            .map(|state| {
                let text = &voice.advise.learning[state.form as usize];
                let said = letter::learning_state(voice.ask, voice.advise, state);
                let opens = if state.opened_by.is_empty() { [" ", &*text.opens].concat() } else { String::new() };
                Point {
                    title: text.name.to_string(),
                    text: [&*text.text, " ", &*said, &*opens].concat(),
                    ..Point::default()
                }
            })
            .collect();
        self.part(voice.guidance(GuidanceWord::LearningTitle));
        self.text(voice.advise.learning_intro.to_string());
        self.blocks.push(Block::Points(points));
    }

    pub(super) fn cautions(&mut self) {
        let voice = self.voice;
        let (called_for, standing) = letter::cautions(voice.ask, &self.guidance);
        let point = |id: &CautionId| {
            let text = voice.advise.caution(id)?;
            Some(Point { title: text.title.to_string(), text: text.text.to_string(), ..Point::default() })
        };
        let points = |ids: &[&CautionId]| ids.iter().filter_map(|id| point(id)).collect::<Vec<_>>();
        let (called_for, standing) = (points(&called_for), points(&standing));
        self.part(voice.guidance(GuidanceWord::CautionsTitle));
        if !called_for.is_empty() {
            self.blocks.push(Block::Points(called_for));
        }
        self.blocks.push(Block::Piece(voice.guidance(GuidanceWord::CautionsAlways)));
        self.blocks.push(Block::Points(standing));
    }

    pub(super) fn schemes(&mut self) {
        if self.assessment.profile.region == Some(Region::Elsewhere) {
            return;
        }
        let voice = self.voice;
        let region = &voice.advise.region;
        self.part(voice.guidance(GuidanceWord::SchemesTitle));
        self.text(region.note.to_string());
        let stale = self.made > region.review_by;
        if stale {
            self.text(voice.guidance(GuidanceWord::SchemesStale));
        }
        // Those who can help. Money and law would fill pages, and are best read where they are kept up to date.
        let [(title, categories), ..] = letter::SCHEMES;
        let items = region.items.iter().filter(|item| categories.contains(&item.category));
        let points = items.map(|item| Point {
            title: item.title.to_string(),
            text: [&*item.text, " ", &letter::checked(voice.advise, item, voice.day)].concat(),
            ..Point::default()
        });
        self.blocks.push(Block::Piece(voice.guidance(title)));
        self.blocks.push(Block::Points(points.collect()));
        self.text(voice.fill(TakeWord::ReportSchemes, &[("site", &voice.site())]));
    }

    pub(super) fn left_out(&mut self) {
        if self.guidance.left_out.is_empty() {
            return;
        }
        let voice = self.voice;
        let point = |(id, reason): &(PracticeId, LeftOut)| Point {
            title: voice.title(id),
            text: voice.frame(left_out_word(*reason)),
            ..Point::default()
        };
        let points = self.guidance.left_out.iter().map(point).collect();
        self.part(voice.guidance(GuidanceWord::LeftOutTitle));
        self.blocks.push(Block::Points(points));
    }
}
