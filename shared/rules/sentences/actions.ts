import { ahead, alt, many, map, meaning, not, optional, type Parser, seq } from './combinators.ts';
import { startingWith, within, words } from './combinators.ts';
import { dash, number, percentage } from './numbers.ts';

/* What a sentence does to the score: 扣2-6分, 不得分, 得2分, 加1分, 按落实情况评分, 一票否决. */

export interface Range {
  min: number;
  max: number;
}

export interface Action {
  type: 'action';
  does: 'deduct' | 'award' | 'bonus';
  /** The points; several where they go to several cases in turn. Empty: 扣分, without figures. */
  amounts: Range[];
  /** All points of the item, or a part of them. */
  share: number | null;
  /** 扣0.5分/次. */
  unit: string | null;
  /** 从总分中. */
  isFromTotal: boolean;
  /** 各扣1分. */
  isForEach: boolean;
}

/** 不扣分. */
export interface Nothing {
  type: 'nothing';
}

/** 按落实情况评分: points are given by judgement. */
export interface Judged {
  type: 'judged';
}

/** 按比例扣分. */
export interface Proportional {
  type: 'proportional';
  isCalculation: boolean;
}

/** 加倍扣分, 减半扣分. */
export interface Multiplied {
  type: 'multiplied';
  by: number;
}

export interface Veto {
  type: 'veto';
  effect: 'zeroTotal' | 'lowestGrade' | 'deductAndLimit' | null;
}

/** 分 that means points: not 分钟, 分管, 分之, 分别. */
const points: Parser<string> = map(
  seq<[string, null]>(words('分'), not(words('钟 管 之 别 工 类 批 期'))),
  ([word]) => word,
);
/** 2, 2-6, 1分至3分; the last 分 stands behind the whole. */
const range: Parser<Range & { isClosed: boolean }> = map(
  seq<[number, [unknown, string, number] | null, string | null]>(
    number,
    optional(seq<[unknown, string, number]>(optional(points), dash, number)),
    optional(points),
  ),
  ([first, second, closing]) => {
    const max = second === null ? first : second[2];
    return max < first ? null : { min: first, max, isClosed: closing !== null };
  },
);

const listed = words('、 和');
const listedOpen = words('、 , 和');
/** 3分, 2-6分, 5、6、7分, 3分、1分. */
export const amounts: Parser<Range[]> = startingWith(range.starts, (text, at) => {
  const found: Range[] = [];
  let to = at;
  let isClosed = true;
  for (let next = range(text, to); next !== null; ) {
    found.push({ min: next.value.min, max: next.value.max });
    ({ to } = next);
    ({ isClosed } = next.value);
    // A comma also parts the sentence; only 5,6,7分 goes on behind it.
    const separator = (isClosed ? listed : listedOpen)(text, to);
    next = separator === null ? null : range(text, separator.to);
    if (next === null) break;
  }
  return isClosed && found.length > 0 ? { value: found, to } : null;
});

const item = words('本项 该项 此项 本小项 该小项 本条 该条 单项 整项 其 本指标 该指标');
const total =
  words(`总分 考核总分 总得分 考核分 考核得分 目标考核总分 年度考核总分 年终考核总分 总成绩 年度考核分
    年终考核分 考评总分 考评分 综合得分`);
const ofItem = words('分值 标准分 分数 得分 基础分 总分值 应得分 基本分 权重分');
const fromTotal: Parser<true> = map(
  seq<[unknown, string, unknown]>(optional(words('从 在 由 按')), total, optional(words('中 里 内 上'))),
  (): true => true,
);

const lead = many(words('再 另 另行 并 各 均 一律 直接 予以 给予 加 相应 则 可 共'));
const taking = words('扣除 扣减 扣掉 扣去 倒扣 扣罚 扣 减去 核减 减扣 减');
const perUnit = optional(
  map(
    seq<[string, string]>(
      words('/ 每'),
      words('次 起 处 项 个 名 人 份 篇 条 件 家 户 栋 座 辆 台 套 场 例 宗 回 岗 站 天 日 队 人次 部'),
    ),
    ([, of]) => of,
  ),
);

type Taken = Pick<Action, 'amounts' | 'share' | 'unit'>;

const noAction = { amounts: [], share: null, unit: null, isFromTotal: false, isForEach: false } as const;

const shareOfItem: Parser<number> = alt(
  map(
    seq<[unknown, string, unknown, number]>(optional(item), ofItem, optional(words('的')), percentage),
    ([, , , value]) => value / 100,
  ),
  map(
    seq<[unknown, number, unknown, unknown, string]>(
      optional(item),
      percentage,
      optional(words('的')),
      optional(item),
      alt(ofItem, points),
    ),
    ([, value]) => value / 100,
  ),
  map(
    seq<[unknown, unknown, string]>(optional(item), optional(ofItem), words('的一半 一半 一半分')),
    () => 0.5,
  ),
  map(
    seq<[string, unknown, unknown]>(
      words('完 除 全部 全 光'),
      optional(item),
      alt(seq(optional(words('全部')), alt(ofItem, points)), seq(optional(words('的')), words('全部分 分'))),
    ),
    () => 1,
  ),
  map(seq<[string, string, unknown]>(item, words('全部 所有 全'), alt(ofItem, points)), () => 1),
);

