import { binaryCases } from './binary-cases.ts';
import type { HostileCase } from './hostile-case.ts';
import { packageCases } from './package-cases.ts';
import { valueCases } from './value-cases.ts';
import { xmlCases } from './xml-cases.ts';

export const hostileCases: readonly HostileCase[] = [
  ...packageCases,
  ...xmlCases,
  ...valueCases,
  ...binaryCases,
];
