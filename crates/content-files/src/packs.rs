//! From files to packs: eight per language, in the order of the instrument.

use std::path::Path;

use assessment::{
    Choice, Condition, Date, Event, Experience, Instrument, Involvement, Pattern, Place, Practice, PracticeId, Profile,
    ProfileQuestion, Region, Respondent, Rung, Size, SourceId, Stage, Work,
};
use content::{
    About, Advise, Ask, AskedOf, CautionText, ConditionAdvice, ConditionTalk, ConditionText, Contact, Device,
    DeviceWord, EventText, Examples, Filled, GuidanceWord, HelpWord, Key, LearningText, PlanWord, Planning,
    PracticeAdvice, PracticeText, PracticeViews, ProfileText, RegionItem, RegionText, RungProposal, Section, Source,
    Take, TakeWord, Text, Visit, Word, Words, WorkplaceWord,
};

use house::House;

use crate::{
    Content, PackFile,
    fault::Fault,
    files::Language,
    instrument::instrument,
    learn,
    own::Own,
    source::{self, ConditionWords, FormWords, LadderWords, Paragraphs, PracticeWords, ProfileWords, Question},
};

/// Makes the packs of the languages of a house.
pub fn of(content: &Content, house: &House) -> Result<Vec<PackFile>, Vec<Fault>> {
    let instrument = instrument(&content.model)?;
    let mut files = Vec::new();
    for code in &house.languages {
        let missing_language = || vec![fault(code, "There is no such language.")];
        let language = content.languages.iter().find(|language| language.code == *code).ok_or_else(missing_language)?;
        let own = Own { house, language: code };
        let missing = |what: &str| vec![fault(code, &format!("{what} could not be packed."))];
        let ask = ask(content, language, own, &instrument).ok_or_else(|| missing("The questions"))?;
        let advise = advise(content, language, own, &instrument).ok_or_else(|| missing("The advice"))?;
        let examples = examples(content, language, &instrument).ok_or_else(|| missing("The examples"))?;
        let device = device(content, language, own).ok_or_else(|| missing("The words about keeping"))?;
        let planning = planning(content, language, own).ok_or_else(|| missing("The words of the plan"))?;
        let visit = visit(content, language, own, &instrument).ok_or_else(|| missing("The words of workplaces"))?;
        let take = take(content, language, own).ok_or_else(|| missing("The words for taking things along"))?;
        let learn = learn::learn(content, language, own).ok_or_else(|| missing("The pages under 'Learn'"))?;
        for (name, bytes) in [
            ("ask", content::write(&ask)),
            ("advise", content::write(&advise)),
            ("examples", content::write(&examples)),
            ("device", content::write(&device)),
            ("plan", content::write(&planning)),
            ("visit", content::write(&visit)),
            ("take", content::write(&take)),
            ("learn", content::write(&learn)),
        ] {
            let bytes = bytes.map_err(|_| missing(name))?;
            files.push(PackFile { name: format!("{name}.{code}.pack"), bytes });
        }
    }
    Ok(files)
}

fn fault(file: &str, what: &str) -> Fault {
    Fault {
        file: file.into(),
        line: 1,
        what: what.to_owned(),
        remedy: "The check should have said which text is missing, and did not: show this to a programmer.".to_owned(),
    }
}

/// The profile's questions in the order in which they are put, with the ids of their options.
pub fn questions(words: &ProfileWords) -> [(&'static str, &Question, Vec<&'static str>); 9] {
    fn ids<C: Choice>() -> Vec<&'static str> {
        C::ALL.iter().map(|choice| choice.id()).collect()
    }
    [
        ("stage", &words.stage, ids::<Stage>()),
        ("size", &words.size, ids::<Size>()),
        ("respondent", &words.respondent, ids::<Respondent>()),
        ("involvement", &words.involvement, ids::<Involvement>()),
        ("work", &words.work, ids::<Work>()),
        ("pattern", &words.pattern, ids::<Pattern>()),
        ("experience", &words.experience, ids::<Experience>()),
        ("place", &words.place, ids::<Place>()),
        ("region", &words.region, ids::<Region>()),
    ]
}

fn ask(content: &Content, language: &Language, own: Own<'_>, instrument: &Instrument) -> Option<Ask> {
    Some(Ask {
        language: language.code.as_str().into(),
        contact: own.house.contact(own.language).map(|contact| Contact {
            name: text(&contact.name),
            mail: contact.mail.as_ref().map(text),
            web: contact.web.as_ref().map(text),
        }),
        instrument: instrument.clone(),
        conditions: instrument
            .conditions
            .iter()
            .map(|condition| {
                let words = language.conditions.get(condition.id.as_str())?;
                Some(ConditionText {
                    name: text(&words.name),
                    meaning: text(&words.meaning),
                    practices: in_order(condition, words, practice_text)?,
                })
            })
            .collect::<Option<_>>()?,
        profile: questions(&language.profile)
            .into_iter()
            .map(|(_, words, options)| {
                Some(ProfileText {
                    question: text(&words.question),
                    short: text(&words.short),
                    why: text(&words.why),
                    options: options.iter().map(|id| words.options.get(*id).map(text)).collect::<Option<_>>()?,
                })
            })
            .collect::<Option<_>>()?,
        words: words::<Word>(content, own, &format!("{}/interface.toml", language.code))?,
    })
}

