import { askedWords, type NamesByUid, uidsToName } from '#shared/rules/history/asked-words.ts';
import { type Tally, tallyWords } from '#shared/rules/history/tally.ts';
import type { ServiceContext } from '#main/core/dispatch/context.ts';

interface HandedOut {
  name: string;
  tally: Tally;
  /** SHA-256 of the file, or of the listing of a folder. */
  hash: string;
}

/** What the log says of a file that left the program: its name, what was asked for, how much it holds, its hash. */
export async function exportSummary(
  { core, caller, asked }: ServiceContext,
  handedOut: HandedOut,
): Promise<string> {
  const uids = uidsToName(asked.input);
  const names =
    uids.length === 0 ? [] : ((await core.read('history.namesOf', { uids }, caller)) as NamePair[]);
  return exportWords(asked, new Map(names), handedOut);
}

export function exportWords(
  asked: ServiceContext['asked'],
  names: NamesByUid,
  { name, tally, hash }: HandedOut,
): string {
  const words = askedWords(asked.operation, asked.input, names);
  return [name, words === '' ? '' : `条件：${words}`, tallyWords(tally), `SHA-256 ${hash}`]
    .filter((part) => part !== '')
    .join('；');
}

type NamePair = [uid: string, name: string];
