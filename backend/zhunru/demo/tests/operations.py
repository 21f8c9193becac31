"""Every operation of the two APIs, and who may use it: the one place where that is said a second time.

A new route has no entry here, and the tests fail until somebody has thought about who may use it. What is sent with
an operation stands in bodies.py.
"""

from zhunru.core.roles import COUNTY_ROLES, TOWNSHIP_ROLES, Role
from zhunru.demo.tests.bodies import BODIES, a_picture, body, form
from zhunru.demo.tests.routes import ABSENT, APIS, Operation, document, operations, takes_a_file

__all__ = [
    "ABSENT", "APIS", "BODIES", "MAY", "Operation", "a_picture", "body", "document", "form", "operations",
    "someone_for", "takes_a_file", "who_may",
]  # fmt: skip

ADMINS = frozenset({Role.COUNTY_ADMIN, Role.TOWNSHIP_ADMIN})
DEPARTMENT = frozenset({Role.DEPARTMENT_CLERK, Role.DEPARTMENT_HEAD})
OFFICE = COUNTY_ROLES - DEPARTMENT - ADMINS
BUSINESS = OFFICE | DEPARTMENT
REVIEWERS = frozenset({Role.SOCIAL_WORK_CLERK, Role.SOCIAL_WORK_HEAD})
ASKERS = REVIEWERS | {Role.AUDITOR}
CONVENERS = REVIEWERS | {Role.DECISION_RECORDER}
EVERYBODY = COUNTY_ROLES | TOWNSHIP_ROLES
TOWNSHIP_BUSINESS = TOWNSHIP_ROLES - ADMINS
BUYERS = DEPARTMENT | REVIEWERS | TOWNSHIP_BUSINESS
"""Who reads a contract: both sides and the township; the office while a period lies before it to be mediated."""

