import type { papers as contract } from '#shared/contract/papers.ts';
import { AppError } from '#shared/errors.ts';
import type { Handlers } from '#main/core/handlers.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import { cosignerByUid, type CosignerRow, cosignersOfPaper, paperUidById } from './queries.ts';
import { requireEditable } from './rows.ts';

type Names = 'addCosigners' | 'answerCosigner' | 'removeCosigner';

/** 会签: which units were asked, and what each answered; without all answers nothing is signed. */
export const cosigners: Pick<Handlers<typeof contract>, Names> = {
  addCosigners({ uid, units, sentOn }, { db, summarize }) {
    const row = requireEditable(db, uid);
    const there = db.all(cosignersOfPaper, { paperId: row.id });
    const twice = units.find(
      (unit, index) => there.some((each) => each.unit === unit) || units.indexOf(unit) !== index,
    );
    if (twice !== undefined) throw new AppError('duplicate', { what: '会签单位', value: twice });
    const last = there.at(-1)?.position ?? 0;
    for (const [index, unit] of units.entries()) {
      db.insert('paper_cosigner', {
        paper_id: row.id,
        position: last + index + 1,
        unit,
        sent_on: sentOn,
      });
    }
    summarize(`${row.title}：${units.join('、')}`);
    return { uid };
  },

  answerCosigner({ uid, answer, answeredOn, person, opinion }, { db, summarize }) {
    const cosigner = requireCosigner(db, uid);
    if (answeredOn < cosigner.sent_on) {
      throw new AppError('refused', {
        reason: `会签日期不能早于送会签的日期 ${cosigner.sent_on}。`,
        field: 'answeredOn',
      });
    }
    db.update('paper_cosigner', cosigner.id, { answer, answered_on: answeredOn, person, opinion });
    summarize(cosigner.unit);
    return { uid };
  },

  removeCosigner({ uid }, { db, summarize }) {
    const cosigner = requireCosigner(db, uid);
    db.remove('paper_cosigner', cosigner.id);
    summarize(cosigner.unit);
    return { uid };
  },
};

function requireCosigner(db: ReadStore, uid: string): CosignerRow {
  const row = db.get(cosignerByUid, { uid });
  if (row === undefined) throw new AppError('notFound', { what: '该会签单位' });
  requireEditable(db, db.get(paperUidById, { id: row.paper_id })?.uid ?? '');
  return row;
}
