/** Whose changes make the list of schemes or an open scheme old. */
export const schemeTables = ['scheme', 'scheme_category', 'indicator', 'assessment_group'];
