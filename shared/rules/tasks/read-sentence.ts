import { arabic } from './chinese-numbers.ts';
import type { FeedbackCycle } from './feedback-cycle.ts';
import { type ReadContext, readDue } from './read-due.ts';
import { readUnits } from './read-units.ts';
import { plainText, type UnitNames } from './unit-names.ts';

/** What a sentence proposes for a task; what is not understood stays empty. */
export interface ReadTask {
  title: string;
  content: string;
  leadUids: string[];
  supportingUids: string[];
  dueOn: string | null;
  feedbackCycle: FeedbackCycle;
}

const NUMBERING =
  /^(?:第?[一二三四五六七八九十]+[、.]|\([一二三四五六七八九十]+\)、?|\(\d+\)|\d+[、.)]|[①-⑳]|[-•●·])/u;
/** (市住建局牵头，市教育局配合) at the end says who, not what. */
const WHO_AT_END = /\((?=[^()]*(?:牵头|负责|配合|责任单位|分工))(?:[^()]|\([^()]*\))*\)[。;]?$/u;
const LONGEST_TITLE = 60;

export function readSentence(sentence: string, names: UnitNames, context: ReadContext): ReadTask {
  const text = plainText(sentence);
  const title = titleOf(sentence);
  const whole = sentence.trim();
  return {
    title,
    content: whole === title ? '' : whole,
    ...readUnits(text.replace(NUMBERING, ''), names),
    dueOn: readDue(sentence, context)?.day ?? null,
    feedbackCycle: readCycle(text),
  };
}

/** Without number and end; of a long sentence as many whole clauses as fit. */
function titleOf(sentence: string): string {
  const text = sentence
    .trim()
    .replaceAll('（', '(')
    .replaceAll('）', ')')
    .replace(NUMBERING, '')
    .replace(WHO_AT_END, '')
    .replace(/[。；;，,]+$/u, '')
    .trim();
  const body = text === '' ? sentence.trim() : text;
  if (body.length <= LONGEST_TITLE) return body;
  const cut = body.slice(0, LONGEST_TITLE);
  const clause = Math.max(cut.lastIndexOf('，'), cut.lastIndexOf('；'), cut.lastIndexOf('。'));
  return clause > 8 ? cut.slice(0, clause) : cut;
}

const REPORTS = /报送|报告|上报|反馈|通报|调度|汇报|报/u;

/** 每月底前报送 is by the end of the month; 每月开展一次检查 is no feedback. */
export function readCycle(sentence: string): FeedbackCycle {
  const text = arabic(sentence);
  const found = /每(?:个?)(周|星期|月|季度|半年)(?:末月)?(?:(\d{1,2})[日号]?|([底末]))?(前|之前|以前)?/u.exec(
    text,
  );
  if (found === null || !REPORTS.test(text.slice(found.index))) return { kind: 'none' };
  const [, unit, number] = found;
  const day = Number(number ?? 0);
  if (unit === '周' || unit === '星期') return { kind: 'weekly', day: day >= 1 && day <= 7 ? day : 5 };
  const monthDay = day >= 1 && day <= 31 ? day : 31;
  if (unit === '季度') return { kind: 'quarterly', day: monthDay };
  return unit === '半年' ? { kind: 'halfYearly', day: monthDay } : { kind: 'monthly', day: monthDay };
}
