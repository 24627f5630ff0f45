import type { SchemeSettings, RuleOf, ScoringRuleKind } from '#shared/rules/scoring/model.ts';

/** What the form of one kind of rule works with. */
export interface RuleFormProps<Kind extends ScoringRuleKind> {
  rule: RuleOf<Kind>;
  disabled: boolean;
  settings: SchemeSettings;
  /** @param seen the rule with the changed field as it stood when typing began */
  onChange: (rule: RuleOf<Kind>, seen: RuleOf<Kind>) => void;
}
