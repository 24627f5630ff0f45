import type { Mention, UnitNames } from './unit-names.ts';

/*
 * Who leads and who supports, as papers say it: 住建局牵头，教育局、民政局配合; 由教育局会同公安局; 责任单位：… A unit
 * that is merely mentioned (报市消安办, 督促市教育局) is neither.
 */

export interface ReadUnits {
  leadUids: string[];
  supportingUids: string[];
}

/** Units that are named together: 教育局、民政局和公安局. */
interface Run {
  start: number;
  end: number;
  uids: string[];
}

type Meaning = 'lead' | 'supporting' | 'mentioned' | null;

const JOINED = /^(?:、|,|和|及|与|以及|并)$/u;
const ETC = '(?:等)?(?:部门|单位)?(?:分别|共同|要|应|应当|须|必须|需|按职责分工|按照职责分工|按职责|按分工)?';

const leadBefore =
  /(?:牵头单位|牵头部门|责任单位|责任部门|主办单位|承办单位|实施单位|落实单位|牵头|责成|由)[:为是]*$/u;
const supportingBefore =
  /(?:配合单位|配合部门|协办单位|参与单位|参加单位|协同单位|会同|联合|协同|商)[:为是]*$/u;
const mentionedBefore =
  /(?:报|报送|报告|上报|反馈|抄送|抄报|送|向|对|督促|指导|经|配合|协助|支持|听取|征求|根据|按照|商请)(?:至|给|到)?$/u;
const leadAfter = new RegExp(`^${ETC}(?:牵头|负责|主办|承办|为牵头|作为牵头|为责任|会同|联合|组织实施)`, 'u');
const supportingAfter = new RegExp(`^${ETC}(?:配合|参与|参加|协助|协办|协同|支持)`, 'u');
/** At the beginning of a clause a unit is who shall do it. */
const clauseStart = /(?:^|[。;!?(:]|(?<![、])[,])(?:请|要求|责成)?$/u;
const subjectAfter =
  /^(?:等)?(?:部门|单位)?(?:要|应|须|必须|需|务必|尽快|抓紧|于|在|\d|[本下年月制组开完落建报研推督排整加强做实按结根对将把长持继全深严切统定每集])/u;

/** @param text as `plainText` gives it */
export function readUnits(text: string, names: UnitNames): ReadUnits {
  const leads = new Set<string>();
  const supporting = new Set<string>();
  for (const run of runsOf(text, names.mentionsIn(text))) {
    const meaning = meaningOf(text, run);
    const into = meaning === 'lead' ? leads : meaning === 'supporting' ? supporting : null;
    for (const uid of run.uids) into?.add(uid);
  }
  return { leadUids: [...leads], supportingUids: [...supporting].filter((uid) => !leads.has(uid)) };
}

function runsOf(text: string, mentions: readonly Mention[]): Run[] {
  const runs: Run[] = [];
  for (const { start, end, uids } of mentions) {
    const last = runs.at(-1);
    if (last !== undefined && JOINED.test(text.slice(last.end, start))) {
      last.end = end;
      last.uids.push(...uids);
    } else {
      runs.push({ start, end, uids: [...uids] });
    }
  }
  return runs;
}

function meaningOf(text: string, { start, end }: Run): Meaning {
  const [before, after] = [text.slice(0, start), text.slice(end)];
  if (supportingAfter.test(after)) return 'supporting';
  if (supportingBefore.test(before)) return 'supporting';
  if (leadBefore.test(before) || leadAfter.test(after)) return 'lead';
  if (mentionedBefore.test(before)) return 'mentioned';
  return clauseStart.test(before) && subjectAfter.test(after) ? 'lead' : null;
}
