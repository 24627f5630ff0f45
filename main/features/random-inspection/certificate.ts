import { localDay, paperDay } from '#shared/calendar/days.ts';
import type { RandomDrawDetail } from '#shared/contract/random-draws.ts';
import {
  CERTIFICATE_FORMAT,
  type Certificate,
  certificateSchema,
} from '#shared/rules/random-inspection/certificate.ts';
import { drawStatusNames } from '#shared/rules/random-inspection/model.ts';
import { type Drawn, type FrozenPool, METHOD } from '#shared/rules/random-inspection/pool.ts';
import { continuedTables } from '#shared/rules/papers/continued-tables.ts';
import { formField, formLabel, formPair, formPaper } from '#shared/rules/papers/form-paper.ts';
import type { Paper, PaperCell, PaperTable } from '#shared/rules/papers/model.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import { paperSettings } from '#main/features/papers/index.ts';

const COLUMNS = [22, 34, 22, 34, 22, 34];
const RESULT_COLUMNS = [14, 26, 52, 40, 40];
const GROUP = 16;

/** 抽取证书: what was drawn from what and how, so that anybody can repeat it. */
export function certificatePaper(db: ReadStore, draw: RandomDrawDetail): Paper {
  const paper = formPaper(paperSettings(db).printer, '双随机抽查抽取证书', COLUMNS, headRows(draw));
  return { ...paper, body: [...paper.body, ...resultTables(draw)] };
}

function headRows(draw: RandomDrawDetail): PaperCell[][] {
  const { classes, leftOut, witnesses } = draw;
  const objectsOut = leftOut.filter(({ kind }) => kind === 'object').length;
  const classText = classes
    .map(({ name, count, available }) => `${name} ${available} 选 ${count}`)
    .join('；');
  return [
    [
      ...formPair('编号', draw.number),
      ...formPair('状态', drawStatusNames[draw.status]),
      ...formPair('抽查月份', draw.month),
    ],
    [...formPair('抽查计划', draw.planTitle, 3), ...formPair('方法', METHOD)],
    [...formPair('名单冻结', `${timeText(draw.frozenAt)} ${draw.frozenBy}`, 5)],
    [...formPair('抽取', draw.drawnAt === null ? '未抽取' : `${timeText(draw.drawnAt)} ${draw.drawnBy}`, 5)],
    [...formPair('可抽对象', `${draw.objects} 个(${classText})`, 5)],
    [
      ...formPair(
        '检查人员',
        `可抽 ${draw.inspectors} 名，每个对象 ${draw.perObject} 名；排除对象 ${objectsOut} 个、人员 ${leftOut.length - objectsOut} 名，原因见证书文件`,
        5,
      ),
    ],
    [...formPair('名单指纹', grouped(draw.fingerprint), 5)],
    ...witnesses.map(({ name, text }, place) => [
      ...formPair(`见证人 ${place + 1}`, name),
      ...formPair('输入', text, 3),
    ]),
    [...formPair('随机种子', draw.seed === '' ? '' : grouped(draw.seed), 5)],
    ...(draw.cancelReason === '' ? [] : [[...formPair('作废原因', draw.cancelReason, 5)]]),
    [
      ...formPair(
        '核对办法',
        '名单指纹是冻结名单的 SHA-256；随机种子是名单指纹和见证人输入的 SHA-256；对象和检查人员由种子唯一确定。持证书文件(.json)运行 verify-draw 命令，不需要数据库即可重抽核对。',
        5,
      ),
    ],
    [...formPair('抽取人\n签名', '', 2), ...formPair('见证人\n签名', '', 2)],
  ];
}

function resultTables({ targets }: RandomDrawDetail): PaperTable[] {
  if (targets.length === 0) return [];
  const rows = targets.map(({ className, name, place, inspectors }, at) => [
    formField(String(at + 1), 1, 'center'),
    formField(className),
    formField(name),
    formField(place),
    formField(inspectors.map((each) => each.name).join('、')),
  ]);
  const heads = ['序号', '类别', '检查对象', '所在地', '检查人员'].map((name) => formLabel(name));
  const table: PaperTable = {
    kind: 'table',
    caption: `抽取结果(${targets.length} 个)`,
    columns: RESULT_COLUMNS,
    headRows: 1,
    rows: [heads, ...rows],
    landscape: false,
  };
  return continuedTables(table, '抽取结果(续)');
}

interface DrawnPool {
  office: string;
  pool: FrozenPool;
  drawn: readonly Drawn[];
}

/** The file of a drawn pool, read as a third party will read it: what is written is certain to be understood. */
export function certificateFile(draw: RandomDrawDetail, { office, pool, drawn }: DrawnPool): Certificate {
  const { number, drawnAt, cancelReason, fingerprint, witnesses, seed } = draw;
  return certificateSchema.parse({
    format: CERTIFICATE_FORMAT,
    number,
    office,
    drawnAt: drawnAt === null ? '' : clockText(drawnAt),
    cancelled: cancelReason,
    pool,
    fingerprint,
    witnesses,
    seed,
    drawn,
  });
}

/** A long number in groups that can be compared by eye. */
function grouped(hex: string): string {
  return hex.match(new RegExp(`.{1,${GROUP}}`, 'gu'))?.join(' ') ?? '';
}

function timeText(instant: number): string {
  return `${paperDay(localDay(instant))} ${timeOf(instant)}`;
}

function clockText(instant: number): string {
  return `${localDay(instant)} ${timeOf(instant)}`;
}

function timeOf(instant: number): string {
  const time = new Date(instant);
  return [time.getHours(), time.getMinutes(), time.getSeconds()]
    .map((part) => String(part).padStart(2, '0'))
    .join(':');
}
