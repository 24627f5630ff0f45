import { hash } from 'node:crypto';
import { mustCorrect } from '#shared/rules/collections/returns/model.ts';
import type { ReceivedTable } from '#shared/rules/collections/returns/recognize.ts';

/** The file that a table came in. */
interface ReturnedFile {
  fileName: string;
  bytes: number;
  /** Hexadecimal. */
  sha256: string;
}

interface Head extends ReturnedFile, Pick<ReceivedTable, 'unitUid' | 'source'> {
  /** Of what was read of it: the same file read again says the same, until the reading becomes another. */
  readSha256: string;
  state: 'correct' | 'mustCorrect';
}

/** A table as it is going to be kept; its rows and problems as they are stored, for most of them are stored unseen. */
export interface KeptReturn extends Head {
  /** JSON of ReturnedRow[]. */
  said: string;
  /** JSON of ReturnProblem[]. */
  problems: string;
}

const LINES = 3;

/** As lines of text: hundreds of tables as objects would take the memory of three. */
export function keptLines({ unitUid, source, rows, problems }: ReceivedTable, file: ReturnedFile): string {
  const [said, written] = [JSON.stringify(rows), JSON.stringify(problems)];
  const head: Head = {
    ...file,
    unitUid,
    source,
    readSha256: hash('sha256', `[${JSON.stringify(file.sha256)},${said},${written}]`),
    state: mustCorrect(problems) ? 'mustCorrect' : 'correct',
  };
  return [JSON.stringify(head), said, written].join('\n');
}

/** Every table of such lines, in order. */
export function* keptReturns(text: string): Generator<KeptReturn> {
  const lines = text.split('\n');
  for (let place = 0; place < lines.length; place += LINES) {
    const [head = '', said = '', problems = ''] = lines.slice(place, place + LINES);
    // Written above, in this form.
    yield { ...(JSON.parse(head) as Head), said, problems };
  }
}
