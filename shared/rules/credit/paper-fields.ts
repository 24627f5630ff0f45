import { paperDay } from '../../calendar/days.ts';
import { type Term, termText } from '../calendar/term.ts';
import { sentence } from '../notices/sentence.ts';
import { creditLevelNames, type DiscreditLevel } from './levels.ts';

/** What 告知书, 决定书 and 修复决定书 say of a decision; null: not known yet. */
export interface PaperFacts {
  enterpriseName: string;
  code: string;
  level: DiscreditLevel;
  reason: string;
  basis: string;
  objectionTerm: Term;
  noticedOn: string | null;
  noticeNumber: string;
  deliveredOn: string | null;
  waivedOn: string | null;
  objectedOn: string | null;
  answer: string;
  decidedOn: string | null;
  publishedUntil: string | null;
  repairableFrom: string | null;
  repair: PaperRepair | null;
  repairSource: string;
}

export interface PaperRepair {
  appliedOn: string;
  text: string;
  isGranted: boolean | null;
  opinion: string;
  endsOn: string | null;
}

/** Stands only where a repair is possible before publicity ends. */
export const REPAIRABLE_PLACE = '可以申请修复日期';

/** Values for the open places of the three papers; what is not known stays open. */
export function creditPaperFields(facts: PaperFacts): Record<string, string> {
  const { level, repair } = facts;
  const day = (given: string | null) => (given === null ? '' : paperDay(given));
  return {
    单位名称: facts.enterpriseName,
    统一社会信用代码: facts.code,
    失信事实: sentence(facts.reason),
    认定依据: facts.basis,
    失信等次: `消防安全${creditLevelNames[level]}`,
    申辩期限: termText(facts.objectionTerm).replace(' ', ''),
    告知情况: noticeText(facts),
    公示开始日期: day(facts.decidedOn),
    公示结束日期: day(facts.publishedUntil),
    [REPAIRABLE_PLACE]: day(facts.repairableFrom),
    认定日期: day(facts.decidedOn),
    申请日期: repair === null ? '' : paperDay(repair.appliedOn),
    纠正情况: repair === null ? '' : sentence(repair.text),
    审查意见: repair === null ? '' : sentence(repair.opinion),
    修复依据: facts.repairSource,
    修复决定: repairText(repair),
  };
}

function noticeText(facts: PaperFacts): string {
  const { deliveredOn, noticeNumber, waivedOn, objectedOn, answer } = facts;
  if (deliveredOn === null) return '';
  const notice = noticeNumber === '' ? '本办事先告知书' : `本办《失信认定事先告知书》（${noticeNumber}）`;
  const told = `${paperDay(deliveredOn)}，${notice}送达你单位，`;
  if (waivedOn !== null) return `${told}你单位于${paperDay(waivedOn)}书面放弃陈述、申辩。`;
  if (objectedOn === null) return `${told}你单位在规定期限内没有提出陈述、申辩。`;
  return `${told}你单位于${paperDay(objectedOn)}提出陈述、申辩。经复核：${sentence(answer)}`;
}

function repairText(repair: PaperRepair | null): string {
  if (repair === null || repair.isGranted === null) return '';
  if (!repair.isGranted) return '不予信用修复';
  return `准予信用修复，自${repair.endsOn === null ? '' : paperDay(repair.endsOn)}起停止公示`;
}
