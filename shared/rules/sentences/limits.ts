import { alt, many, map, optional, type Parser, seq, textOf, within, words } from './combinators.ts';
import { number } from './numbers.ts';

/* How far a score goes: 扣完为止, 最多扣3分, 可计负分, 满分8分. */

export interface Floor {
  type: 'floor';
  floor: 0 | 'negative';
}

export interface Cap {
  type: 'cap';
  points: number;
}

/** The points of the item, said again. */
export interface FullMarks {
  type: 'full';
  points: number;
}

const item = many(words('本项 该项 此项 本小项 该小项 本条 单项 所有 全部 的 本 该 这 一项 指标 项目'));
const itemPoints = optional(
  words('分值 分数 标准分 基础分 得分 分 总分 应得分 基本分 分值分 基本分值 基础分值 标准分值'),
);
const end = words('为止 即止 则止 止 完为止');

const downToZero: Parser<unknown> = alt<unknown>(
  seq(words('直至 直到'), item, words('扣完 扣光 减完'), itemPoints, optional(end)),
  seq(words('扣至0分 扣至零分 扣到0分 扣到零分 减至0分'), optional(end)),
  seq(item, words('最低'), optional(words('为 得 计 记')), words('0分 零分')),
  seq(
    optional(words('直至 直到 至 扣分至 扣至')),
    item,
    itemPoints,
    words('扣完 扣光 减完 扣至0分 扣至零分 扣到0分 扣到零分 扣减完 扣到完 扣至零 扣至0 扣完分 减至0分'),
    item,
    itemPoints,
    end,
  ),
  words(
    '不计负分 不记负分 不倒扣分 不倒扣 不出现负分 不扣负分 不产生负分 不得负分 不得出现负分 不设负分 扣完不再扣 不打负分',
  ),
);

const fromWhole = seq(
  alt<unknown>(
    words('不够扣 不足扣 不足部分 超出部分 不够部分 不够扣分 不足的部分 不足的 超过部分 不足'),
    seq(words('扣完'), item, itemPoints, words('后 以后 之后 仍不够 仍不足')),
  ),
  optional(words('的')),
  optional(words('不足部分 仍不够 超出部分')),
  optional(words(',')),
  optional(words('从 在 由')),
  optional(words('目标 年度 年终')),
  optional(words('考核 考评')),
  words('总分 总得分 总成绩 总评分'),
  optional(words('中 里 内')),
  words('扣除 扣减 倒扣 扣 抵扣 补扣 继续扣'),
);
const belowZero: Parser<unknown> = alt<unknown>(
  fromWhole,
  seq(
    optional(words('不够扣的 不够扣 扣完后 扣完')),
    optional(words(',')),
    optional(words('可以 可 允许 应')),
    words('计负分 记负分 扣成负分 扣至负分 出现负分 得负分 扣负分 为负分 倒扣分 打负分 负分'),
  ),
  words('可倒扣 可以倒扣 允许倒扣 实行倒扣分 实行倒扣 采取倒扣分'),
);

export const floor: Parser<Floor> = alt<Floor>(
  map(downToZero, () => ({ type: 'floor', floor: 0 })),
  map(belowZero, () => ({ type: 'floor', floor: 'negative' })),
);

const LIMITING =
  '累计 合计 总计 共计 总共 共 最多 最高 至多 总分 上限为 上限 不得超过 不超过 限 扣满 加满 得满 奖满 封顶 最大';
const isLimiting = new Set(LIMITING.split(' '));
const limiting = many(
  words(`${LIMITING} 本项 该项 此项 单项 全年 年度 当年 扣分 加分 奖分 得分 扣减 奖励 扣 加 减 得 以 至 可 只 为 不再 计
    扣除 合并 每项 总 分值 额 扣到`),
);

/** 最多扣3分, 累计不超过2分, 共3分, 扣完3分为止, 3分封顶. */
export const cap: Parser<Cap> = alt<Cap>(
  map(
    seq<[string[], number, string, unknown]>(
      limiting,
      number,
      words('分'),
      optional(words('为限 封顶 为止 以内 止')),
    ),
    ([how, points]) =>
      how.some((word) => isLimiting.has(word)) && how.join('') !== '总分扣' ? { type: 'cap', points } : null,
  ),
  map(
    seq<[unknown, number, string, string]>(
      many(words('以 扣完 扣至 扣到 扣 加到')),
      number,
      words('分'),
      words('为限 封顶 为止 为上限 止'),
    ),
    ([, points]) => ({ type: 'cap', points }),
  ),
);

/** 同一事项不重复加分, 就高不就低: how the clerk counts, which changes no figure. */
export interface CountedOnce {
  type: 'once';
  text: string;
}

const LONGEST_SUBJECT = 10;
const ONCE = `不重复加分 不重复计分 不重复扣分 不重复计算 不重复奖励 不重复记分 不重复得分 不重复计 不累计加分
  不累计计分 不累计扣分 不累加 就高不就低 就高计分 就高加分 按最高分计 按最高分计算 按最高分计分 按最高分加分
  取最高分 以最高分计 按最高项计分 按最高级别计分 按最高级别加分 按最高奖项加分 取最高级别 不得重复加分 不得重复计分
  不再重复加分 不再重复扣分 不再重复计分`;
const once: Parser<unknown> = alt<unknown>(
  words(ONCE),
  seq(
    optional(words('按最高分 按最高项 按最高级别 取最高分')),
    words('只 仅'),
    words('计 加 扣 计入 计算 计分 加分 扣分 记'),
    words('一次 1次'),
  ),
);

export const countedOnce: Parser<CountedOnce> = textOf(
  alt<unknown>(
    seq(
      words('同一 同类 同项 同一类 对同一 多个 多次 相同 同时'),
      within(LONGEST_SUBJECT, ';、()扣加得减', seq(optional(words(',')), once)),
    ),
    once,
  ),
  (text) => ({ type: 'once', text }),
);

export const full: Parser<FullMarks> = map(
  seq<[string, unknown, number, string]>(
    words('满分 标准分 分值 基础分 基本分 基准分 总分值 本项分值'),
    optional(words('为 共 计 : 是')),
    number,
    words('分'),
  ),
  ([, , points]) => ({ type: 'full', points }),
);
