import { hash } from 'node:crypto';
import type { CollectionDefinition } from '#shared/rules/collections/definition.ts';

const DIGITS = 16;

/** Differs where workbooks of two definitions cannot be read alike; which words explain a column says nothing. */
export function definitionDigest({ columns, rows }: CollectionDefinition): string {
  const asked = columns.map(({ key, heading, kind, locked }) => [key, heading, kind, locked]);
  return hash('sha256', JSON.stringify([asked, rows])).slice(0, DIGITS);
}
