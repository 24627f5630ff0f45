import type { CitationSource } from '#main/features/library/index.ts';
import { brigadeStandard } from './standard.ts';

/** The standard by which brigades are built. */
export const brigadeCitations: CitationSource = (db) => [
  { kind: '建队标准', name: '专职消防队建队标准', text: brigadeStandard(db).source, path: '/brigades' },
];
