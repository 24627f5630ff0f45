import { ahead, alt, many, map, meaning, not, optional, type Parser, seq } from './combinators.ts';
import { startingWith, within, words } from './combinators.ts';
import { dash, number, percentage } from './numbers.ts';

/* What a sentence counts and measures: 每少签两个, 少一次, 第一起、第二起, 低于95%, 4次以上. */

export type Relation = '<' | '<=' | '>' | '>=';

export interface Count {
  type: 'count';
  per: number;
  unit: string;
  /** Of a rate: which way it goes away from its target. */
  away: 'low' | 'high' | null;
  /** 少, 缺: what is counted is missing from a number that is asked for. */
  isMissing: boolean;
  /** In points of a percentage, or a figure without unit: a rate. */
  isRate: boolean;
  /** 每增加一次: beyond cases that were named before. */
  isFurther: boolean;
  /** Said with 每. */
  isEvery: boolean;
}

export interface Quantity extends Omit<Count, 'type'> {
  type: 'quantity';
  isVerbed: boolean;
}

export interface Bound {
  type: 'bound';
  relation: Relation;
  value: number;
  /** Of a range its upper end. */
  upper: number | null;
  unit: string;
  /** 100%, without 以上 or the like. */
  isBare?: true;
  /** Asked of each of several times or places: no one figure is held against it. */
  isRepeated?: true;
}

export interface Ordinals {
  type: 'ordinals';
  cases: number[];
  unit: string;
}

const NOUNS = `次 起 处 项 个 名 人 份 篇 条 件 家 户 栋 幢 座 辆 台 套 场 期 例 宗 回 岗 站 村 所 支
  队 位 种 类 门 间 块 面 具 只 把 部 张 页 组 班 票 批 轮 笔 单 亩 公里 米 吨 人次 篇次
  家次 户次 处次 批次 班次 课时 学时 单位 部门 乡镇 街道 社区 环节 万元 元 样 宗次 点位 盏 具次
  台次 本 册 枚 根 题 道题 口 眼 段 片`;
const TIMES = '天 日 小时 分钟 个月 周 个工作日 工作日';

const noun = words(NOUNS);
const unit = map(
  seq<[string, null]>(words(`${NOUNS} ${TIMES}`), not(words('百分点 千分点'))),
  ([found]) => found,
);
const percent = map(words('% 个百分点 百分点 个点 ‰ 个千分点'), (found) =>
  found === '‰' || found === '个千分点' ? '‰' : '%',
);
/** 每季度 says when, not of what. */
const period = words('个月 季度 季 月 半年 年度 年 周 日 天 学期 学年 旬 两年 三年');

/** What ends the words of a count. */
const STOP = ',;、()扣每';

/** 每站不少于2人 asks for a number and counts nothing; 每超过1天 counts. */
const BOUNDING = /不|至少|低于|少于|超过|达|满/u;
const COUNTING = /^(?:逾期|超期|延迟|迟报|拖延)?(?:超过|少于|低于|满)$/u;
const MISSING = /^(?:再)?(?:少|缺|差|欠|漏)/u;
const LOW = /低|降|少|差|不足|下滑|缺|滞后|落后/u;
const HIGH = /高|超|升|增|多/u;

function counted(how: string, per: number, found: string, isRate: boolean, isEvery: boolean): Count | null {
  if (per <= 0) return null;
  const away = LOW.test(how) ? 'low' : HIGH.test(how) ? 'high' : null;
  const isFurther = /增加|递增|再/u.test(how);
  return { type: 'count', per, unit: found, away, isMissing: MISSING.test(how), isRate, isFurther, isEvery };
}

const every = words('每');
const wholeNumber = map(number, (value) => (Number.isInteger(value) ? value : null));
const LONGEST_COUNT = 24;

/** 每低1个百分点, 每高0.01. */
const everyOfRate: Parser<Count> = map(
  seq<[string, [string, { per: number; unit: string }]]>(
    every,
    within(
      12,
      `${STOP}0123456789`,
      alt(
        map(percentage, (per) => ({ per, unit: '%' })),
        map(seq<[number, string]>(number, percent), ([per, found]) => ({ per, unit: found })),
        map(
          seq<[null, number, null, string | null]>(
            not(words('半')),
            number,
            not(words('分')),
            optional(unit),
          ),
          ([, per, , found]) => (Number.isInteger(per) ? null : { per, unit: found ?? '' }),
        ),
      ),
    ),
  ),
  ([, [how, found]]) => counted(how, found.per, found.unit, true, true),
);

