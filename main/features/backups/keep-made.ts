import type { RecordedEvent } from '#main/core/threads/protocol.ts';
import type { Made } from './jobs.ts';
import { keepState, readState } from './state-file.ts';

/**
 * Keeps for the page how a backup went.
 * @param now when it was begun: instant, UTC milliseconds
 * @returns what belongs into the log; null where nothing was made and nothing new went wrong
 */
export async function keepMade(
  dataFolder: string,
  { name, isNew, second, problem }: Made,
  now: number,
  label: string,
): Promise<RecordedEvent | null> {
  const before = await readState(dataFolder);
  await keepState(dataFolder, { problem, secondAt: second === true ? now : before.secondAt });
  if (!isNew && (problem === null || problem === before.problem)) return null;
  const outcome = problem === null ? 'done' : 'failed';
  return { name: 'backups.make', label, summary: problem ?? name, outcome };
}
