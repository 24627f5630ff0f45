import type { ExactVariables, Scope } from './exact-variables.ts';
import type { Frame } from './frame.ts';
import { type LinearModel, UNBOUNDED } from './linear-model.ts';

/** People of one county go into another only where nobody comes from there into theirs. */
export function addMutualCounties(
  model: LinearModel,
  frame: Frame,
  { kept }: Scope,
  { teamDays }: ExactVariables,
): void {
  const sent = keptPairs(frame, kept);
  const sends = new Map<string, number>();
  const senders: { pair: string; reverse: string; goes: number; there: number }[] = [];
  for (const { there, goes } of teamDays) {
    for (const { person, column } of goes.values()) {
      const home = person.homeCountyId;
      if (home === null) continue;
      for (const [countyId, county] of there) {
        if (countyId === home) continue;
        senders.push({
          pair: pairKey(home, countyId),
          reverse: pairKey(countyId, home),
          goes: column,
          there: county,
        });
      }
    }
  }
  const possible = new Set([...sent, ...senders.map(({ pair }) => pair)]);
  for (const { pair, reverse, goes, there } of senders) {
    if (!possible.has(reverse)) continue;
    const column = sends.get(pair) ?? newSending(pair, reverse);
    model.row(
      -UNBOUNDED,
      [
        [goes, 1],
        [there, 1],
        [column, -1],
      ],
      1,
    );
  }

  function newSending(pair: string, reverse: string): number {
    const column = model.choice();
    if (sent.has(reverse)) model.fix(column, 0);
    sends.set(pair, column);
    const other = sends.get(reverse);
    if (other !== undefined) {
      model.row(
        0,
        [
          [column, 1],
          [other, 1],
        ],
        1,
      );
    }
    return column;
  }
}

function keptPairs({ problem }: Frame, kept: Scope['kept']): Set<string> {
  const homes = new Map(problem.inspectors.map(({ id, homeCountyId }) => [id, homeCountyId]));
  return new Set(
    kept.flatMap(({ countyId, inspectorIds }) =>
      inspectorIds.flatMap((id) => {
        const home = homes.get(id) ?? null;
        return home === null ? [] : [pairKey(home, countyId)];
      }),
    ),
  );
}

const pairKey = (home: string, countyId: string): string => `${home}\n${countyId}`;
