import { paperDay } from '../../calendar/days.ts';
import { announcedWord, shareText } from '../campaigns/words.ts';
import type { ResultCounts } from '../findings/add-up.ts';
import { rankByRate } from '../findings/rank-counties.ts';
import { bodyCell, bodyRuns, bodyText } from '../papers/blank-paper.ts';
import type { PaperBlock, PaperTable } from '../papers/model.ts';
import { placeParts } from '../papers/place-parts.ts';
import { FIGURE_SCALE } from './model.ts';

type Named = ResultCounts & { name: string };

/** All that a 督查通报 is made from; what is empty or 0 is not spoken of. */
export interface InspectionFacts {
  title: string;
  /** The paper that the campaign goes back to. */
  document: string;
  isAnnounced: boolean;
  today: string;
  /** Of what was visited. */
  firstDay: string;
  lastDay: string;
  places: number;
  counties: readonly string[];
  teams: readonly { name: string; counties: readonly string[] }[];
  /** In ten-thousandths. */
  figures: readonly { name: string; unit: string; value: number }[];
  total: ResultCounts;
  byCounty: readonly Named[];
  byTrade: readonly Named[];
  swept: readonly { name: string; sites: number; visited: number }[];
  major: readonly FactOfPlace[];
  repeated: readonly (FactOfPlace & { earlierOn: string })[];
  /** The latest day until which anything is still owed. */
  lastDueOn: string | null;
}

interface FactOfPlace {
  countyName: string;
  place: string;
  what: string;
  isRectified: boolean;
}

/** The body of the circular's template with what the inspection has come to in its places. */
export function inspectionCircularBody(
  template: readonly PaperBlock[],
  facts: InspectionFacts,
): PaperBlock[] {
  return placeParts(template, [
    { place: '基本情况', blocks: factBlocks(facts) },
    { place: '存在的问题', blocks: problemBlocks(facts) },
    { place: '工作要求', blocks: demandBlocks(facts) },
  ]);
}

function factBlocks(facts: InspectionFacts): PaperBlock[] {
  const sentences = [
    openingSentence(facts),
    teamsSentence(facts),
    figuresSentence(facts),
    progressSentence(facts),
    sweptSentence(facts),
  ];
  return [...sentences.filter((text) => text !== '').map(bodyText), ...rankingBlocks(facts)];
}

function openingSentence(facts: InspectionFacts): string {
  const { title, document, isAnnounced, firstDay, lastDay, places, counties, teams } = facts;
  const source = document === '' ? '' : `根据${document}，`;
  const days = firstDay === lastDay ? paperDay(firstDay) : `${paperDay(firstDay)}至${paperDay(lastDay)}`;
  const organized = teams.length === 0 ? '' : `组织${teams.length}个检查组，`;
  const where = counties.length === 0 ? '' : `${counties.join('、')}的`;
  const way = `以${announcedWord(isAnnounced)}方式`;
  return `${source}${days}，我办${organized}${way}对${where}${places}个督查对象开展了${title}。`;
}

function teamsSentence({ teams }: InspectionFacts): string {
  const told = teams.filter(({ counties }) => counties.length > 0);
  if (told.length < 2) return '';
  return `${told.map(({ name, counties }) => `${name}检查${counties.join('、')}`).join('；')}。`;
}

function figuresSentence({ figures }: InspectionFacts): string {
  const counted = figures.filter(({ value }) => value > 0);
  if (counted.length === 0) return '';
  return `督查中，共${counted.map(({ name, unit, value }) => `${name}${value / FIGURE_SCALE}${unit}`).join('，')}。`;
}

function progressSentence({ total, today }: InspectionFacts): string {
  const { found, major, rectified, overdue } = total;
  if (found === 0) return '';
  return (
    `截至${paperDay(today)}，登记问题隐患${found}处${major === 0 ? '' : `，其中重大火灾隐患${major}处`}；` +
    `已整改${rectified}处，整改率${shareText(rectified, found)}${overdue === 0 ? '' : `，逾期未整改${overdue}处`}。`
  );
}

function sweptSentence({ swept }: InspectionFacts): string {
  const asked = swept.filter(({ sites }) => sites > 0);
  if (asked.length === 0) return '';
  const kinds = asked.map(
    ({ name, sites, visited }) => `${name}在册${sites}家，已督查${visited}家，占${shareText(visited, sites)}`,
  );
  return `按要求逐一督查的，${kinds.join('；')}。`;
}

