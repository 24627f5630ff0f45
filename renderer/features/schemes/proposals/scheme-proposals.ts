import type { Indicator, SchemeDetail } from '#shared/contract/schemes.ts';
import type { ScoringRule, ScoringRuleKind } from '#shared/rules/scoring/model.ts';
import { type Proposal, type ProposedRule, proposeRules } from '#shared/rules/sentences/propose-rules.ts';
import type { TakenRules } from '#shared/contract/schemes.ts';
import { ruleKinds } from '../rules/kinds.ts';

export interface ProposedOfIndicator {
  indicator: Indicator;
  proposal: Proposal;
}

export interface ProposedLine {
  indicator: Indicator;
  proposed: ProposedRule;
  floor: Indicator['floor'] | null;
}

export interface KindOfProposals {
  kind: ScoringRuleKind;
  lines: ProposedLine[];
}

export interface SchemeProposals {
  kinds: KindOfProposals[];
  /** How many rules are proposed altogether. */
  count: number;
  /** Indicators of whose standard something was not understood. */
  left: ProposedOfIndicator[];
}

/** The floor is said with the rules of a sentence; where the item has it already there is nothing to change. */
export function floorToTake({ floor }: Proposal, indicator: Indicator): Indicator['floor'] | null {
  return floor === indicator.floor ? null : floor;
}

/** What waits for the clerk in a whole scheme, by kind in the order in which kinds are offered. */
export function schemeProposals({ indicators, categories }: SchemeDetail): SchemeProposals {
  const bonus = new Set(categories.filter((category) => category.bonus).map(({ uid }) => uid));
  const all = indicators.map((indicator) => {
    const inBonusCategory = bonus.has(indicator.categoryUid);
    return { indicator, proposal: proposeRules({ ...indicator, inBonusCategory }) };
  });
  const lines = all.flatMap(({ indicator, proposal }) =>
    proposal.rules.map((proposed) => ({ indicator, proposed, floor: floorToTake(proposal, indicator) })),
  );
  const kinds = (Object.keys(ruleKinds) as ScoringRuleKind[])
    .map((kind) => ({ kind, lines: lines.filter(({ proposed }) => proposed.rule.kind === kind) }))
    .filter((group) => group.lines.length > 0);
  return { kinds, count: lines.length, left: all.filter(({ proposal }) => proposal.unread.length > 0) };
}

/** Complete ones only: what a sentence does not say is never filled in for many at once. */
export function completeLines(lines: readonly ProposedLine[]): ProposedLine[] {
  return lines.filter(({ proposed }) => proposed.open.length === 0);
}

function withOwnId(rule: ScoringRule): ScoringRule {
  return { ...rule, id: crypto.randomUUID() };
}

/** As they are stored: the rules of one indicator together. */
export function takenOf(lines: readonly ProposedLine[]): TakenRules[] {
  const taken = new Map<string, TakenRules>();
  for (const { indicator, proposed, floor } of lines) {
    const known = taken.get(indicator.uid);
    if (known === undefined) {
      taken.set(indicator.uid, { indicatorUid: indicator.uid, rules: [withOwnId(proposed.rule)], floor });
    } else known.rules.push(withOwnId(proposed.rule));
  }
  return [...taken.values()];
}
