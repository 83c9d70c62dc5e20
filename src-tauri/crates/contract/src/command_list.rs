// The one list of commands: `module { name(Request) -> Response; }`. Whoever includes
// this file defines what `commands!` makes of it: the TypeScript client types and the
// names here, the handler in the shell, the permissions in the shell's build script.
commands! {
    session {
        session_state(Nothing) -> SessionState;
        window_ready(Nothing) -> Nothing;
        new_initiative(NewInitiative) -> Opened;
        open_initiative(Nothing) -> Opened;
        open_recent(RecentChoice) -> Opened;
        forget_recent(RecentChoice) -> Nothing;
        open_sample(SampleChoice) -> Opened;
        close_initiative(Nothing) -> Nothing;
        save_copy(Nothing) -> Saved;
        change_settings(Settings) -> Settings;
    }
    history {
        undo(Nothing) -> UndoState;
        redo(Nothing) -> UndoState;
        list_history(HistoryRequest) -> Vec<HistoryEntry>;
        read_record_history(RecordRequest) -> Vec<HistoryEntry>;
    }
    searching {
        search(SearchRequest) -> SearchAnswer;
        prepare_search(Nothing) -> Nothing;
    }
    tags {
        list_tags(Nothing) -> Vec<TagLine>;
        edit_tags(EditTags) -> Nothing;
        merge_tags(MergeTags) -> Nothing;
        list_views(ListViews) -> Vec<SavedView>;
    }
    overview {
        read_overview(Nothing) -> Overview;
    }
    agenda {
        read_agenda(Nothing) -> Agenda;
        add_result(ResultForm) -> Added;
        change_result(ChangeResult) -> Nothing;
        remove_result(RecordRequest) -> Nothing;
        add_strategy(StrategyForm) -> Added;
        change_strategy(ChangeStrategy) -> Nothing;
        remove_strategy(RecordRequest) -> Nothing;
        change_initiative(InitiativeForm) -> Nothing;
    }
    agenda_versions {
        write_agenda_part(WriteAgendaPart) -> Nothing;
        start_agenda_draft(Nothing) -> Added;
        discard_agenda_draft(Nothing) -> Nothing;
        adopt_agenda(AdoptAgenda) -> Nothing;
        compare_agendas(AgendaPair) -> AgendaDifference;
        endorse_agenda(EndorseAgenda) -> Nothing;
        change_endorsement(ChangeSignature) -> Nothing;
        remove_endorsement(RecordRequest) -> Nothing;
    }
    theory {
        draw_theory(DrawTheory) -> TheoryDrawing;
    }
    measures {
        list_measures(Nothing) -> MeasureList;
        read_measure(RecordRequest) -> MeasurePage;
        draw_measure(DrawMeasure) -> Scene;
        add_measure(MeasureForm) -> Added;
        change_measure(ChangeMeasure) -> Nothing;
        remove_measure(RecordRequest) -> Nothing;
        set_baseline(SetBaseline) -> Nothing;
        set_targets(SetTargets) -> Nothing;
        propose_measure(ProposeMeasure) -> MeasureProposal;
        mark_measures(MarkMeasures) -> Nothing;
    }
    dimensions {
        list_dimensions(Nothing) -> Dimensions;
        list_splits(Nothing) -> Splits;
        add_place(PlaceForm) -> Added;
        change_place(ChangePlace) -> Nothing;
        remove_place(RecordRequest) -> Nothing;
        add_breakdown(BreakdownForm) -> Added;
        rename_breakdown(Rename) -> Nothing;
        remove_breakdown(RecordRequest) -> Nothing;
        add_group(NewGroup) -> Added;
        rename_group(Rename) -> Nothing;
        remove_group(RecordRequest) -> Nothing;
        order_groups(GroupOrder) -> Nothing;
        preview_merge(MergePair) -> MergePreview;
        merge(Merge) -> Nothing;
    }
    ledger {
        add_annotation(AnnotationForm) -> Added;
        change_annotation(ChangeAnnotation) -> Nothing;
        remove_annotation(RecordRequest) -> Nothing;
        add_definition_change(DefinitionChangeForm) -> Added;
        change_definition_change(ChangeDefinitionChange) -> Nothing;
        remove_definition_change(RecordRequest) -> Nothing;
        add_test_of_change(TestForm) -> Added;
        change_test_of_change(ChangeTest) -> Nothing;
        remove_test_of_change(RecordRequest) -> Nothing;
        write_story(WritePeriodStory) -> Nothing;
    }
    calculations {
        set_calculation(SetCalculation) -> Nothing;
        set_contributions(SetTies) -> Nothing;
        set_comparisons(SetTies) -> Nothing;
        draw_groups(DrawGroups) -> Scene;
    }
    quality {
        read_quality(Nothing) -> DataQuality;
        list_periods(Nothing) -> PeriodList;
        close_period(ClosePeriod) -> Nothing;
        reopen_period(RecordRequest) -> Nothing;
        finalize_readings(FinalizeReadings) -> Finalized;
        read_status_rule(Nothing) -> StatusRuleForm;
        set_status_rule(StatusRuleForm) -> Nothing;
    }
    provenance {
        read_provenance(ProvenanceRequest) -> Provenance;
    }
    readings {
        read_grid(GridRequest) -> Grid;
        place_block(PastedBlock) -> PastePlan;
        enter_cells(EnterCells) -> Entered;
        read_reading(CellRequest) -> ReadingDetail;
        record_reading(ReadingForm) -> Added;
        remove_readings(RecordsRequest) -> Nothing;
    }
    imports {
        choose_import_file(ImportStart) -> Option<ImportPreview>;
        propose_import(ImportProposal) -> ImportPreview;
        preview_import(ImportChoices) -> ImportPreview;
        page_import(ImportPageRequest) -> ImportPage;
        save_import_problems(Nothing) -> Saved;
        commit_import(ImportCommit) -> ImportResult;
        stop_import(Nothing) -> Nothing;
        cancel_import(Nothing) -> Nothing;
        list_remembered_imports(Nothing) -> Vec<RememberedImport>;
        forget_remembered_import(RecordRequest) -> Nothing;
    }
    requests {
        list_requests(Nothing) -> RequestBoard;
        propose_requests(Nothing) -> RequestProposals;
        add_requests(AddRequests) -> RequestsAdded;
        read_request(RecordRequest) -> RequestForm;
        change_request(ChangeRequest) -> Nothing;
        remove_request(RecordRequest) -> Nothing;
        mark_requests(MarkRequests) -> Nothing;
        save_request_sheets(RecordsRequest) -> SheetsSaved;
        choose_returned_files(Nothing) -> ReturnedFiles;
        read_returned_files(Nothing) -> ReturnedFiles;
        commit_returned_file(CommitReturned) -> ReturnedTaken;
        dismiss_returned_file(ReturnedKey) -> ReturnedFiles;
        write_letter(RecordRequest) -> Message;
        save_letter(RecordRequest) -> Saved;
        write_reminder(RecordRequest) -> Message;
    }
    partners {
        read_directory(Nothing) -> Directory;
        read_partner(RecordRequest) -> PartnerPage;
        add_partner(PartnerForm) -> Added;
        change_partner(ChangePartner) -> Nothing;
        remove_partner(RecordRequest) -> Nothing;
        edit_partners(EditPartners) -> Nothing;
        add_person(PersonForm) -> Added;
        change_person(ChangePerson) -> Nothing;
        remove_person(RecordRequest) -> Nothing;
    }
    partner_lists {
        add_list_entry(NewListEntry) -> Added;
        rename_list_entry(RenameListEntry) -> Nothing;
        remove_list_entry(ListEntryRequest) -> Nothing;
        order_list(ListOrder) -> Nothing;
        keep_view(KeepView) -> Nothing;
        forget_view(RecordRequest) -> Nothing;
    }
    partner_records {
        add_status_entry(StatusForm) -> Nothing;
        change_status_entry(ChangeStatus) -> Nothing;
        remove_status_entry(RecordRequest) -> Nothing;
        add_commitment(CommitmentForm) -> Added;
        change_commitment(ChangeCommitment) -> Nothing;
        remove_commitment(RecordRequest) -> Nothing;
        add_touchpoint(TouchpointForm) -> Added;
        change_touchpoint(ChangeTouchpoint) -> Nothing;
        remove_touchpoint(RecordRequest) -> Nothing;
    }
    contacts {
        choose_contacts(Nothing) -> Option<ContactPreview>;
        preview_contacts(ContactChoices) -> ContactPreview;
        decide_contact(ContactDecision) -> Nothing;
        commit_contacts(Nothing) -> ContactsImported;
        cancel_contacts(Nothing) -> Nothing;
    }
    joining {
        plan_partner_join(JoinRequest) -> JoinPlan;
        merge_partners(JoinPartners) -> Nothing;
        plan_person_join(JoinRequest) -> JoinPlan;
        merge_people(JoinRequest) -> Nothing;
        erase_person(RecordRequest) -> Nothing;
    }
    network {
        read_network(NetworkRequest) -> NetworkPage;
        place_partner(PlacePartner) -> Nothing;
        arrange_network(Nothing) -> Nothing;
    }
    groups {
        list_groups(Nothing) -> Vec<GroupLine>;
        read_working_group(RecordRequest) -> GroupPage;
        add_working_group(GroupForm) -> Added;
        change_working_group(ChangeGroup) -> Nothing;
        remove_working_group(RecordRequest) -> Nothing;
        add_membership(MemberForm) -> Added;
        change_membership(ChangeMember) -> Nothing;
        remove_membership(RecordRequest) -> Nothing;
        read_attendance(RecordRequest) -> AttendanceSheet;
        record_attendance(RecordAttendance) -> Nothing;
    }
    activities {
        list_activities(Nothing) -> Vec<Activity>;
        add_activity(ActivityForm) -> Added;
        change_activity(ChangeActivity) -> Nothing;
        remove_activity(RecordRequest) -> Nothing;
    }
    timeline {
        read_timeline(Nothing) -> Timeline;
        reschedule_activity(RescheduleActivity) -> Nothing;
    }
    matrix {
        read_matrix(ReadMatrix) -> MatrixView;
        draw_reinforcement(DrawReinforcement) -> ReinforcementDrawing;
        list_populations(Nothing) -> Vec<PopulationItem>;
        add_population(PopulationForm) -> Added;
        rename_population(Rename) -> Nothing;
        remove_population(RecordRequest) -> Nothing;
        order_populations(PopulationOrder) -> Nothing;
    }
    working {
        list_activity_standings(Nothing) -> Vec<StandingLine>;
        read_activity(RecordRequest) -> ActivityPage;
        set_activity_status(SetActivityStatus) -> Nothing;
        add_milestone(MilestoneForm) -> Added;
        change_milestone(ChangeMilestone) -> Nothing;
        reach_milestone(ReachMilestone) -> Nothing;
        remove_milestone(RecordRequest) -> Nothing;
        add_activity_update(UpdateForm) -> Added;
        change_activity_update(ChangeUpdate) -> Nothing;
        remove_activity_update(RecordRequest) -> Nothing;
        add_activity_resource(ResourceForm) -> Added;
        change_activity_resource(ChangeResource) -> Nothing;
        remove_activity_resource(RecordRequest) -> Nothing;
        add_risk(RiskForm) -> Added;
        change_risk(ChangeRisk) -> Nothing;
        close_risk(CloseRisk) -> Nothing;
        remove_risk(RecordRequest) -> Nothing;
        add_activity_link(LinkForm) -> Added;
        change_activity_link(ChangeLink) -> Nothing;
        remove_activity_link(RecordRequest) -> Nothing;
    }
    communication {
        read_communication(Nothing) -> Communication;
        add_meeting(MeetingForm) -> Added;
        change_meeting(ChangeMeeting) -> Nothing;
        remove_meeting(RecordRequest) -> Nothing;
        add_decision(DecisionForm) -> Added;
        change_decision(ChangeDecision) -> Nothing;
        remove_decision(RecordRequest) -> Nothing;
        add_action_item(ActionItemForm) -> Added;
        change_action_item(ChangeActionItem) -> Nothing;
        remove_action_item(RecordRequest) -> Nothing;
    }
    reports {
        describe_report(ReportChoice) -> ReportDraft;
        preview_report(ReportOptions) -> PdfBytes;
        export_report(ReportOptions) -> Saved;
        open_export(Nothing) -> Nothing;
        check_report(ReportOptions) -> ExportCheck;
    }
    exports {
        check_export(ExportRequest) -> ExportCheck;
        export_data(ExportRequest) -> Saved;
        list_disclosures(Nothing) -> Vec<DisclosureLine>;
        read_audience_rules(Nothing) -> Vec<AudienceRuleForm>;
        set_audience_rule(AudienceRuleForm) -> Nothing;
    }
}