const rankingColumns = [
  ['名次', 9],
  ['县（市、区）', 24],
  ['发现（处）', 16],
  ['其中重大', 14],
  ['已整改', 12],
  ['逾期', 11],
  ['整改率', 14],
] as const;

function rankingBlocks({ byCounty, title }: InspectionFacts): PaperBlock[] {
  const ranked = rankByRate(byCounty);
  if (ranked.length === 0) return [];
  const table: PaperTable = {
    kind: 'table',
    caption: `${title}各县（市、区）整改情况`,
    columns: rankingColumns.map(([, share]) => share),
    headRows: 1,
    rows: [
      rankingColumns.map(([heading]) => bodyCell(heading, 'center', true)),
      ...ranked.map(({ rank, name, found, major, rectified, overdue }) =>
        [rank, name, found, major, rectified, overdue, shareText(rectified, found)].map((value, place) =>
          bodyCell(String(value), place === 1 ? 'left' : 'center'),
        ),
      ),
    ],
    landscape: false,
  };
  const rule =
    '各县（市、区）按整改率由高到低排列，整改率相同的名次相同，其后名次顺延；没有发现问题的不列入。';
  return [bodyText(rule), table];
}

const TRADES_NAMED = 3;

function problemBlocks({ total, byTrade, byCounty, major, repeated }: InspectionFacts): PaperBlock[] {
  if (total.found === 0) return [bodyText('督查中没有登记问题隐患。')];
  const late = byCounty.filter(({ overdue }) => overdue > 0);
  return [
    ...tradesSentence(byTrade),
    ...listed('重大火灾隐患', major.map(majorWords)),
    ...listed(
      '重复出现的问题',
      repeated.map((again) => `${placeWords(again)}，${paperDay(again.earlierOn)}已发现同类问题`),
    ),
    ...(late.length === 0
      ? []
      : [
          bodyRuns(
            { text: '逾期未整改的：', bold: true },
            { text: `${late.map(({ name, overdue }) => `${name}${overdue}处`).join('、')}。` },
          ),
        ]),
  ];
}

function tradesSentence(byTrade: readonly Named[]): PaperBlock[] {
  if (byTrade.length < 2) return [];
  const most = byTrade.toSorted((one, other) => other.found - one.found).slice(0, TRADES_NAMED);
  const words = most.map(({ name, found }) => `${name}（${found}处）`).join('、');
  return [bodyText(`从行业看，发现问题较多的是${words}。`)];
}

function majorWords(finding: FactOfPlace): string {
  return `${placeWords(finding)}${finding.isRectified ? '（已整改）' : '（未整改）'}`;
}

function placeWords({ countyName, place, what }: FactOfPlace): string {
  return `${countyName}${place}：${what}`;
}

/** More make no circular, but an attachment. */
const NAMED = 30;

/** A bold head with the number of all, and numbered lines below it. */
function listed(head: string, lines: readonly string[]): PaperBlock[] {
  if (lines.length === 0) return [];
  const count = lines.length > NAMED ? `共${lines.length}处，列出前${NAMED}处` : `${lines.length}处`;
  return [
    bodyRuns({ text: `${head}（${count}）：`, bold: true }),
    ...lines.slice(0, NAMED).map((line, index) => bodyText(`${index + 1}.${line}。`)),
  ];
}

/** What is open is to be put right in its time; until when to report is for the office to say. */
function demandBlocks({ total, major, lastDueOn }: InspectionFacts): PaperBlock[] {
  const { found, rectified, overdue } = total;
  if (found === rectified) return [];
  const until = lastDueOn === null ? '' : `，最晚${paperDay(lastDueOn)}前`;
  const openMajor = major.filter(({ isRectified }) => !isRectified).length;
  return [
    bodyText(
      `对尚未整改合格的${found - rectified}处问题隐患，各责任单位要落实整改责任、措施、资金、时限和预案，在各自整改时限内${until}整改到位。`,
    ),
    ...(overdue === 0 ? [] : [bodyText(`逾期未整改的${overdue}处，要立即整改。`)]),
    ...(openMajor === 0
      ? []
      : [bodyText(`未整改的${openMajor}处重大火灾隐患，整改期间要落实防范措施，确保安全。`)]),
    bodyRuns({ text: '整改情况请于' }, { text: '', field: '反馈时限' }, { text: '前书面报我办。' }),
  ];
}
