/** Kinds of subjects that attachments hang on. */
export const REPAIR_FILES = 'creditRepair';
export const DECISION_FILES = 'creditDecision';
