import type { PaperBlock, PaperRun } from '../papers/model.ts';

const TOPIC = '议题';
const DECISION = '议定事项';

/**
 * The body of minutes from that of their template: what the template says of one topic is said of each agenda item,
 * with the place of what was decided left open, each of several under a name of its own: places of one name are filled
 * together. Without agenda the template stays as it is.
 */
export function minutesBody(template: readonly PaperBlock[], topics: readonly string[]): PaperBlock[] {
  const first = template.findIndex((block) => holds(block, TOPIC));
  const last = template.findLastIndex((block) => holds(block, TOPIC) || holds(block, DECISION));
  if (first === -1 || topics.length === 0) return [...template];
  const pattern = template.slice(first, last + 1);
  return [
    ...template.slice(0, first),
    ...topics.flatMap((topic, index) => {
      const decision = topics.length === 1 ? DECISION : `${DECISION}${index + 1}`;
      return pattern.map((block) => withTopic(block, topic, decision));
    }),
    ...template.slice(last + 1),
  ];
}

function holds(block: PaperBlock, field: string): boolean {
  return 'runs' in block && block.runs.some((run) => run.field === field);
}

function withTopic(block: PaperBlock, topic: string, decision: string): PaperBlock {
  if (!('runs' in block)) return block;
  const fill = (run: PaperRun): PaperRun => {
    if (run.field === TOPIC) return { text: topic };
    return run.field === DECISION ? { ...run, field: decision } : run;
  };
  return { ...block, runs: block.runs.map(fill) };
}

/** The decided items that are marked in a text, each once, in their order. */
export function markedResolutions(body: readonly PaperBlock[]): string[] {
  const uids = new Set<string>();
  for (const block of body) {
    if (!('runs' in block)) continue;
    for (const { resolution } of block.runs) if (resolution !== undefined) uids.add(resolution);
  }
  return [...uids];
}
