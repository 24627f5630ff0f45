import { paperDay } from '../../calendar/days.ts';
import { sentence } from './sentence.ts';

/** A hazard as the notices of its listing and delisting speak of it. */
export interface ListedText {
  name: string;
  organizationName: string;
  hazards: string;
  responsiblePerson: string;
  leader: string;
  supervisingUnit: string;
  listedOn: string;
  dueOn: string;
  acceptedOn: string | null;
  acceptedBy: string;
  acceptance: string;
  basis: string;
  /** Number of the notice by which it was listed; empty: unknown. */
  listingNumber: string;
}

/** Values for the open places of 挂牌督办通知 and 摘牌通知; what is not known stays open. */
export function listedFields(text: ListedText): Record<string, string> {
  const responsible = [
    text.organizationName === '' ? '' : `责任单位：${text.organizationName}`,
    text.responsiblePerson === '' ? '' : `整改责任人：${text.responsiblePerson}`,
    text.leader === '' ? '' : `包案领导：${text.leader}`,
  ].filter((part) => part !== '');
  return {
    主送单位: text.organizationName,
    单位名称: text.name,
    隐患情况: sentence(text.hazards),
    督办依据: text.basis,
    督办事项: `${text.name}重大火灾隐患整改。`,
    责任单位和责任人: sentence(responsible.join('；')),
    责任单位: text.organizationName,
    整改期限: paperDay(text.dueOn),
    验收单位: text.acceptedBy === '' ? text.supervisingUnit : text.acceptedBy,
    挂牌日期: paperDay(text.listedOn),
    挂牌文号: text.listingNumber,
    验收日期: text.acceptedOn === null ? '' : paperDay(text.acceptedOn),
    验收结论: sentence(text.acceptance),
  };
}