fn practice_text(words: &PracticeWords) -> PracticeText {
    let before = &words.before;
    PracticeText {
        title: text(&words.title),
        question: text(&words.question),
        levels: words.levels.each_ref().map(text),
        question_before: before.question.as_ref().map(text),
        levels_before: [&before.level_0, &before.level_1, &before.level_2, &before.level_3]
            .map(|level| level.as_ref().map(text)),
        question_practitioner: text(&words.views.practitioner),
    }
}

fn advise(content: &Content, language: &Language, own: Own<'_>, instrument: &Instrument) -> Option<Advise> {
    let named = |source: &&source::Source| {
        instrument.practices().flat_map(|practice| &practice.sources).any(|id| id.as_str() == source.id)
            || source.used_for.is_some()
    };
    Some(Advise {
        reviewed: Date::parse(&content.model.reviewed)?,
        practices: instrument
            .conditions
            .iter()
            .map(|condition| {
                let words = language.conditions.get(condition.id.as_str())?;
                condition.practices.iter().map(|practice| practice_advice(language, practice, words)).collect()
            })
            .collect::<Option<Vec<Vec<_>>>>()?
            .concat(),
        conditions: instrument
            .conditions
            .iter()
            .map(|condition| {
                let words = language.conditions.get(condition.id.as_str())?;
                Some(ConditionAdvice {
                    evidence: text(&words.evidence),
                    prompts: words.prompts.iter().map(text).collect(),
                })
            })
            .collect::<Option<_>>()?,
        sources: content
            .sources
            .sources
            .iter()
            .filter(named)
            .map(|source| Source {
                id: SourceId::new(&source.id),
                citation: text(&source.citation),
                language: source.language.as_str().into(),
            })
            .collect(),
        cautions: instrument
            .cautions
            .iter()
            .map(|caution| {
                let words = language.cautions.get(caution.id.as_str())?;
                Some(CautionText { id: caution.id.clone(), title: text(&words.title), text: text(&words.text) })
            })
            .collect::<Option<_>>()?,
        learning_intro: text(&language.learning.intro),
        learning: [
            &language.learning.implicit,
            &language.learning.reactive,
            &language.learning.deliberative,
            &language.learning.formal,
        ]
        .map(learning),
        because: language.profile.because.iter().map(|(id, words)| (text(id), text(words))).collect(),
        about: about(&language.about, own),
        host_privacy: own.house.privacy(own.language).iter().map(text).collect(),
        region: region(content, language)?,
        words: words::<GuidanceWord>(content, own, &format!("{}/guidance.toml", language.code))?,
    })
}

fn practice_advice(language: &Language, practice: &Practice, words: &ConditionWords) -> Option<PracticeAdvice> {
    let id = practice.id.as_str();
    let words = words.practices.get(id)?;
    Some(PracticeAdvice {
        id: practice.id.clone(),
        why: text(&words.why),
        why_region: language.region.practices.get(id).map(|region| text(&region.why)),
        steps: words.steps.each_ref().map(text),
        find_out: text(&words.find_out),
    })
}

fn learning(words: &FormWords) -> LearningText {
    LearningText {
        name: text(&words.name),
        text: text(&words.text),
        example: text(&words.example),
        opens: text(&words.opens),
    }
}

fn about(words: &source::AboutWords, own: Own<'_>) -> About {
    let section = |words: &Paragraphs| Section {
        title: own.filled(&words.title),
        paragraphs: words.paragraphs.iter().map(|paragraph| own.filled(paragraph)).collect(),
    };
    About {
        lead: own.filled(&words.lead),
        what: section(&words.what),
        privacy: section(&words.privacy),
        limits: section(&words.limits),
        evidence: section(&words.evidence),
        rights: section(&words.rights),
        find_practitioner: section(&words.find_practitioner),
    }
}

fn region(content: &Content, language: &Language) -> Option<RegionText> {
    Some(RegionText {
        note: text(&language.region.note),
        checked: Date::parse(&content.region.checked)?,
        review_by: Date::parse(&content.region.review_by)?,
        items: content
            .region
            .items
            .iter()
            .map(|item| {
                let words = language.region.items.get(&item.id)?;
                Some(RegionItem {
                    category: item.category,
                    status: item.status,
                    title: text(&words.title),
                    text: text(&words.text),
                    source: text(&item.source),
                    beside: item.beside.iter().map(|practice| PracticeId::new(practice)).collect(),
                })
            })
            .collect::<Option<_>>()?,
    })
}

