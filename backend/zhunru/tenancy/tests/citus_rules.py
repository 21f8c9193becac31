"""What keeps the way open to spreading townships over several servers (Citus, schema by schema), in one file.

Public tables would become reference tables, the same on every server; a township's tables would lie on one. So no
constraint may lead from one township into another, none from public into a township, and triggers are few and known.
"""

FACT_TRIGGERS = {
    ("placements_placement", "push_facts_on_insert"),
    ("placements_placement", "push_facts_on_update"),
    ("placements_placement", "push_facts_on_delete"),
    ("placements_statement", "push_statements_on_insert"),
    ("placements_refusal", "push_refusals_on_insert"),
    ("placements_urgentreport", "push_urgent_reports_on_insert"),
    *(
        (f"contracts_{table}", f"push_facts_on_{act}")
        for table in ("contract", "terms", "period", "instalment", "deliverable")
        for act in ("insert", "update", "delete")
    ),
}
"""Table and name: the triggers in a township's schema that push something up to the county."""

GUARD_TRIGGERS = {
    ("contracts_terms", "text_stays"),
    ("contracts_clause", "clause_stays"),
    ("contracts_clause", "weights_are_whole"),
    ("contracts_verdict", "verdict_is_by_clause"),
    ("contracts_instalment", "money_is_conserved"),
    ("contracts_contract", "money_is_conserved"),
    ("certificates_certificate", "is_listed"),
    ("certificates_certificate", "forgets_the_person"),
    ("certificates_content", "is_of_an_open_one"),
}
"""Those that refuse what must never be; they look at the township's own tables and at shared lists. No others."""

OWNERS_FUNCTIONS = {
    "push_placement_facts",
    "push_statements",
    "push_refusals",
    "push_urgent_reports",
    "push_contract_facts",
    "push_terms_facts",
    "push_period_facts",
    "push_instalment_facts",
    "push_deliverable_facts",
    "purchases_line_follows",
}
"""The functions behind them, and the one that keeps a budget line: the only ones that act with the owner's rights."""

PUBLIC_TRIGGERS = {
    ("configuration_configuration", "configuration_version_stays"),
    ("documents_document", "documents_paper_stays"),
    ("documents_numberseries", "documents_number_grows"),
    ("documents_sealing", "documents_sealing_stays"),
    ("documents_document", "documents_sealed_with_approval"),
    ("documents_sealing", "documents_sealed_with_approval"),
    ("documents_seal", "documents_seal_stays"),
    ("documents_sealgrant", "documents_grant_stays"),
    ("documents_sealgrant", "documents_grant_by_a_person"),
    ("documents_sealuse", "documents_use_as_approved"),
    ("documents_sealuse", "documents_use_is_approved"),
    ("documents_duplicate", "documents_duplicate_is_approved"),
    ("documents_duplicate", "documents_duplicate_stays"),
    ("documents_erasure", "documents_erasure_stays"),
    ("documents_templateversion", "documents_template_stays"),
    ("lists_edition", "lists_edition_stays"),
    ("lists_entry", "lists_entry_stays"),
    ("lists_entry_bases", "lists_bases_stay"),
    ("purchases_reservation", "purchases_line_follows"),
    ("purchases_budgetline", "purchases_reserved_stays"),
}
"""Besides the task queue's own."""

REFERENCES_FROM_TOWNSHIPS: set[str] = set()
"""Public tables at which a township's foreign keys may point with a constraint: none so far."""
