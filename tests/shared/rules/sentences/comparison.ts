import type { Reading } from '#shared/rules/sentences/reading.ts';
import type { Expected, ExpectedRule } from './expected.ts';

/** Only what a label may say is compared: units and texts are words, not figures. */
const FIGURES = [
  'kind',
  'points',
  'per',
  'min',
  'max',
  'minimum',
  'target',
  'direction',
  'cap',
  'steps',
  'effect',
];

function figuresOf(rule: Readonly<Record<string, unknown>>, named: boolean): string {
  const keys = named ? [...FIGURES, 'class'] : FIGURES;
  return JSON.stringify(keys.map((key) => [key, rule[key] ?? null]));
}

function same(rule: Readonly<Record<string, unknown>>, expected: ExpectedRule): boolean {
  const named = expected['class'] !== undefined;
  return figuresOf(rule, named) === figuresOf(expected, named);
}

/** Null where all rules, numbers and bounds are right, else what was read. */
export function differenceOf(reading: Reading, expected: Expected): string | null {
  const told = JSON.stringify(reading.rules);
  if (reading.understood !== expected.understood) {
    return `understood: ${String(reading.understood)} ${told} ${JSON.stringify(reading.unread)}`;
  }
  if (!expected.understood) {
    const isSafe = reading.rules.every((rule) => expected.rules.some((part) => same({ ...rule }, part)));
    return isSafe ? null : `proposed beside what was not understood: ${told}`;
  }
  const isSame =
    reading.rules.length === expected.rules.length &&
    reading.rules.every((rule, place) => {
      const one = expected.rules[place];
      return one !== undefined && same({ ...rule }, one);
    });
  if (!isSame) return told;
  return reading.floor === expected.floor ? null : `floor: ${String(reading.floor)}`;
}
