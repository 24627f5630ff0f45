import type { PaperRun } from '#shared/rules/papers/model.ts';
import { element } from './element.ts';

/** Runs as text and spans. A field that is still open shows its name in brackets. */
export function runNodes(runs: readonly PaperRun[]): (string | Node)[] {
  return runs.map((run) => {
    const isOpen = run.field !== undefined && run.text === '';
    const text = isOpen ? `【${run.field}】` : run.text;
    const names = [...(isOpen ? ['openField'] : []), ...(run.bold === true ? ['bold'] : [])];
    return names.length === 0 ? text : element('span', names, text);
  });
}
