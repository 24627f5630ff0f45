import DatabaseConstructor from 'better-sqlite3';

const tables = { assessment: 'assessment_period', schemes: 'scheme', campaigns: 'campaign' } as const;

/** Behind the #: the page of a record of the sample's. */
export function recordAddress(page: keyof typeof tables, storeFile: string): string {
  const store = new DatabaseConstructor(storeFile, { readonly: true });
  try {
    return `/${page}/${store.prepare<[], string>(`SELECT uid FROM ${tables[page]}`).pluck().get()}`;
  } finally {
    store.close();
  }
}