/** 每少签两个, 每10人. */
const everyNumber: Parser<Count> = map(
  seq<[string, null, [string, [number, string]]]>(
    every,
    not(period),
    within(LONGEST_COUNT, `${STOP}0123456789`, seq<[number, string]>(wholeNumber, unit)),
  ),
  ([, , [how, [per, found]]]) =>
    BOUNDING.test(how) && !COUNTING.test(how) ? null : counted(how, per, found, false, true),
);

/** 每次, 每人; 每天 only where points follow. */
const everyOne: Parser<Count> = map(
  seq<[string, string]>(
    every,
    alt(
      map(seq<[null, string]>(not(period), noun), ([, found]) => found),
      map(seq<[string, null]>(words('天 日'), ahead(words('扣 加 的扣'))), ([found]) => found),
    ),
  ),
  ([, found]) => counted('', 1, found, false, true),
);

const PEOPLE = new Set(['人', '名', '位']);

/** 至少2名专职人员,少1人. */
export function isSameUnit(one: string, other: string): boolean {
  return one === other || (PEOPLE.has(one) && PEOPLE.has(other));
}

export const everyCount: Parser<Count> = alt(everyOfRate, everyNumber, everyOne);

const OCCURRENCE = words('少 缺 漏 缺少 减少 发现 发生 出现 有 查到 查出 查实 存在 接到 抽到');

const quantified = seq<[string | null, number, string, null]>(
  optional(OCCURRENCE),
  wholeNumber,
  unit,
  not(words('以上 及以上 或以上 以下 以内 及以下')),
);

/** 少一次, 发现一处, 漏岗一次: behind its verb, or a count by itself. 没有一次 and 未发现一处 count nothing. */
export const quantity: Parser<Quantity> = startingWith(quantified.starts, (text, at) => {
  const found = quantified(text, at);
  if (found === null) return null;
  const [verb, per, of] = found.value;
  const count = counted(verb ?? '', per, of, false, false);
  const isVerbed = verb !== null && !'没未'.includes(text.charAt(at - 1) || ' ');
  return count === null ? null : { value: { ...count, type: 'quantity', isVerbed }, to: found.to };
});

const caseUnit = words('起 次 例 宗 件 回');
const ordinal: Parser<{ value: number; unit: string }> = alt(
  map(
    seq<[string, number, string | null]>(words('第'), wholeNumber, optional(caseUnit)),
    ([, value, found]) => ({
      value,
      unit: found ?? '',
    }),
  ),
  map(words('首次 首起 初次'), (word) => ({ value: 1, unit: word.slice(-1) })),
  map(words('再次 再起'), (word) => ({ value: 2, unit: word.slice(-1) })),
);
const nextOrdinal = map(
  seq<[string, { value: number; unit: string }]>(
    words('、 , 和'),
    alt(
      ordinal,
      map(seq<[number, string | null]>(wholeNumber, optional(caseUnit)), ([value, found]) => ({
        value,
        unit: found ?? '',
      })),
    ),
  ),
  ([, found]) => found,
);

/** 第一起、第二起、第三起; 第一、二、三起; 首次. Of 第一名 and 第一季度 nothing is read. */
export const ordinals: Parser<Ordinals> = map(
  seq<[{ value: number; unit: string }, { value: number; unit: string }[]]>(ordinal, many(nextOrdinal)),
  ([first, others]) => {
    const all = [first, ...others];
    const found = all.at(-1)?.unit ?? '';
    return found === '' ? null : { type: 'ordinals', cases: all.map(({ value }) => value), unit: found };
  },
);

