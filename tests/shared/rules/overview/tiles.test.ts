import { describe, expect, it } from 'vitest';
import type { Overview } from '#shared/contract/overview.ts';
import {
  type OverviewFigure,
  overviewFigureNames,
  type OverviewFigures,
} from '#shared/rules/overview/figures.ts';
import { type OverviewTile, overviewTiles } from '#shared/rules/overview/tiles.ts';

const nothing: OverviewFigure = { value: 0, lastYear: null, unit: '项', places: 0 };

function shown(
  figures: Partial<OverviewFigures>,
  bodies: Overview['bodies'] = [],
): Map<string, OverviewTile> {
  const all = Object.fromEntries(overviewFigureNames.map((name) => [name, figures[name] ?? nothing]));
  const overview: Overview = {
    from: '2026-01-01',
    to: '2026-12-31',
    county: null,
    counties: [],
    firesTo: '2026-12-31',
    figures: all as OverviewFigures,
    bodies,
    scores: null,
    months: [],
    hazards: [],
  };
  return new Map(overviewTiles(overview).map((tile) => [tile.key, tile]));
}

describe('the numbers of the overview in words', () => {
  it('tells fires beside those of a year ago', () => {
    const fires = { value: 12, lastYear: 10, unit: '起', places: 0 };
    expect(shown({ fires }).get('fires')).toMatchObject({
      value: '12',
      unit: '起',
      note: '同比 +2，去年 10',
    });
  });

  it('compares with no year in which nothing was recorded', () => {
    expect(shown({ fires: { ...nothing, value: 3 } }).get('fires')?.note).toBe('同比 —');
  });

  it('writes a dash, never a 0, for what is not known', () => {
    const tile = shown({ fires: { ...nothing, value: null } }).get('fires');
    expect([tile?.value, tile?.note]).toEqual(['—', '']);
  });

  it('raises the alarm for a death, for what is overdue and for bodies that are late, and for nothing else', () => {
    const body = {
      kindUid: 'k',
      name: '消防工作站',
      dueOn: '2026-10-31',
      total: 96,
      established: 80,
      days: [],
    };
    const quiet = shown({}, [{ ...body, late: 0 }]);
    expect([...quiet.values()].filter(({ isAlarm }) => isAlarm)).toEqual([]);
    const some = { ...nothing, value: 1 };
    const loud = shown(
      { deaths: some, findingsOverdue: some, tasksOverdue: some, listedOverdue: some, brigadesBehind: some },
      [{ ...body, late: 16 }],
    );
    expect([...loud.values()].filter(({ isAlarm }) => isAlarm).map(({ key }) => key)).toEqual([
      'deaths',
      'rectifiedRate',
      'listedOpen',
      'tasksOverdue',
      'brigadesBuilt',
      'k',
    ]);
    expect(loud.get('k')).toMatchObject({ value: '80/96', note: '逾期 16 个，期限 10月31日' });
  });

  it('opens the unrectified hazards from the rate of rectification, as long as there are some', () => {
    expect(shown({ unrectified: { ...nothing, value: 2 } }).get('rectifiedRate')?.opens).toEqual({
      figure: 'unrectified',
    });
    expect(shown({}).get('rectifiedRate')?.opens).toEqual({ figure: 'rectifiedRate' });
  });

  it('opens the hydrants that are not in order from their rate, as long as there are some', () => {
    expect(shown({ hydrantsNotGood: { ...nothing, value: 2 } }).get('hydrantRate')).toMatchObject({
      opens: { figure: 'hydrantsNotGood' },
      behind: '不完好的消火栓',
    });
    expect(shown({}).get('hydrantRate')?.opens).toEqual({ figure: 'hydrantRate' });
  });
});
