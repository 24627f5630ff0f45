import { MOST_RULES, type schemes as contract, type TakenRules } from '#shared/contract/schemes.ts';
import { AppError } from '#shared/errors.ts';
import { indicatorName } from '#shared/rules/schemes/findings.ts';
import type { Handlers } from '#main/core/handlers.ts';
import type { WriteStore } from '#main/core/store/write-store.ts';
import { categoryByUid } from './queries.ts';
import { requireDraft, requireIndicator } from './require.ts';
import { toIndicator } from './rows.ts';
import { indicatorValues } from './write-rows.ts';

/** All or none: one step of undo takes back what one press of a button took over. */
export const takeRules: Handlers<typeof contract>['takeRules'] = ({ uid, taken }, { db, summarize }) => {
  const scheme = requireDraft(db, uid);
  const count = taken.reduce((sum, one) => sum + takeInto(db, scheme.id, one), 0);
  summarize(`${scheme.title}：${count} 条`);
  return { count };
};

/** @returns how many were added: what somebody else took over meanwhile is there already */
function takeInto(db: WriteStore, schemeId: number, { indicatorUid, rules, floor }: TakenRules): number {
  const row = requireIndicator(db, indicatorUid);
  const { uid: _uid, categoryUid, ...stored } = toIndicator(row);
  if (db.get(categoryByUid, { uid: categoryUid })?.scheme_id !== schemeId) {
    throw new AppError('refused', { reason: '这项指标不在这个方案里，请刷新页面后再采用。' });
  }
  const added = rules.filter(
    (rule) =>
      !stored.rules.some((own) => own.id === rule.id || (own.kind === rule.kind && own.text === rule.text)),
  );
  if (stored.rules.length + added.length > MOST_RULES) {
    const name = indicatorName(stored);
    throw new AppError('refused', { reason: `${name}最多 ${MOST_RULES} 条评分规则，请先删去多余的再采用。` });
  }
  const changes = { rules: [...stored.rules, ...added], floor: floor ?? stored.floor };
  db.update('indicator', row.id, indicatorValues(changes));
  return added.length;
}
