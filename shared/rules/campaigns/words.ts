import type { CampaignEventKind, CampaignStatus, DrawingStatus, TargetOrigin } from './model.ts';

export const campaignStatusNames: Readonly<Record<CampaignStatus, string>> = {
  draft: '筹备',
  underWay: '进行中',
  closed: '已结束',
};

export const targetOriginNames: Readonly<Record<TargetOrigin, string>> = {
  swept: '逐一督查',
  drawn: '抽取',
  added: '另行增加',
};

export const drawingStatusNames: Readonly<Record<DrawingStatus, string>> = {
  proposed: '待采用',
  taken: '已采用',
  discarded: '已作废',
};

export const campaignEventNames: Readonly<Record<CampaignEventKind, string>> = {
  started: '开始督查',
  closed: '结束督查',
  reopened: '重新打开',
  drawn: '抽取对象',
  drawingTaken: '采用抽取结果',
  drawingDiscarded: '作废抽取结果',
  targetsAdded: '增加对象',
  targetsRemoved: '移出对象',
  sealed: '加密保存',
  released: '解密公布',
};

export function announcedWord(announced: boolean): string {
  return announced ? '明察' : '暗访';
}

/** 12 of 30 as a share: 40%; nothing to take a share of: —. */
export function shareText(part: number, whole: number): string {
  if (whole === 0) return '—';
  const percent = (part / whole) * 100;
  // Neither all nor none is claimed where it is not so.
  if (part > 0 && percent < 1) return '<1%';
  if (part < whole && percent > 99) return '>99%';
  return `${Math.round(percent)}%`;
}

/** Stands in the title and in the name of a file that tells what an unannounced campaign found. */
export const INTERNAL_MARK = '（内部资料）';

/**
 * What the clerk is told of an export that leaves out what unannounced campaigns led to. It stands beside the file, not in
 * it: a number would tell whoever gets it that there are such campaigns. @param unit 份通知
 */
export function withheldRemarks(count: number, unit: string): string[] {
  return count === 0 ? [] : [`未公布的暗访涉及的 ${count} ${unit}没有列入；解密公布以后再导出，就有了。`];
}