const relation = meaning<Relation>([
  ['<', '低于 不足 少于 未达到 未达 达不到 不到 小于 未满 不满 没有达到 没达到 不达 低於 <'],
  ['>', '高于 超过 大于 多于 超出 >'],
  [
    '>=',
    `不低于 不少于 不小于 达到 达 至少 应达到 应达 须达 须达到 要达到 满 ≥ >= 不得低于 不得少于 不应低于
    不应少于 应不少于 应不低于 不能少于 大于等于 大于或等于 必须达到 需达到 确保达到 保持在 不低於`,
  ],
  ['<=', '不高于 不超过 不大于 不多于 不得高于 不得超过 控制在 小于等于 小于或等于 ≤ <= 不应超过'],
]);

interface Figure {
  value: number;
  unit: string;
}

const figure: Parser<Figure> = alt(
  map(percentage, (value) => ({ value, unit: '%' })),
  map(
    seq<[number, string | null, null]>(
      number,
      optional(alt(words('人/10万人 人/十万人 起/10万人 /10万 /十万'), percent, unit)),
      not(words('分')),
    ),
    ([value, found]) => ({
      value,
      unit: found ?? '',
    }),
  ),
);

/** 90%(含)以上, 90%(含90%)以上. */
const included = optional(
  alt<unknown>(words('(含) (含本数)'), seq(words('(含'), figure, words(')')), words('含')),
);
const sideOf = meaning<Relation>([
  ['>=', '以上 及以上 或以上 含以上'],
  ['<', '以下 及以下'],
  ['<=', '以内 及以内'],
]);

/** 低于95%, 不少于4次, 达到98%以上; 至少召开1次 with a verb between. */
const boundBefore: Parser<Bound> = map(
  seq<[Relation, Figure, unknown]>(
    relation,
    figure,
    optional(seq(included, words('以上 及以上 以下 以内'), included)),
  ),
  ([found, { value, unit: of }]) => ({ type: 'bound', relation: found, value, upper: null, unit: of }),
);
/** 少于职工总数的20%, 低于全市平均水平的80%: a share of something. */
const boundOfBase: Parser<Bound> = map(
  seq<[Relation, [string, [string, string | null, number]]]>(
    relation,
    within(
      12,
      STOP,
      seq<[string, string | null, number]>(
        words('总数 人数 总人数 总量 总额 水平 户数 面积 数 值'),
        optional(words('的')),
        percentage,
      ),
    ),
  ),
  ([found, [, [, , value]]]) => ({ type: 'bound', relation: found, value, upper: null, unit: '%' }),
);
const atLeastWithVerb: Parser<Bound> = map(
  seq<[string, [string, [number, string]]]>(
    words('至少'),
    within(14, STOP, seq<[number, string]>(number, unit)),
  ),
  ([, [, [value, of]]]) => ({ type: 'bound', relation: '>=', value, upper: null, unit: of }),
);

/** 90%(含)以上, 3人及以下. */
const boundBehind: Parser<Bound> = map(
  seq<[Figure, unknown, Relation, unknown]>(figure, included, sideOf, included),
  ([{ value, unit: of }, before, side, behind]) => ({
    type: 'bound',
    relation: side === '<' && (before !== null || behind !== null) ? '<=' : side,
    value,
    upper: null,
    unit: of,
  }),
);

/** 90%-95%, 90%至95%之间, 80%以上90%以下. */
const boundBetween: Parser<Bound> = map(
  seq<[Figure, unknown, Figure, unknown]>(
    figure,
    alt<unknown>(
      seq(included, dash),
      seq(included, words('以上 及以上'), included, optional(words(', 、 且'))),
    ),
    figure,
    seq(included, optional(words('以下 之间 以内')), included),
  ),
  ([lower, , upper]) =>
    (lower.unit !== '' && lower.unit !== upper.unit) || upper.unit === '' || lower.value >= upper.value
      ? null
      : { type: 'bound', relation: '>=', value: lower.value, upper: upper.value, unit: upper.unit },
);

/** 100%得5分: a share by itself. */
const share: Parser<Bound> = map(percentage, (value) => ({
  type: 'bound',
  relation: '>=',
  value,
  upper: null,
  unit: '%',
  isBare: true,
}));

export const bound: Parser<Bound> = alt(
  boundBetween,
  boundBefore,
  boundOfBase,
  atLeastWithVerb,
  boundBehind,
  share,
);