fn examples(content: &Content, language: &Language, instrument: &Instrument) -> Option<Examples> {
    let practices = instrument.conditions.iter().flat_map(|condition| {
        condition.practices.iter().map(|practice| {
            let words = language.conditions.get(condition.id.as_str())?.practices.get(practice.id.as_str())?;
            let examples = &words.examples;
            let texts = [&examples.practical, &examples.shop, &examples.care, &examples.office, &examples.road];
            Some((practice.id.clone(), texts.map(text)))
        })
    });
    Some(Examples { practices: practices.collect::<Option<_>>()?, filled: filled(content, instrument)? })
}

fn filled(content: &Content, instrument: &Instrument) -> Option<Filled> {
    let mut profile = Profile::default();
    for &question in ProfileQuestion::ALL {
        let chosen = content.example.profile.get(question.id());
        profile.choose(question, chosen.and_then(|id| question.options().iter().position(|option| option == id)));
    }
    let answer = |practice: &Practice| content.example.answer(practice.id.as_str());
    Some(Filled { profile, answers: instrument.practices().map(answer).collect::<Option<_>>()? })
}

fn device(content: &Content, language: &Language, own: Own<'_>) -> Option<Device> {
    Some(Device {
        words: words::<DeviceWord>(content, own, &format!("{}/device.toml", language.code))?,
        help: words::<HelpWord>(content, own, &format!("{}/help.toml", language.code))?,
    })
}

fn take(content: &Content, language: &Language, own: Own<'_>) -> Option<Take> {
    Some(Take { words: words::<TakeWord>(content, own, &format!("{}/take.toml", language.code))? })
}

fn planning(content: &Content, language: &Language, own: Own<'_>) -> Option<Planning> {
    let LadderWords { kinds, support } = &language.ladder;
    let kinds = [&kinds.any, &kinds.practical, &kinds.shop, &kinds.care, &kinds.office, &kinds.road];
    let rungs = Rung::ALL.iter().map(|&rung| {
        let words = kinds.map(|kind| kind.get(rung));
        let help = support.get(rung);
        RungProposal {
            rests_on: content.model.ladder.get(rung).iter().map(|id| PracticeId::new(id)).collect(),
            tasks: words.map(|words| text(&words.tasks)),
            ready: words.map(|words| text(&words.ready)),
            support: [text(&help.beside), text(&help.alone)],
        }
    });
    let words = words::<PlanWord>(content, own, &format!("{}/plan.toml", language.code))?;
    Some(Planning { words, ladder: rungs.collect() })
}

fn visit(content: &Content, language: &Language, own: Own<'_>, instrument: &Instrument) -> Option<Visit> {
    let words = &language.visit;
    let events = Event::ALL.iter().map(|event| {
        let words = words.events.get(event.id())?;
        Some(EventText { name: text(&words.name), lead: text(&words.lead) })
    });
    let conditions = instrument.conditions.iter().map(|condition| {
        let (card, step) = (words.cards.get(condition.id.as_str())?, words.steps.get(condition.id.as_str())?);
        Some(ConditionTalk {
            opening: text(&card.opening),
            may: card.may.iter().map(text).collect(),
            not: card.not.iter().map(text).collect(),
            rehearse: text(&card.rehearse),
            question: text(&step.question),
            employer: text(&step.employer),
        })
    });
    let practices = instrument.conditions.iter().flat_map(|condition| {
        condition.practices.iter().map(|practice| {
            let (condition, practice) = (condition.id.as_str(), practice.id.as_str());
            let buddy = language.buddy.get(condition)?.practices.get(practice).map(|words| {
                Some(AskedOf { question: text(words.question.as_ref()?), levels: words.levels.each_ref().map(text) })
            });
            let practitioner = language.practitioner.get(condition)?.practices.get(practice)?;
            let candidate = &language.conditions.get(condition)?.practices.get(practice)?.views.candidate;
            Some(PracticeViews {
                buddy: match buddy {
                    Some(asked) => Some(asked?),
                    None => None,
                },
                practitioner: practitioner.levels.each_ref().map(text),
                candidate: text(candidate),
            })
        })
    });
    Some(Visit {
        words: self::words::<WorkplaceWord>(content, own, &format!("{}/workplace.toml", language.code))?,
        events: events.collect::<Option<_>>()?,
        conditions: conditions.collect::<Option<_>>()?,
        practices: practices.collect::<Option<_>>()?,
    })
}

fn in_order<T>(condition: &Condition, words: &ConditionWords, make: impl Fn(&PracticeWords) -> T) -> Option<Vec<T>> {
    condition.practices.iter().map(|practice| words.practices.get(practice.id.as_str()).map(&make)).collect()
}

pub(crate) fn words<K: Key>(content: &Content, own: Own<'_>, file: &str) -> Option<Words<K>> {
    let leaves = content.leaves(Path::new(file));
    let texts = K::ALL
        .iter()
        .map(|(_, place)| leaves.iter().find(|leaf| leaf.place == *place).map(|leaf| own.filled(&leaf.text)))
        .collect::<Option<Vec<_>>>()?;
    Words::new(texts)
}

pub(crate) fn text(text: impl AsRef<str>) -> Text {
    text.as_ref().trim().into()
}
