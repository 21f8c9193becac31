"""Guards: each takes the object and the actor and returns, or raises what is wrong in words."""

from zhunru.admissions.rules import basis, categories, concerned, matters, reviewing, submission, warnings
from zhunru.admissions.rules.submission import Guard

SUBMISSION: tuple[Guard, ...] = (
    submission.is_complete,
    submission.is_declared_open,
    concerned.points_at_matters,
    concerned.is_of_their_type,
    concerned.regular_stays_regular,
    concerned.legacy_is_its_own,
    concerned.no_other_request_is_open,
    concerned.parts_make_the_whole,
    categories.urgent_has_entered,
    categories.category_is_the_matters,
    concerned.changes_something,
    submission.category_fits_the_term,
    submission.ends_after_it_starts,
    concerned.term_is_short_enough,
    concerned.can_be_extended,
    categories.adjustment_is_no_extension,
    warnings.gives_notice,
    basis.has_legal_basis,
    basis.bases_are_valid,
    submission.rests_on_superior_basis,
    basis.has_funding,
    basis.meets_the_standard,
    submission.fills_in_its_section,
    submission.asks_for_no_post,
    submission.names_personal_data,
    submission.demands_have_a_basis,
    submission.names_villages,
    concerned.keeps_their_villages,
    basis.not_on_negative_list,
    basis.hits_are_answered,
    basis.not_already_owed,
    basis.not_rejected_lately,
)
"""What must hold before an application can be filed, in the order of the form."""

__all__ = ["SUBMISSION", "Guard", "basis", "categories", "concerned", "matters", "reviewing", "submission", "warnings"]
