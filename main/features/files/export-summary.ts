import { askedWords, uidsToName } from '#shared/rules/history/asked-words.ts';
import { type Tally, tallyWords } from '#shared/rules/history/tally.ts';
import type { ServiceContext } from '#main/core/dispatch/context.ts';

/**
 * What the log says of a file that left the program: its name, what was asked for, how much it holds, its hash.
 * @param hash SHA-256 of the file, or of the listing of a folder
 */
export async function exportSummary(
  { core, caller, asked }: ServiceContext,
  { name, tally, hash }: { name: string; tally: Tally; hash: string },
): Promise<string> {
  const uids = uidsToName(asked.input);
  const names =
    uids.length === 0 ? [] : ((await core.read('history.namesOf', { uids }, caller)) as NamePair[]);
  const words = askedWords(asked.operation, asked.input, new Map(names));
  return [name, words === '' ? '' : `条件：${words}`, tallyWords(tally), `SHA-256 ${hash}`]
    .filter((part) => part !== '')
    .join('；');
}

type NamePair = [uid: string, name: string];
