//! The report: the guidance, the plan and every answer, to show to colleagues or to keep.

use assessment::{
    Advice, AdvicePlace, Assessment, CautionId, Date, Doer, Guidance, Level, Order, ProfileQuestion, Region,
    Respondent, Scope, SourceId, Status, guide, layout,
};
use content::{GuidanceWord, PlanWord, TakeWord};

use crate::{
    Block, Fact, Paper, Point, Table, Voice, Wording,
    answers::{asked, side},
    letter,
    names::{left_out_word, rhythm_word, rung_word, scope_name, side_name, status_word, taker_word, time_word},
    steps,
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

    /// One topic has no picture: it would say nothing of the others.
    fn picture(&mut self) {
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
            open: false,
        })
    }

    fn points(&self, place: AdvicePlace) -> Vec<Point> {
        self.guidance.at(place).filter_map(|advice| self.advised(advice, false)).collect()
    }

    fn put_right(&mut self) {
        let points = self.points(AdvicePlace::PutRight);
        if !points.is_empty() {
            self.part(self.voice.guidance(GuidanceWord::PutRightTitle));
            self.text(self.voice.guidance(GuidanceWord::PutRightLead));
            self.blocks.push(Block::Points(points));
        }
    }

    fn strong(&mut self) {
        let voice = self.voice;
        let point = |(id, level): &(assessment::PracticeId, Level)| {
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

    fn start(&mut self) {
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

    fn by_time(&mut self) {
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

    fn find_out(&mut self) {
        if self.guidance.find_out.is_empty() {
            return;
        }
        let voice = self.voice;
        let point = |unknown: &assessment::FindOut| {
            let question = self.wording.say(&voice.advise.practice(&unknown.practice)?.find_out);
            let whom: Vec<String> = unknown.ask.iter().map(|doer| self.wording.doer(voice.ask, *doer)).collect();
            let ask = voice.guidance(GuidanceWord::FindOutAsk);
            let facts = match unknown.ask.as_slice() {
                [Doer::You] => Vec::new(),
                _ => vec![Fact::new(ask.trim_end_matches(':'), whom.join(", "))],
            };
            Some(Point { title: voice.title(&unknown.practice), text: question, facts, open: false })
        };
        let points = self.guidance.find_out.iter().filter_map(point).collect();
        self.part(voice.guidance(GuidanceWord::FindOutTitle));
        self.text(voice.guidance(GuidanceWord::FindOutLead));
        self.blocks.push(Block::Points(points));
    }

    fn plan(&mut self) {
        let (voice, plan) = (self.voice, &self.assessment.plan);
        if plan.is_empty() {
            return;
        }
        self.part(voice.planning(PlanWord::PlanTitle));
        if let Some(day) = plan.first_day.value {
            self.text(voice.plan.words.fill(PlanWord::DayOn, &[("date", &voice.date(day))]));
        }
        let mut columns = vec![
            (voice.word(TakeWord::ReportPlanWhat), 44),
            (voice.planning(PlanWord::ActionWho), 18),
            (voice.planning(PlanWord::ActionWhen), 22),
            (voice.word(TakeWord::ReportPlanStands), 16),
        ];
        if self.notes {
            columns = columns.into_iter().zip([34, 16, 17, 13]).map(|((name, _), share)| (name, share)).collect();
            columns.push((voice.word(TakeWord::ReportPlanNote), 20));
        }
        let rows: Vec<Vec<String>> = layout(&voice.ask.instrument, plan, Order::ByTime)
            .into_iter()
            .flat_map(|(_, actions)| actions)
            .map(|(_, action)| {
                let mut row = vec![
                    steps::step_title(voice.plan, voice.advise, &self.wording, action),
                    steps::step_taker(voice.plan, action),
                    voice.when(self.assessment, action),
                    voice.planning(status_word(action.status.value)),
                ];
                if self.notes {
                    let reason = Some(&action.reason.value).filter(|_| action.status.value == Status::Dropped);
                    let said = [Some(&action.note.value), reason].into_iter().flatten().map(String::as_str);
                    row.push(said.filter(|said| !said.is_empty()).collect::<Vec<_>>().join("\n"));
                }
                row
            })
            .collect();
        if !rows.is_empty() {
            self.blocks.push(Block::Table(Table { caption: voice.planning(PlanWord::PlanTitle), columns, rows }));
        }
        self.talks();
        self.ladder();
    }

    fn talks(&mut self) {
        let (voice, plan) = (self.voice, &self.assessment.plan);
        let Some(rhythm) = plan.rhythm.value else { return };
        self.blocks.push(Block::Piece(voice.planning(PlanWord::TalksTitle)));
        self.text(voice.planning(rhythm_word(rhythm)));
        let table: Vec<String> = plan.table.value.iter().map(|taker| voice.planning(taker_word(*taker))).collect();
        if !table.is_empty() {
            self.text(voice.fill(TakeWord::CardTable, &[("who", &table.join(" · "))]));
        }
        let days = plan.talks().into_iter().filter(|day| *day >= self.made).take(4);
        let days: Vec<String> = days.map(|day| voice.date(day)).collect();
        if !days.is_empty() {
            self.text(voice.plan.words.fill(PlanWord::TalksDates, &[("dates", &days.join(" · "))]));
        }
    }

    fn ladder(&mut self) {
        let (voice, ladder) = (self.voice, &self.assessment.plan.ladder);
        if !ladder.wanted.value {
            return;
        }
        let (work, alone) = (self.assessment.profile.work, assessment::works_alone(self.assessment));
        let said = |rung, step: &assessment::RungStep, part| {
            let own = &step.text(part).value;
            let proposed = voice.plan.rung(rung).map(|proposal| proposal.text(part, work, alone).to_string());
            if own.is_empty() { proposed.unwrap_or_default() } else { own.clone() }
        };
        let points: Vec<Point> = ladder
            .standing()
            .map(|(rung, step)| Point {
                title: voice.planning(rung_word(rung)),
                text: said(rung, step, assessment::RungPart::Tasks),
                facts: vec![
                    Fact::new(&voice.planning(PlanWord::RungReady), said(rung, step, assessment::RungPart::Ready)),
                    Fact::new(&voice.planning(PlanWord::RungSupport), said(rung, step, assessment::RungPart::Support)),
                ],
                open: false,
            })
            .collect();
        self.blocks.push(Block::Piece(voice.planning(PlanWord::LadderTitle)));
        self.blocks.push(Block::Steps(points));
    }

    fn learning(&mut self) {
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

    fn cautions(&mut self) {
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

    fn schemes(&mut self) {
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

    fn left_out(&mut self) {
        if self.guidance.left_out.is_empty() {
            return;
        }
        let voice = self.voice;
        let point = |(id, reason): &(assessment::PracticeId, assessment::LeftOut)| Point {
            title: voice.title(id),
            text: voice.frame(left_out_word(*reason)),
            ..Point::default()
        };
        let points = self.guidance.left_out.iter().map(point).collect();
        self.part(voice.guidance(GuidanceWord::LeftOutTitle));
        self.blocks.push(Block::Points(points));
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
        let mut citations: Vec<&str> =
            named.iter().filter_map(|id| Some(&*voice.advise.source(id)?.citation)).collect();
        citations.sort_unstable();
        let points = citations.into_iter().map(|text| Point { text: text.to_owned(), ..Point::default() }).collect();
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