/** 扣3分, 从总分中扣20分, 扣考核分2分, 扣0.5分/次, 扣完本项分值; 扣分 alone. */
const deduct: Parser<Action> = map(
  seq<[true | null, string[], string, true | null, Taken]>(
    optional(fromTotal),
    lead,
    taking,
    optional(fromTotal),
    alt<Taken>(
      map(
        seq<[unknown, unknown, Range[], string | null]>(
          optional(item),
          optional(alt(ofItem, points)),
          amounts,
          perUnit,
        ),
        ([, , found, unit]) => ({ amounts: found, share: null, unit }),
      ),
      map(shareOfItem, (share) => ({ amounts: [], share, unit: null })),
      map(seq<[unknown, string, unknown]>(optional(item), points, optional(words('处理'))), () => ({
        amounts: [],
        share: null,
        unit: null,
      })),
    ),
  ),
  ([before, leads, verb, behind, rest]) =>
    verb.startsWith('减') && rest.amounts.length === 0
      ? null
      : {
          type: 'action',
          does: 'deduct',
          ...rest,
          isFromTotal: (before ?? behind) === true,
          isForEach: leads.includes('各'),
        },
);

/** 不得分, 计0分, 得零分, 零分. */
const zero: Parser<Action> = map(
  alt<unknown>(
    seq(
      optional(item),
      words('不 不予 一律不 均不 不能 则不 不可 不应'),
      words('得 计 记 给'),
      optional(item),
      points,
    ),
    seq(
      optional(item),
      optional(words('得 计 记 给 为 按 记为 计为 扣为 判')),
      words('0 零'),
      points,
      optional(words('计 处理 计算')),
    ),
    seq(optional(item), words('全扣 全部扣除 全部扣完 分值全扣 分值扣完 不计得分')),
  ),
  () => ({ ...noAction, type: 'action', does: 'deduct', share: 1, amounts: [] }),
);

const giveLead = many(words('可 应 均 各 即 则 才 方 可以 本项 该项 此项'));
/** 得2分, 记2分, 得满分. */
const award: Parser<Action> = map(
  seq<[string[], string, unknown, { amounts: Range[]; share: number | null }]>(
    giveLead,
    words('得 计 记 给 赋 获得 给予 获 得到 计入 记为 计为'),
    optional(item),
    alt<Pick<Action, 'amounts' | 'share'>>(
      map(amounts, (found) => ({ amounts: found, share: null })),
      map(words('满分 全分 全部分值 全部分 基本分 基础分 基准分 标准分 本项分 该项分 分值'), () => ({
        amounts: [],
        share: 1,
      })),
      map(shareOfItem, (share) => ({ amounts: [], share })),
    ),
  ),
  ([leads, , , rest]) => ({
    ...noAction,
    ...rest,
    type: 'action',
    does: 'award',
    isForEach: leads.includes('各'),
  }),
);

const bonusLead = many(words('再 另 另外 可 各 额外 给予 予以 均 直接 在总分中'));
const adding = words('加记 加计 奖励 奖 加 追加 增加 额外加 加分 附加');
/** 加1分, 奖3分, 给予2分加分; 加分 alone. */
const bonus: Parser<Action> = map(
  alt<[string[], Range[], string | null]>(
    map(
      seq<[string[], string, unknown, Range[], string | null]>(
        bonusLead,
        adding,
        optional(words('总分 考核分 分值')),
        amounts,
        perUnit,
      ),
      ([leads, , , found, unit]) => [leads, found, unit],
    ),
    map(
      seq<[string[], string, Range[], unknown, string]>(
        many(words('再 另 另外 可 各 均')),
        words('给予 予以 给 奖励 奖 获 获得'),
        amounts,
        optional(words('的')),
        words('加分 奖励 奖励分 奖分'),
      ),
      ([leads, , found]) => [leads, found, null],
    ),
    map(seq<[string[], string, null]>(bonusLead, words('加分 奖分'), not(words('项 值'))), ([leads]) => [
      leads,
      [],
      null,
    ]),
  ),
  ([leads, found, unit]) => ({
    ...noAction,
    type: 'action',
    does: 'bonus',
    amounts: found,
    unit,
    isForEach: leads.includes('各'),
  }),
);

export const nothing: Parser<Nothing> = map(words('不扣分 不减分 不予扣分 不作扣分 不扣 不计'), () => ({
  type: 'nothing',
}));

export const action: Parser<Action> = alt(zero, deduct, bonus, award);

