import { pairsOf, sharedPairs } from './words.ts';

/*
 * Numbers that a task sets as a target: 20个, 3支, 95%. Two of them are compared only where it is certain that they
 * mean the same; anything else is shown to the clerk side by side.
 */

const UNITS = '%|个|支|座|处|家|辆|台|名|人|人次|次|场|期|所|具|套|只|块|户|栋|公里|千米|平方米|万元|元';
const figureWords = new RegExp(
  `(?<![\\d.第])(\\d+(?:\\.\\d+)?)(百分点|个百分点|个月|个工作日|${UNITS})(?!\\d)`,
  'gu',
);
/** Time, and changes against an earlier state: no targets of their own. */
const otherUnits: ReadonlySet<string> = new Set(['百分点', '个百分点', '个月', '个工作日']);
/** Below which it has to stay, or about which nothing exact is said. */
const notAtLeast =
  /(?:不|不得|不能|不可|不应)(?:超过|超出|高于|多于|大于)|(?<!不|不得|不能|不可|不应)(?:低于|少于|小于)|以内|以下|控制在|下降|降低|压减|减少|至多|左右|大约|约\d/u;
/** So many each time: what it comes to depends on how often. */
const eachTime = /每(?:半|个|\d)?(?:年|季|月|周|星期|日|天)/u;
/** 1,200 is one number, not two clauses. */
const thousands = /(?<=\d)[,，](?=\d{3}(?!\d))/gu;
const betweenTwo = /\d(?:%|个)?\s*[-~～—至到]\s*\d/u;

interface Figure {
  value: number;
  unit: string;
  /** As it is written, with what it counts nearby. */
  written: string;
  clause: string;
  /** 覆盖 of 覆盖率; null: no rate is named. */
  rate: string | null;
  /** A least value, and one alone. */
  isExact: boolean;
}

function figuresOf(text: string): Figure[] {
  return text
    .normalize('NFKC')
    .replaceAll(/\s+/gu, '')
    .replaceAll(thousands, '')
    .split(/[,，。;；!！?？、]/u)
    .flatMap((clause) => {
      const isExact = ![notAtLeast, betweenTwo, eachTime].some((words) => words.test(clause));
      return [...clause.matchAll(figureWords)].flatMap(([written, value = '', unit = '']) =>
        otherUnits.has(unit)
          ? []
          : [{ value: Number(value), unit, written, clause, rate: rateIn(clause), isExact }],
      );
    });
}

function rateIn(clause: string): string | null {
  return /(\p{Script=Han}{2})率/u.exec(clause)?.[1] ?? null;
}

function isSameMatter(one: Figure, other: Figure): boolean {
  if (one.rate !== null || other.rate !== null) return one.rate === other.rate;
  return sharedPairs(pairsOf(one.clause), pairsOf(other.clause)).length > 0;
}

export interface FigureFindings {
  /** The county stays below the city, for certain. */
  less: string[];
  /** Numbers that differ and that only the clerk can compare. */
  unclear: string[];
}

/**
 * @param county what answers the city's task, all of it
 * @param isForEach a number of things (20个) is asked of each unit, not of the whole city; percentages always are
 */
export function compareFigures(city: string, county: readonly string[], isForEach: boolean): FigureFindings {
  const findings: FigureFindings = { less: [], unclear: [] };
  const wanted = Map.groupBy(figuresOf(city), ({ unit }) => unit);
  const given = Map.groupBy(county.flatMap(figuresOf), ({ unit }) => unit);
  for (const [unit, ofCity] of wanted) {
    const ofCounty = given.get(unit) ?? [];
    const [one, other] = [ofCity[0], ofCounty[0]];
    const isCertain =
      one !== undefined &&
      other !== undefined &&
      ofCity.length === 1 &&
      ofCounty.length === 1 &&
      one.isExact &&
      other.isExact &&
      (unit === '%' || isForEach) &&
      isSameMatter(one, other);
    const said = (figures: readonly Figure[]): string =>
      figures.length === 0 ? '没有写' : figures.map(({ written }) => written).join('、');
    if (isCertain) {
      if (other.value < one.value) findings.less.push(`市方案 ${one.written}，所报方案 ${other.written}`);
    } else if (said(ofCity) !== said(ofCounty))
      findings.unclear.push(`市方案 ${said(ofCity)}，所报方案 ${said(ofCounty)}`);
  }
  return findings;
}
