import { rmSync } from 'node:fs';
import type { LibraryFilter } from '#shared/contract/library.ts';
import type { Client } from '#tests/support/core.ts';
import { growManyDocuments } from '#tests/support/many-documents.ts';
import { percentile, timesOf, timesOfCalls } from './measure.ts';
import { startOfficeProcess } from './office-client.ts';
import type { Part, Report } from './report.ts';

/* The document library as its page asks: the latest, pages behind, and full-text search over titles and clauses. */

const ROWS = Number(process.env['DOCUMENTS'] ?? 20_000);
const CALLS = 40;
const CALLS_BEFORE = 10;
const BAR = { of: 'figure', most: 50 } as const;
const PAGE = 50;

/** Typed letter by letter; in everything, in few, in nothing; common characters in an order that is never written. */
const searched = [
  '消',
  '消火',
  '消火栓',
  '疏散通道',
  '第19999号',
  'xhsgl',
  '消安〔2020〕',
  '防消',
  '责令 台账',
  '没有这样的',
];

interface Read {
  name: string;
  call: (client: Client, turn: number) => Promise<unknown>;
}

const list = (client: Client, filter: Partial<LibraryFilter>, after: string | null = null) =>
  client.library.list({ text: '', level: null, view: 'all', ...filter, after, limit: PAGE });
const at = (turn: number) => searched[turn % searched.length]!;

const reads: Read[] = [
  { name: 'library.list', call: (client) => list(client, {}) },
  { name: 'library.list, page behind', call: (client) => list(client, {}, '2010-01-01 9000') },
  { name: 'library.list, search', call: (client, turn) => list(client, { text: at(turn) }) },
  {
    name: 'library.list, search in one level',
    call: (client, turn) => list(client, { text: at(turn), level: 'own' }),
  },
  {
    name: 'library.list, search in what is outdated',
    call: (client, turn) => list(client, { text: at(turn), view: 'outdated' }),
  },
  ...searched.map((text) => ({
    name: `library.list, search ${text}`,
    call: (client: Client) => list(client, { text }),
  })),
];

async function run(report: Report): Promise<void> {
  const folder = await growManyDocuments(ROWS);
  const office = await startOfficeProcess(folder);
  try {
    for (const { name, call } of reads) {
      const asked = (turn: number) => call(office.http, turn);
      await timesOf(CALLS_BEFORE, asked);
      const times = await timesOfCalls(CALLS, asked);
      const [median, value] = [percentile(times, 50), percentile(times, 95)];
      report({ what: `${name}, p95`, value, median, unit: 'ms', bar: BAR });
    }
  } finally {
    await office.close();
    rmSync(folder, { recursive: true });
  }
}

export const libraryPart: Part = {
  name: 'library',
  title: `${ROWS} documents with five clauses each; DOCUMENTS=2000 for fewer`,
  run,
};
