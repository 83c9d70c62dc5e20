//! Operations, and what each makes stale.

use crate::OperationId;

/// A change that is done, with what it made stale.
#[derive(Debug, Clone, PartialEq, Eq)]
#[must_use]
pub struct Done<T> {
    /// What the operation gives back.
    pub value: T,
    /// What has to be read again.
    pub topics: &'static [Topic],
    /// The entry of the change log.
    pub operation: OperationId,
}

/// What a screen may have to read again.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Topic {
    /// The initiative itself.
    Initiative,
    /// Agenda, results and strategies.
    Agenda,
    /// Measures with targets and notes.
    Measures,
    /// Readings.
    Readings,
    /// Places, breakdowns and groups.
    Dimensions,
    /// Partners and people.
    Partners,
    /// Activities.
    Activities,
    /// Meetings, decisions and action items.
    Communication,
    /// Data requests to partners.
    Requests,
    /// Where partners stand in the drawing of the network.
    Network,
}

impl Topic {
    /// Every topic: what undo may touch.
    pub const ALL: &'static [Self] = &[
        Self::Initiative,
        Self::Agenda,
        Self::Measures,
        Self::Readings,
        Self::Dimensions,
        Self::Partners,
        Self::Activities,
        Self::Communication,
        Self::Requests,
        Self::Network,
    ];

    /// Stable identifier for the wire.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Initiative => "initiative",
            Self::Agenda => "agenda",
            Self::Measures => "measures",
            Self::Readings => "readings",
            Self::Dimensions => "dimensions",
            Self::Partners => "partners",
            Self::Activities => "activities",
            Self::Communication => "communication",
            Self::Requests => "requests",
            Self::Network => "network",
        }
    }
}

macro_rules! operations {
    ($($name:ident $code:literal [$($topic:ident),*];)*) => {
        /// Every way an initiative can be changed.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum Op {$(
            #[doc = $code]
            $name,
        )*}

        impl Op {
            /// Every operation, in the order of the list.
            pub const ALL: &'static [Self] = &[$(Self::$name),*];

            /// Name in the change log and on the wire.
            #[must_use]
            pub fn code(self) -> &'static str {
                match self {$(Self::$name => $code,)*}
            }

            /// What it makes stale.
            #[must_use]
            pub fn touches(self) -> &'static [Topic] {
                match self {$(Self::$name => &[$(Topic::$topic),*],)*}
            }
        }
    };
}

