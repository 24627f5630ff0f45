import {
  type IndicatorCondition,
  indicatorConditionSchema,
  type SchemeSettings,
  schemeSettingsSchema,
  type ScoringRule,
  scoringRuleSchema,
} from '#shared/rules/scoring/model.ts';

/*
 * Columns of schemes and indicators that hold JSON. The same texts are read again with every score that is saved and
 * every page of a period: each is checked once, and what came of it is shared.
 */

const MOST_TEXTS = 5_000;

/** @throws when the text is not what the schema asks for */
function readOnce<Value>(check: (value: unknown) => Value): (json: string) => Value {
  const known = new Map<string, Value>();
  return (json) => {
    const found = known.get(json);
    if (found !== undefined) return found;
    const value = check(JSON.parse(json));
    if (known.size >= MOST_TEXTS) known.clear();
    known.set(json, value);
    return value;
  };
}

const rulesSchema = scoringRuleSchema.array();

export const readRules: (json: string) => ScoringRule[] = readOnce((value) => rulesSchema.parse(value));
export const readSettings: (json: string) => SchemeSettings = readOnce((value) =>
  schemeSettingsSchema.parse(value),
);
const readStoredCondition = readOnce((value) => indicatorConditionSchema.parse(value));

/** An indicator's condition as it is stored. */
export function readCondition(json: string | null): IndicatorCondition {
  return json === null ? null : readStoredCondition(json);
}
