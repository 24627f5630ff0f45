import type { Indicator } from '#shared/contract/schemes.ts';
import { fractionOf } from '#shared/rules/fraction.ts';
import { scoreIndicator } from '#shared/rules/scoring/indicator.ts';
import type { RuleOf, ScoreEntry } from '#shared/rules/scoring/model.ts';
import type { Random } from '#shared/random.ts';
import { type Places, reasonFor } from './reasons.ts';
import { badInput, brokenRate, goodInput, type Measures, type Occurrence } from './rule-inputs.ts';
import type { Pin, SampleIndicator } from './sample-data.ts';

/*
 * The sheet of one object: full marks first, then things happen one after another until as many points are lost
 * as the profile says. What an entry costs is asked of the scoring engine itself.
 */

export interface SheetToMake {
  /** Those that apply to the object, in the scheme's order. */
  indicators: readonly Indicator[];
  told: (indicator: Indicator) => Pick<SampleIndicator, 'pinnedOnly' | 'cases' | 'reasons'>;
  pins: readonly Pin[];
  /** Thousandths, in whole tenths of a point. */
  lost: number;
  exact: boolean;
  population: number;
  places: Places;
}

type Entries = Map<string, ScoreEntry>;

/** An item from which any small rest can be deducted by judgement. */
interface ClosingItem {
  indicator: Indicator;
  rule: RuleOf<'discretion'>;
}

/** Costs that add up to the profile's points. */
const STEP = 50;
const TENTH = 100;
const ATTEMPTS = 200;
const WITH_BROKEN_RATE = 0.5;
const WITH_REASON = 0.85;

/** Entries by indicator uid; every cell is filled. */
export function makeSheet(sheet: SheetToMake, random: Random): Entries {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const entries = tryToMake(sheet, random);
    if (entries !== null) return entries;
  }
  throw new Error(`no sample sheet loses ${sheet.lost} thousandths of a point`);
}

export function pinnedEntry({ inputs, notApplicable = false, reason }: Pin): ScoreEntry {
  return { direct: null, inputs, notApplicable, reason };
}

function tryToMake(sheet: SheetToMake, random: Random): Entries | null {
  const entries: Entries = new Map();
  const free: Indicator[] = [];
  for (const indicator of sheet.indicators) {
    const pin = sheet.pins.find((each) => each.indicator === indicator.number);
    entries.set(indicator.uid, pin === undefined ? goodEntry(sheet, indicator, random) : pinnedEntry(pin));
    if (pin === undefined && !sheet.told(indicator).pinnedOnly) free.push(indicator);
  }
  const closing = closingItem(free);
  const open = random.shuffled(free.filter((indicator) => indicator !== closing?.indicator));
  let left = sheet.lost;
  if (!sheet.exact && random.fraction() < WITH_BROKEN_RATE) left = breakRate(sheet, open, entries, random);
  for (const indicator of open) {
    const entry = badEntry(sheet, indicator, random);
    const cost = entry === null ? 0 : costOf(indicator, entry);
    if (entry === null || cost === 0 || cost > left || cost % STEP !== 0) continue;
    entries.set(indicator.uid, entry);
    left -= cost;
  }
  return left === 0 || close(sheet, closing, entries, left, random) ? entries : null;
}

const USUAL_CASES = [40, 240] as const;

function measuresOf({ told, population }: SheetToMake, indicator: Indicator): Measures {
  return { population, cases: told(indicator).cases ?? USUAL_CASES };
}

/** In thousandths, possibly broken. */
function costOf(indicator: Indicator, entry: ScoreEntry): number {
  const { score } = scoreIndicator(indicator, entry, true);
  return fractionOf(indicator.maxPoints).sub(score).valueOf();
}

function goodEntry(sheet: SheetToMake, indicator: Indicator, random: Random): ScoreEntry {
  const { pinnedOnly, reasons } = sheet.told(indicator);
  const entry: ScoreEntry = { direct: null, inputs: {}, notApplicable: false, reason: '' };
  for (const rule of indicator.rules) {
    const input = goodInput(rule, measuresOf(sheet, indicator), random);
    if (input === null || (pinnedOnly && rule.kind === 'discretion')) continue;
    entry.inputs[rule.id] = input;
    // What is awarded by judgement asks for its reason also when it is the whole.
    const best = { words: {}, severity: 0 };
    if (rule.kind === 'discretion')
      entry.reason = reasonFor(reasons[rule.id] ?? [], best, sheet.places, random);
  }
  return entry;
}

function badEntry(sheet: SheetToMake, indicator: Indicator, random: Random): ScoreEntry | null {
  const [rule] = random.shuffled(indicator.rules);
  const happened = rule === undefined ? null : badInput(rule, measuresOf(sheet, indicator), random);
  if (rule === undefined || happened === null) return null;
  const asksReason = rule.kind === 'discretion';
  return withOccurrence(
    sheet,
    indicator,
    rule.id,
    happened,
    asksReason || random.fraction() < WITH_REASON,
    random,
  );
}

function withOccurrence(
  sheet: SheetToMake,
  indicator: Indicator,
  ruleId: string,
  happened: Occurrence,
  reasoned: boolean,
  random: Random,
): ScoreEntry {
  const entry = goodEntry(sheet, indicator, random);
  const sentences = sheet.told(indicator).reasons[ruleId] ?? [];
  const reason = reasoned ? reasonFor(sentences, happened, sheet.places, random) : entry.reason;
  return { ...entry, inputs: { ...entry.inputs, [ruleId]: happened.input }, reason };
}

/** One rate by cases, taken out of the open items. @returns what is left to lose, in whole tenths */
function breakRate(sheet: SheetToMake, open: Indicator[], entries: Entries, random: Random): number {
  for (const [place, indicator] of open.entries()) {
    for (const rule of indicator.rules) {
      const happened = brokenRate(rule, measuresOf(sheet, indicator), random);
      if (happened === null) continue;
      const entry = withOccurrence(sheet, indicator, rule.id, happened, true, random);
      const cost = costOf(indicator, entry);
      if (cost > sheet.lost) continue;
      entries.set(indicator.uid, entry);
      open.splice(place, 1);
      return Math.floor((sheet.lost - cost) / TENTH) * TENTH;
    }
  }
  return sheet.lost;
}

function closingItem(indicators: readonly Indicator[]): ClosingItem | undefined {
  return indicators
    .flatMap((indicator) =>
      indicator.rules.flatMap((rule) =>
        rule.kind === 'discretion' && rule.effect === 'deduct' ? [{ indicator, rule }] : [],
      ),
    )
    .toSorted((one, other) => other.rule.max - one.rule.max)[0];
}

function close(
  sheet: SheetToMake,
  closing: ClosingItem | undefined,
  entries: Entries,
  left: number,
  random: Random,
): boolean {
  if (closing === undefined || left % TENTH !== 0) return false;
  const { indicator, rule } = closing;
  if (left < rule.min || left > rule.max) return false;
  const happened = { input: { points: left }, words: {}, severity: null };
  entries.set(indicator.uid, withOccurrence(sheet, indicator, rule.id, happened, true, random));
  return true;
}
