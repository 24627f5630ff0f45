import type { RuleInput, ScoredIndicator, ScoreEntry, ScoringRule } from './model.ts';

/**
 * What an entry becomes where its indicator has become another version of itself. Null where something that was
 * entered has no rule any more: the rest alone would say that it never happened, so the cell is to be scored anew.
 * The same entry comes back where nothing changes.
 */
export function carriedEntry(
  entry: ScoreEntry,
  from: Pick<ScoredIndicator, 'rules'>,
  to: Pick<ScoredIndicator, 'rules'>,
): ScoreEntry | null {
  const inputs: Record<string, RuleInput> = {};
  let isSame = true;
  for (const [id, input] of Object.entries(entry.inputs)) {
    const before = from.rules.find((rule) => rule.id === id);
    const after = to.rules.find((rule) => rule.id === id);
    const carried = before && after && carriedInput(input, before, after);
    if (carried === undefined) {
      if (saysSomething(input, before?.kind)) return null;
      isSame = false;
    } else {
      inputs[id] = carried;
      isSame &&= carried === input;
    }
  }
  return isSame ? entry : { ...entry, inputs };
}

/** Undefined where the rule asks for something else now. */
function carriedInput(input: RuleInput, before: ScoringRule, after: ScoringRule): RuleInput | undefined {
  if (before.kind !== after.kind) return undefined;
  const [names, wanted] = [classNames(before), classNames(after)];
  if (JSON.stringify(names) === JSON.stringify(wanted)) return input;
  // From a plain count to one by class, or back.
  if (names.length === 0 || wanted.length === 0) return undefined;
  const counts = input.counts ?? [];
  const lost = names.some((name, place) => (counts[place] ?? 0) > 0 && !wanted.includes(name));
  if (lost) return undefined;
  return { ...input, counts: wanted.map((name) => counts[names.indexOf(name)] ?? 0) };
}

function classNames(rule: ScoringRule): string[] {
  if (rule.kind === 'each') return rule.classes.map(({ name }) => name);
  return rule.kind === 'bonus' ? rule.levels.map(({ name }) => name) : [];
}

/** Whether an input is more than "did not occur". */
function saysSomething(input: RuleInput, kind: ScoringRule['kind'] | undefined): boolean {
  const { held, count = 0, counts = [], value, numerator, denominator, points } = input;
  const isMeasured = [value, numerator, denominator, points].some((given) => given !== undefined);
  const isJudged = held === true || (held === false && kind === 'earn');
  return isJudged || count > 0 || counts.some((one) => one > 0) || isMeasured;
}