operations! {
    CreateInitiative "create_initiative" [Initiative];
    ChangeInitiative "change_initiative" [Initiative];
    WriteAgenda "write_agenda" [Agenda];
    StartAgendaDraft "start_agenda_draft" [Agenda];
    DiscardAgendaDraft "discard_agenda_draft" [Agenda];
    AdoptAgenda "adopt_agenda" [Agenda];
    EndorseAgenda "endorse_agenda" [Agenda, Partners];
    ChangeEndorsement "change_endorsement" [Agenda, Partners];
    RemoveEndorsement "remove_endorsement" [Agenda, Partners];
    AddResult "add_result" [Agenda];
    ChangeResult "change_result" [Agenda, Measures];
    RemoveResult "remove_result" [Agenda, Measures, Activities];
    AddStrategy "add_strategy" [Agenda];
    ChangeStrategy "change_strategy" [Agenda, Activities];
    RemoveStrategy "remove_strategy" [Agenda, Activities];
    AddPartner "add_partner" [Partners, Agenda, Requests];
    ChangePartner "change_partner" [Partners, Activities, Measures, Agenda];
    RemovePartner "remove_partner" [Partners, Activities, Measures, Requests, Agenda];
    AddPerson "add_person" [Partners];
    ChangePerson "change_person" [Partners];
    RemovePerson "remove_person" [Partners];
    EditPartners "edit_partners" [Partners, Activities, Measures];
    MergePartners "merge_partners" [Partners, Activities, Measures, Readings, Requests, Communication, Agenda];
    MergePeople "merge_people" [Partners, Communication];
    ErasePerson "erase_person" [Partners, Communication];
    ImportContacts "import_contacts" [Partners];
    AddSector "add_sector" [Partners];
    ChangeSector "change_sector" [Partners];
    RemoveSector "remove_sector" [Partners];
    AddPartnerType "add_partner_type" [Partners];
    ChangePartnerType "change_partner_type" [Partners];
    RemovePartnerType "remove_partner_type" [Partners];
    OrderPartnerList "order_partner_list" [Partners];
    AddTag "add_tag" [Partners, Activities, Measures];
    ChangeTag "change_tag" [Partners, Activities, Measures];
    RemoveTag "remove_tag" [Partners, Activities, Measures];
    MergeTags "merge_tags" [Partners, Activities, Measures];
    TagPartner "tag_partner" [Partners];
    TagMeasures "tag_measures" [Measures];
    TagActivities "tag_activities" [Activities];
    AddStatusEntry "add_status_entry" [Partners];
    ChangeStatusEntry "change_status_entry" [Partners];
    RemoveStatusEntry "remove_status_entry" [Partners];
    AddCommitment "add_commitment" [Partners];
    ChangeCommitment "change_commitment" [Partners];
    RemoveCommitment "remove_commitment" [Partners];
    AddTouchpoint "add_touchpoint" [Partners, Communication];
    ChangeTouchpoint "change_touchpoint" [Partners, Communication];
    RemoveTouchpoint "remove_touchpoint" [Partners, Communication];
    AddWorkingGroup "add_working_group" [Communication, Partners];
    ChangeWorkingGroup "change_working_group" [Communication, Partners];
    RemoveWorkingGroup "remove_working_group" [Communication, Partners];
    AddMembership "add_membership" [Communication, Partners];
    ChangeMembership "change_membership" [Communication, Partners];
    RemoveMembership "remove_membership" [Communication, Partners];
    RecordAttendance "record_attendance" [Communication, Partners];
    KeepView "keep_view" [Partners];
    ForgetView "forget_view" [Partners];
    PlacePartner "place_partner" [Network];
    ArrangeNetwork "arrange_network" [Network];
    AddMeasure "add_measure" [Measures, Agenda];
    ChangeMeasure "change_measure" [Measures, Agenda, Activities];
    RemoveMeasure "remove_measure" [Measures, Readings, Agenda, Activities, Requests];
    MarkMeasures "mark_measures" [Measures, Agenda, Activities];
    WriteStory "write_story" [Measures];
    SetBaseline "set_baseline" [Measures];
    SetTargets "set_targets" [Measures];
    AddAnnotation "add_annotation" [Measures];
    ChangeAnnotation "change_annotation" [Measures];
    RemoveAnnotation "remove_annotation" [Measures];
    SetCalculation "set_calculation" [Measures, Readings];
    SetContributions "set_contributions" [Measures];
    SetComparisons "set_comparisons" [Measures];
    AddDefinitionChange "add_definition_change" [Measures];
    ChangeDefinitionChange "change_definition_change" [Measures];
    RemoveDefinitionChange "remove_definition_change" [Measures];
    AddTestOfChange "add_test_of_change" [Measures];
    ChangeTestOfChange "change_test_of_change" [Measures];
    RemoveTestOfChange "remove_test_of_change" [Measures];
    AddPlace "add_place" [Dimensions];
    ChangePlace "change_place" [Dimensions, Readings];
    RemovePlace "remove_place" [Dimensions, Readings];
    AddBreakdown "add_breakdown" [Dimensions];
    ChangeBreakdown "change_breakdown" [Dimensions];
    RemoveBreakdown "remove_breakdown" [Dimensions];
    AddGroup "add_group" [Dimensions];
    ChangeGroup "change_group" [Dimensions, Readings];
    RemoveGroup "remove_group" [Dimensions, Readings];
    OrderGroups "order_groups" [Dimensions, Readings];
    MergeGroups "merge_groups" [Dimensions, Readings, Requests];
    MergePlaces "merge_places" [Dimensions, Readings, Requests, Activities];
    RecordReading "record_reading" [Readings];
    EnterReadings "enter_readings" [Readings];
    RemoveReadings "remove_readings" [Readings];
    FinalizeReadings "finalize_readings" [Readings];
    ImportReadings "import_readings" [Readings, Dimensions, Requests];
    ClosePeriod "close_period" [Readings, Initiative];
    ReopenPeriod "reopen_period" [Readings, Initiative];
    RememberMapping "remember_mapping" [];
    ForgetMapping "forget_mapping" [];
    AddDataRequest "add_data_request" [Requests];
    ChangeDataRequest "change_data_request" [Requests];
    RemoveDataRequest "remove_data_request" [Requests];
    SetAudienceRule "set_audience_rule" [Initiative, Measures];
    LogDisclosure "log_disclosure" [Initiative];
    AddActivity "add_activity" [Activities, Agenda, Partners];
    ChangeActivity "change_activity" [Activities, Agenda, Partners];
    RemoveActivity "remove_activity" [Activities, Agenda, Partners];
    AddPopulation "add_population" [Activities, Dimensions];
    ChangePopulation "change_population" [Activities, Dimensions];
    RemovePopulation "remove_population" [Activities, Dimensions];
    OrderPopulations "order_populations" [Activities, Dimensions];
    SetReach "set_reach" [Activities];
    AddMilestone "add_milestone" [Activities];
    ChangeMilestone "change_milestone" [Activities];
    ReachMilestone "reach_milestone" [Activities];
    RemoveMilestone "remove_milestone" [Activities];
    AddActivityLink "add_activity_link" [Activities];
    ChangeActivityLink "change_activity_link" [Activities];
    RemoveActivityLink "remove_activity_link" [Activities];
    AddActivityResource "add_activity_resource" [Activities, Partners];
    ChangeActivityResource "change_activity_resource" [Activities, Partners];
    RemoveActivityResource "remove_activity_resource" [Activities, Partners];
    AddRisk "add_risk" [Activities];
    ChangeRisk "change_risk" [Activities];
    CloseRisk "close_risk" [Activities];
    RemoveRisk "remove_risk" [Activities];
    AddActivityUpdate "add_activity_update" [Activities];
    ChangeActivityUpdate "change_activity_update" [Activities];
    RemoveActivityUpdate "remove_activity_update" [Activities];
    AddMeeting "add_meeting" [Communication];
    ChangeMeeting "change_meeting" [Communication];
    RemoveMeeting "remove_meeting" [Communication];
    AddDecision "add_decision" [Communication];
    ChangeDecision "change_decision" [Communication];
    RemoveDecision "remove_decision" [Communication];
    AddActionItem "add_action_item" [Communication];
    ChangeActionItem "change_action_item" [Communication];
    RemoveActionItem "remove_action_item" [Communication];
    LoadSample "load_sample" [Initiative, Agenda, Measures, Readings, Dimensions, Partners, Activities, Communication];
}