const STANDARD = words('情况 程度 进度 成效 质量 效果 情节 水平 实绩 表现 业绩 轻重');
const judging =
  words(`评分 打分 计分 给分 得分 赋分 记分 评定 综合评分 酌情评分 酌情给分 酌情计分 评定得分 评定分数
    酌情打分 确定得分 综合打分 分档计分 酌情得分 核分 评议打分 综合评定 考评打分 酌情记分 酌情赋分`);
const by = words('按 按照 根据 视 依据 依 结合 对照');
const byStandard = seq(
  by,
  within(14, ',;、()扣得计记加奖减', STANDARD),
  many(words('和 及 与 好坏 轻重 高低 优劣')),
);

/** 按落实情况评分, 酌情给分, 综合评分. */
export const judged: Parser<Judged> = map(
  alt<unknown>(
    seq(byStandard, optional(words(',')), judging),
    seq(
      words('酌情 综合 视情 由考核组 由检查组 现场'),
      optional(words('酌情 综合')),
      words('评分 打分 给分 计分 得分 赋分 记分 评定得分'),
    ),
  ),
  () => ({ type: 'judged' }),
);

/** 酌情, 视情节轻重, 根据完成情况: only in front of what is done to the score. */
export const manner: Parser<{ type: 'manner' }> = map(
  seq<[unknown, unknown, null]>(
    alt<unknown>(
      words('酌情 视情 酌量 适当 适量 斟酌 酌情予以 视情予以 适当予以 酌情给予 视情给予'),
      byStandard,
    ),
    optional(words(', 酌情 分别 予以 给予 适当')),
    ahead(words('扣 减 加 得 给 计 奖 倒扣 予以 给予 赋 记 从总分 可')),
  ),
  () => ({ type: 'manner' }),
);

/** 按比例扣分, 按完成比例得分; 按比例计算 says how another rule counts. */
export const proportional: Parser<Proportional> = map(
  seq<[unknown, unknown, string]>(
    alt<unknown>(
      words('按比例 按相应比例 同比例 等比例 按百分比'),
      seq(by, within(8, ',;、()扣得计记加奖减', words('比例 百分比 率'))),
    ),
    optional(words('相应 折算 予以 进行')),
    words('扣分 扣减 扣除 扣 得分 计分 给分 折算得分 折算 计算 计算得分 计 记分 赋分 扣减得分 换算'),
  ),
  ([, , how]) => ({ type: 'proportional', isCalculation: how === '计算' || how === '计' }),
);

export const multiplied: Parser<Multiplied> = map(
  seq<[unknown, number, string]>(
    optional(words('予以 给予 按')),
    meaning([
      [2, '加倍 双倍 翻倍 两倍'],
      [0.5, '减半 折半'],
    ]),
    words('扣分 扣 扣除 扣减 处罚 加分 计算 计分 计'),
  ),
  ([, by_]) => ({ type: 'multiplied', by: by_ }),
);

const lowest = words('不合格 不达标 不合格等次 不达标等次 最低等次 不合格单位 不称职 差 较差 末等');
const best = words('优秀 优 优秀等次 先进 优秀单位 先进单位 良好以上 一等奖 一等');

/** 一票否决, 直接判定为不合格, 总分计0分, 不得评为优秀. */
export const veto: Parser<Veto> = alt<Veto>(
  map(
    seq(
      total,
      optional(words('直接 一律 按')),
      optional(words('记 计 为 得 记为 计为 扣为 判为 按 清 归')),
      words('0 零'),
      optional(points),
      optional(words('计 处理')),
    ),
    () => ({ type: 'veto', effect: 'zeroTotal' }),
  ),
  map(
    seq(
      optional(
        words('年度考核 考核结果 考评结果 当年考核 当期 本年度考核 考核等次 考核 年终考核 年度考核结果'),
      ),
      optional(words('直接 一律 应当 均 可 应')),
      words('判定为 评定为 认定为 定为 评为 列为 确定为 判为 按 为 视为 降为 确定 判定 评定'),
      lowest,
      optional(words('处理 等次 论处')),
    ),
    () => ({ type: 'veto', effect: 'lowestGrade' }),
  ),
  map(
    alt<unknown>(
      seq(
        words('不得 不能 不可 不予 不再 一律不得 取消'),
        optional(words('被 年度 当年 本年度 考核')),
        optional(words('评为 评定为 评 确定为 定为 参评 评选 列为 参加')),
        optional(words('年度 当年 考核')),
        best,
        optional(words('资格 的资格')),
      ),
      seq(
        optional(words('取消 不得 不能 一律取消')),
        optional(words('年度 当年 其')),
        words('评优评先资格 评先评优资格 评优资格 评先资格 评优 评先'),
      ),
    ),
    () => ({ type: 'veto', effect: 'deductAndLimit' }),
  ),
  map(
    seq(
      optional(words('实行 实施 执行 予以 给予 按 直接')),
      words('一票否决'),
      optional(words('制 处理 权')),
    ),
    () => ({ type: 'veto', effect: null }),
  ),
);
