import { AppError } from '#shared/errors.ts';
import type { WriteContext } from '#main/core/handlers.ts';
import { getStaged, removeStaged } from '#main/core/store/staging.ts';
import type { KnownCampaign } from '#main/features/campaigns/index.ts';
import { recordVisit, recordWords, requireUnderWay } from '../record.ts';
import { interpretSheets, type SheetFile } from './interpret.ts';

export const STAGED_SHEETS = 'visitSheets';

/** What waits for the clerk's yes: the sheets themselves, so that they are read anew against the store as it is then. */
export type StagedSheets = { campaignUid: string } & (
  | { files: SheetFile[] }
  /** Of a secret campaign nothing lies open, not even for so long. */
  | { sealed: string }
);

export function stagedOf({ uid: campaignUid, vault }: KnownCampaign, files: SheetFile[]): StagedSheets {
  if (vault === null) return { campaignUid, files };
  return { campaignUid, sealed: vault.seal(files, placeOf(campaignUid)) };
}

function filesOf(staged: StagedSheets, { vault, uid }: KnownCampaign): SheetFile[] {
  if ('files' in staged) return staged.files;
  if (vault === null) throw new AppError('notFound', { what: '要登记的检查记录表' });
  // Sealed by our own job, in this form.
  return vault.open(staged.sealed, placeOf(uid)) as SheetFile[];
}

function placeOf(campaignUid: string): string {
  return `staged_import/${campaignUid}`;
}

/** All sheets or none. */
export function recordStaged(
  { stagedUid }: { stagedUid: string },
  context: WriteContext,
): { records: number; findings: number } {
  const { db, caller } = context;
  const staged = getStaged(db, stagedUid);
  if (staged?.kind !== STAGED_SHEETS || staged.userUid !== (caller.userUid ?? ''))
    throw new AppError('notFound', { what: '要登记的检查记录表' });
  // Written by our own job, in this form.
  const payload = JSON.parse(staged.payload) as StagedSheets;
  const campaign = requireUnderWay(context, payload.campaignUid);
  const { sheets, problems } = interpretSheets(context, campaign, filesOf(payload, campaign));
  const error = problems.find(({ severity }) => severity === 'error');
  if (error !== undefined)
    throw new AppError('refused', {
      reason: `在核对之后有了变化，“${error.place}”不能登记：${error.text}请重新读取。`,
    });
  const recorded = sheets.flatMap(({ target, record }) =>
    target === null || record === null
      ? []
      : [recordVisit(context, campaign, { targetUid: target.uid, ...record })],
  );
  removeStaged(db, stagedUid);
  const findings = recorded.reduce((sum, each) => sum + each.findings, 0);
  const targets = recorded.map(({ target }) => target);
  context.summarize(recordWords(campaign, targets, findings));
  return { records: recorded.length, findings };
}