_BY_ROLES: dict[frozenset[Role], str] = {
    EVERYBODY: """
        me choose_role labels todo_list list_organisations list_list edition_history entry_list entry_read
        entry_history list_on list_editions village_duties edition_read edition_entries edition_difference
        edition_comments edition_paper edition_difference_paper edition_difference_table edition_entries_xlsx
        edition_entries_csv legal_basis_list legal_basis_read legal_basis_resting search township_list township_read
        village_list village_read notice_list notice_latest purchase_services purchase_forbidden purchase_clauses
        purchase_templates purchase_check certificate_type_list
    """,
    COUNTY_ROLES: """
        configuration_current configuration_read configuration_list configuration_differences configuration_schema
        configuration_forms calendar_warnings calendar_read calendar_history clocks_mine clocks_feed
        department_duties draft_forms edition_actions edition_acknowledgements edition_matters_read
        edition_import_template
        purchase_contracts purchase_figures purchase_payments
    """,
    ADMINS: "list_users create_user read_user change_user reset_password user_history",
    frozenset({Role.COUNTY_ADMIN}): """
        configuration_create calendar_set_days calendar_back_to_rule calendar_enter
    """,
    BUSINESS: """
        application_list application_read application_checks application_similar application_hits
        application_opinions application_history application_actions application_export attachment_list
        attachment_file matter_list matter_read matter_history matter_actions matter_progress matter_commitments
        matter_export legacy_list legacy_departments expiry_list refusal_export refusalcase_history
        refusalcase_actions board_read fact_list budget_line_list budget_line_read budget_line_history
        purchase_waivers seal_list seal_detail seal_image seal_candidates seal_history sealuse_list sealuse_detail
        sealuse_history sealuse_actions sealuse_export document_uses document_duplicates document_duplicate_file
    """,
    OFFICE: """
        meeting_list meeting_read meeting_history meeting_actions template_list template_detail template_history
        template_check template_preview draft_list draft_detail draft_check draft_preview draft_history
        draft_actions batch_list batch_read batch_file batch_history batch_actions archive_years erasure_list
    """,
    ASKERS: "batch_jobs batch_cancel batch_resume batch_archive batch_export",
    CONVENERS: "meeting_create meeting_rearrange meeting_cancel meeting_waiting",
    DEPARTMENT: """
        application_create application_edit application_discard attachment_add attachment_remove urgent_entry_create
        opinion_mine opinion_answer contract_attach contract_publish contract_file contract_settle contract_archive
        contract_file_remove contract_confirm_deliverables deliverable_confirm deliverable_query
    """,
    REVIEWERS: """
        application_first_review application_review application_take_up_again opinion_reply legacy_template
        legacy_preview legacy_preview_read legacy_corrected legacy_commit edition_create entry_create entry_change
        entry_remove entry_restore comment_answer edition_matters edition_import_preview edition_import_preview_read
        edition_import_corrected edition_import_commit legal_basis_create legal_basis_replace
        purchase_clause_create purchase_clause_change draft_create draft_save draft_request draft_take_back
        draft_abandon sealuse_cancel document_duplicate template_save batch_disclosure
        batch_satisfaction
    """,
    frozenset({Role.DEPARTMENT_HEAD}): """
        application_submit application_recall application_bring_new_facts matter_confirm_year
        matter_report_completion refusalcase_withdraw_demand refusalcase_apply refusalcase_contest contract_suspend
        contract_resume contract_terminate contract_complete terms_return terms_offer terms_sign terms_discard
        period_answer period_sign_panel instalment_release instalment_pay
        budget_line_create budget_line_change
    """,
    frozenset({Role.SOCIAL_WORK_CLERK}): """
        application_accept application_return_for_correction application_not_accept
    """,
    frozenset({Role.SOCIAL_WORK_HEAD}): """
        application_refer application_decline matter_suspend matter_resume matter_order_withdrawal matter_keep
        edition_consult edition_revise edition_discard
        matter_write_off refusalcase_uphold refusalcase_overrule period_conclude
        purchase_waiver_grant purchase_waiver_end seal_register seal_appoint seal_revoke seal_grant
        seal_take_back_grant document_void template_publish template_restore
    """,
    frozenset({Role.SOCIAL_WORK_HEAD, Role.LEADER, Role.DEPARTMENT_HEAD}): "sealuse_approve sealuse_refuse",
    frozenset({Role.DECISION_RECORDER}): """
        application_endorse application_approve application_reject application_defer application_send_back
        application_convert application_merge_into meeting_record edition_approve
    """,
    frozenset({Role.SEAL_KEEPER}): "application_issue matter_withdraw edition_publish sealuse_use",
    DEPARTMENT | {Role.TOWNSHIP_OFFICER}: "edition_comment acknowledgement_confirm",
    DEPARTMENT | TOWNSHIP_BUSINESS: "acknowledgement_list",
    BUSINESS | TOWNSHIP_BUSINESS: """
        document_list document_detail document_file document_history refusal_list refusal_read
    """,
    TOWNSHIP_BUSINESS: """
        placement_list placement_read placement_history placement_actions placement_rights placement_said
        contract_list consultation_list consultation_read placement_comment refusal_slip refusal_evidence
        refusal_history placement_receipt village_disclosure certificate_list certificate_read certificate_history
        certificate_actions certificate_approve certificate_refuse
    """,
    BUYERS: """
        contract_read contract_history contract_actions contract_deliverables contract_periods contract_instalments
        contract_progress terms_read terms_preview terms_simulate terms_difference terms_history terms_actions
        contract_file_read deliverable_read deliverable_history deliverable_actions period_read period_recomputed
        period_history period_actions instalment_read instalment_history instalment_actions
    """,
    frozenset({Role.DEPARTMENT_HEAD, Role.VILLAGE_OFFICER}): """
        contract_ask_termination contract_agree_termination period_escalate
    """,
    frozenset({Role.DEPARTMENT_CLERK, Role.VILLAGE_OFFICER}): "contract_supplement period_verdicts",
    frozenset({Role.DEPARTMENT_CLERK}): "contract_create terms_edit terms_submit period_assess",
    frozenset({Role.TOWNSHIP_OFFICER}): "urgent_report_list urgent_report_create urgent_report_read period_propose",
    frozenset({Role.VILLAGE_OFFICER}): """
        consultation_answer placement_confirm placement_complete placement_take_up_again placement_petition
        refusal_create refusal_grounds refusal_acknowledge refusal_add_evidence terms_agree terms_decline
        certificate_create certificate_cancel
        terms_countersign terms_decline_signature deliverable_create deliverable_change deliverable_correct
        deliverable_attach deliverable_submit period_report period_agree period_defend period_mediate period_settle
        period_countersign instalment_arrive instalment_deny
    """,
}
"""For a list or the board: who finds rows there. A question is one to a village: it answers for itself.
What a township has taken note of its officer confirms; a village's is its own officer's."""

MAY: dict[str, frozenset[Role]] = {
    operation: roles for roles, operations in _BY_ROLES.items() for operation in operations.split()
}
"""Roles by operation."""


def who_may(operation: Operation) -> frozenset[Role]:
    """The roles that may use it on its host; none where it is a step of a contract's other side."""
    return MAY[operation.id] & (COUNTY_ROLES if operation.api == "county" else TOWNSHIP_ROLES)


def someone_for(operation: Operation) -> Role:
    """One of them; where there is none, one who reads the contract and is told that the step is not theirs."""
    reader = Role.DEPARTMENT_HEAD if operation.api == "county" else Role.VILLAGE_OFFICER
    return min(who_may(operation), default=reader)
