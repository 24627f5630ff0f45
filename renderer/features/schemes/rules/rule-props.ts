import type { SchemeSettings, RuleOf, ScoringRuleKind } from '#shared/rules/scoring/model.ts';

/** What the form of one kind of rule works with. */
export interface RuleFormProps<Kind extends ScoringRuleKind> {
  rule: RuleOf<Kind>;
  disabled: boolean;
  settings: SchemeSettings;
  onChange: (rule: RuleOf<Kind>) => void;
}
