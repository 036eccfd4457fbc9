//! Ten short questions about the situation. Each changes something; all can be skipped; none is about a person.

use serde::{Deserialize, Serialize};

use crate::{ConditionId, Event};

/// One closed question of the profile: its options, each with the id under which content describes it.
pub trait Choice: Copy + Eq + Sized + 'static {
    /// The options in the order in which they are offered.
    const ALL: &'static [Self];
    /// The id of the option in content files and addresses.
    fn id(self) -> &'static str;
}

macro_rules! choice {
    ($(#[$doc:meta])* $name:ident { $($(#[$variant_doc:meta])* $variant:ident = $id:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
        #[serde(rename_all = "kebab-case")]
        pub enum $name { $($(#[$variant_doc])* $variant),+ }

        impl $crate::Choice for $name {
            const ALL: &'static [Self] = &[$(Self::$variant),+];
            fn id(self) -> &'static str {
                match self { $(Self::$variant => $id),+ }
            }
        }
    };
}

choice! {
    /// Where the employer is now; also the time at which a practice matters most.
    Stage {
        /// Until the first working day.
        BeforeHiring = "before-hiring",
        /// Week one to six.
        FirstWeeks = "first-weeks",
        /// Week seven to month six.
        FirstMonths = "first-months",
        /// After month six.
        Ongoing = "ongoing",
    }
}

choice! {
    /// How many people work in the organisation.
    Size {
        /// One to nine: no HR department, the owner does it all.
        Micro = "micro",
        /// Ten to 49.
        Small = "small",
        /// Fifty to 249.
        Medium = "medium",
        /// 250 or more.
        Large = "large",
    }
}

choice! {
    /// Who fills it in.
    Respondent {
        /// The owner.
        Owner = "owner",
        /// A manager.
        Manager = "manager",
        /// Someone from HR.
        Hr = "hr",
        /// The buddy: not asked about contracts or means.
        Buddy = "buddy",
        /// An IPS practitioner together with the employer.
        PractitionerWithEmployer = "practitioner-with-employer",
        /// An IPS practitioner alone: the view of the practitioner, never shown as the employer's.
        PractitionerAlone = "practitioner-alone",
    }
}

choice! {
    /// Whether a practitioner is involved.
    Involvement {
        /// Yes, with regular contact.
        Regular = "regular",
        /// Yes, with little contact.
        Little = "little",
        /// Not yet: questions about the contact wait.
        NotYet = "not-yet",
        /// Other support: a job coach takes the practitioner's place in the words.
        JobCoach = "job-coach",
    }
}

choice! {
    /// What kind of work it is. Changes examples only.
    Work {
        /// Practical work and production.
        Practical = "practical",
        /// Shop and hospitality.
        Shop = "shop",
        /// Care and education.
        Care = "care",
        /// Office and ICT.
        Office = "office",
        /// On the road, at customers.
        Road = "road",
    }
}

choice! {
    /// How the work is organised.
    Pattern {
        /// By day, at a fixed place.
        Day = "day",
        /// Shifts, or rosters that change.
        Shifts = "shifts",
        /// Often alone.
        Alone = "alone",
    }
}

choice! {
    /// Whether the employer has done this before.
    Experience {
        /// The first time: fewer first steps, more explanation.
        First = "first",
        /// A few times.
        Some = "some",
        /// Often.
        Often = "often",
    }
}

choice! {
    /// What kind of place it is.
    Place {
        /// A paid job.
        PaidJob = "paid-job",
        /// A trial placement.
        Trial = "trial",
        /// Volunteer work or a participation place.
        Volunteer = "volunteer",
    }
}

choice! {
    /// Which country's rules and schemes to show.
    Region {
        /// The Netherlands.
        Netherlands = "nl",
        /// Elsewhere, or hide them.
        Elsewhere = "elsewhere",
    }
}

/// How much is asked.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Scope {
    /// One practice per condition, about six minutes.
    Quick,
    /// Every practice, about thirty minutes.
    Full,
    /// One condition; no picture of the others.
    Topic(ConditionId),
    /// What matters after an event.
    Recheck(Event),
}

/// What is known about the situation. `None` is 'skipped', and then nothing changes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Profile {
    /// Where the employer is now.
    pub stage: Option<Stage>,
    /// How many people work there.
    pub size: Option<Size>,
    /// Who fills it in.
    pub respondent: Option<Respondent>,
    /// Whether a practitioner is involved.
    pub involvement: Option<Involvement>,
    /// What kind of work it is.
    pub work: Option<Work>,
    /// How the work is organised.
    pub pattern: Option<Pattern>,
    /// Whether it has been done before.
    pub experience: Option<Experience>,
    /// What kind of place it is.
    pub place: Option<Place>,
    /// Which country's rules to show.
    pub region: Option<Region>,
}

/// The questions of the profile, in the order in which they are put; each fills the field that it names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ProfileQuestion {
    /// [`Profile::stage`].
    Stage,
    /// [`Profile::size`].
    Size,
    /// [`Profile::respondent`].
    Respondent,
    /// [`Profile::involvement`].
    Involvement,
    /// [`Profile::work`].
    Work,
    /// [`Profile::pattern`].
    Pattern,
    /// [`Profile::experience`].
    Experience,
    /// [`Profile::place`].
    Place,
    /// [`Profile::region`].
    Region,
}

macro_rules! questions {
    ($($question:ident $field:ident $id:literal $choice:ty;)+) => {
        impl ProfileQuestion {
            /// All of them, in order.
            pub const ALL: &'static [Self] = &[$(Self::$question),+];

            /// The question's id in content files and on the page.
            pub fn id(self) -> &'static str {
                match self { $(Self::$question => $id),+ }
            }

            /// The ids of its options, in order.
            pub fn options(self) -> Vec<&'static str> {
                match self { $(Self::$question => <$choice>::ALL.iter().map(|choice| choice.id()).collect()),+ }
            }
        }

        impl Profile {
            /// Which option was chosen, by its place; `None` when the question was skipped.
            pub fn chosen(&self, question: ProfileQuestion) -> Option<usize> {
                match question {
                    $(ProfileQuestion::$question => {
                        <$choice>::ALL.iter().position(|&choice| Some(choice) == self.$field)
                    })+
                }
            }

            /// Chooses an option by its place; anything else skips the question.
            pub fn choose(&mut self, question: ProfileQuestion, option: Option<usize>) {
                match question {
                    $(ProfileQuestion::$question => {
                        self.$field = option.and_then(|option| <$choice>::ALL.get(option).copied());
                    })+
                }
            }
        }
    };
}

questions! {
    Stage stage "stage" Stage;
    Size size "size" Size;
    Respondent respondent "respondent" Respondent;
    Involvement involvement "involvement" Involvement;
    Work work "work" Work;
    Pattern pattern "pattern" Pattern;
    Experience experience "experience" Experience;
    Place place "place" Place;
    Region region "region" Region;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_option_of_every_question_can_be_chosen_and_skipped() {
        for &question in ProfileQuestion::ALL {
            let mut profile = Profile::default();
            for option in 0..question.options().len() {
                profile.choose(question, Some(option));
                assert_eq!(profile.chosen(question), Some(option), "{}", question.id());
            }
            profile.choose(question, None);
            assert_eq!(profile, Profile::default());
        }
    }
}
