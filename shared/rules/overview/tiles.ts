import { shortDay } from '../../calendar/days.ts';
import type { Overview } from '../../contract/overview.ts';
import type { NumberLook } from '../reports/table.ts';
import { differenceText, NOTHING, percentOf, valueText } from '../reports/words.ts';
import type { OverviewFigure, OverviewFigureName } from './figures.ts';

/** One number of the overview in words. */
export interface OverviewTile {
  key: string;
  label: string;
  /** 12, 93.5%, — */
  value: string;
  unit: string;
  /** 同比 +2, 逾期 3 项; may be empty. */
  note: string;
  /** Somebody has to do something about it. */
  isAlarm: boolean;
  opens: { figure: OverviewFigureName } | { bodies: string; isLate: boolean };
  /** What the opened list is called. */
  behind: string;
}

/** All numbers, the fires first: the order in which a leader asks. */
export function overviewTiles(overview: Overview): OverviewTile[] {
  return [
    ...fireTiles(overview),
    ...hazardTiles(overview),
    ...workTiles(overview),
    ...waterTiles(overview),
    ...bodyTiles(overview),
  ];
}

function fireTiles({ figures, from, to, firesTo }: Overview): OverviewTile[] {
  const labels = {
    fires: `火灾起数${firesTo !== null && firesTo < to ? monthsWord(from, firesTo) : ''}`,
    deaths: '死亡',
    injuries: '受伤',
    loss: '直接财产损失',
  } as const;
  return (Object.keys(labels) as (keyof typeof labels)[]).map((name) => {
    const figure = figures[name];
    return tile(name, labels[name], figure, {
      note: firesTo === null ? '还没有报齐' : sameTimeNote(figure),
      isAlarm: name === 'deaths' && isSome(figure),
    });
  });
}

/** 同比 +2，去年 12; where nothing was recorded then, that is said. */
function sameTimeNote(figure: OverviewFigure): string {
  const { value, lastYear } = figure;
  if (value === null) return '';
  if (lastYear === null) return `同比 ${NOTHING}`;
  const look = lookOf(figure);
  return `同比 ${differenceText(value, lastYear, look)}，去年 ${valueText(lastYear, look)}`;
}

function hazardTiles({ figures }: Overview): OverviewTile[] {
  const { found, rectified, rectifiedRate, unrectified, findingsOverdue, listedOpen, listedOverdue, major } =
    figures;
  return [
    tile('found', '发现隐患', found, {
      note: `整改 ${valueText(rectified.value, rectified)} 处，重大隐患 ${valueText(major.value, major)} 处`,
    }),
    tile('rectifiedRate', '隐患整改率', rectifiedRate, {
      note: isSome(findingsOverdue)
        ? `逾期未整改 ${valueText(findingsOverdue.value, findingsOverdue)} 处`
        : '没有逾期未整改',
      isAlarm: isSome(findingsOverdue),
      opens: isSome(unrectified) ? 'unrectified' : 'rectifiedRate',
    }),
    tile('listedOpen', '挂牌督办未销案', listedOpen, {
      note: isSome(listedOverdue) ? `逾期 ${valueText(listedOverdue.value, listedOverdue)} 处` : '没有逾期',
      isAlarm: isSome(listedOverdue),
    }),
  ];
}

function workTiles({ figures }: Overview): OverviewTile[] {
  const { tasks, tasksDone, tasksOverdue, brigadeTowns, brigadesBuilt, brigadesBehind } = figures;
  return [
    tile('tasksOverdue', '任务逾期(不含隐患)', tasksOverdue, {
      note: `交办 ${valueText(tasks.value, tasks)} 项，办结 ${valueText(tasksDone.value, tasksDone)} 项`,
      isAlarm: isSome(tasksOverdue),
    }),
    tile('brigadesBuilt', '专职消防队执勤', brigadesBuilt, {
      note: brigadeNote(brigadeTowns.value ?? 0, brigadesBuilt.value ?? 0, brigadesBehind.value ?? 0),
      isAlarm: isSome(brigadesBehind),
    }),
  ];
}

function brigadeNote(towns: number, built: number, behind: number): string {
  if (towns === 0) return '没有全国重点镇';
  const rate = `全国重点镇 ${towns} 个，建成 ${percentOf(built, towns)}`;
  return behind === 0 ? rate : `${rate}，滞后 ${behind}`;
}

function waterTiles({ figures }: Overview): OverviewTile[] {
  const { hydrants, hydrantsGood, hydrantsNotGood, hydrantRate, waterOverdue } = figures;
  const state = `完好 ${valueText(hydrantsGood.value, hydrantsGood)}，共 ${valueText(hydrants.value, hydrants)} 个`;
  const overdue = isSome(waterOverdue) ? `，检查到期 ${valueText(waterOverdue.value, waterOverdue)}` : '';
  return [
    tile('hydrantRate', '消火栓完好率', hydrantRate, {
      note: isSome(hydrants) ? `${state}${overdue}` : '还没有登记消火栓',
      isAlarm: isSome(waterOverdue),
      opens: isSome(hydrantsNotGood) ? 'hydrantsNotGood' : 'hydrantRate',
      behind: isSome(hydrantsNotGood) ? '不完好的消火栓' : '消火栓',
    }),
  ];
}

/** The first two kinds: those that every township sets up by the deadline. */
function bodyTiles({ bodies }: Overview): OverviewTile[] {
  return bodies.slice(0, 2).map(({ kindUid, name, total, established, late, dueOn }) => ({
    key: kindUid,
    label: `${name}挂牌`,
    value: `${established}/${total}`,
    unit: '',
    note:
      late > 0
        ? `逾期 ${late} 个，期限 ${shortDay(dueOn)}`
        : `${percentOf(established, total)}，期限 ${shortDay(dueOn)}`,
    isAlarm: late > 0,
    opens: { bodies: kindUid, isLate: late > 0 },
    behind: name,
  }));
}

interface TileSetup {
  note: string;
  isAlarm?: boolean;
  opens?: OverviewFigureName;
  behind?: string;
}

function tile(
  key: OverviewFigureName,
  label: string,
  figure: OverviewFigure,
  { note, isAlarm = false, opens = key, behind = label }: TileSetup,
): OverviewTile {
  const unit = figure.unit === '%' ? '' : figure.unit;
  return {
    key,
    label,
    value: valueText(figure.value, lookOf(figure)),
    unit,
    note,
    isAlarm,
    opens: { figure: opens },
    behind,
  };
}

/** (1—10月): up to where they are reported. */
function monthsWord(from: string, to: string): string {
  const [first, last] = [Number(from.slice(5, 7)), Number(to.slice(5, 7))];
  return first === last ? `(${last}月)` : `(${first}—${last}月)`;
}

/** Nobody reads more digits at a glance. */
function lookOf({ unit, places }: OverviewFigure): NumberLook {
  return { unit, places: Math.min(places, unit === '%' ? 1 : 2) };
}

function isSome({ value }: OverviewFigure): boolean {
  return value !== null && value > 0;
}
