import { v7 } from 'uuid';
import type { notices as contract } from '#shared/contract/notices.ts';
import { AppError } from '#shared/errors.ts';
import { listedFields } from '#shared/rules/notices/listed-fields.ts';
import { noticeKindNames } from '#shared/rules/notices/model.ts';
import type { Handlers } from '#main/core/handlers.ts';
import { listedText } from '#main/features/listed-supervision/index.ts';
import { createPaper, fillTemplate } from '#main/features/papers/index.ts';
import { noticesOfListed } from './queries.ts';
import { linkOf } from './rows.ts';
import { noticeSettings } from './settings.ts';

type Names = 'createListed' | 'ofListed';

/** 挂牌督办通知 and 摘牌(销案)通知 of a hazard under listed supervision. */
export const listedNotices: Pick<Handlers<typeof contract>, Names> = {
  createListed({ listedUid, kind, day }, context) {
    const { db, today, summarize } = context;
    const { id, organizationId, ...text } = listedText(db, listedUid, today);
    if (kind === 'delisting' && text.acceptedOn === null) {
      throw new AppError('refused', { reason: '还没有验收，不能发摘牌通知。请先登记验收。' });
    }
    const listing = db
      .all(noticesOfListed, { listedId: id })
      .findLast((row) => row.kind === 'listing' && row.paper_status === 'issued');
    const fields = listedFields({
      ...text,
      basis: noticeSettings(db).basis,
      listingNumber: listing?.number ?? '',
    });
    const uid = v7();
    const paper = createPaper(context, {
      kind,
      ...fillTemplate(context, kind, fields),
      subject: { kind: 'notice', uid },
    });
    db.insert('notice', {
      uid,
      kind,
      paper_id: paper.id,
      organization_id: organizationId,
      unit: text.organizationName === '' ? text.name : text.organizationName,
      batch_uid: v7(),
      position: 1,
      listed_id: id,
      reply_due_on: null,
      created_on: day,
    });
    summarize(`${noticeKindNames[kind]}：${text.name}`);
    return { uid, paperUid: paper.uid };
  },

  ofListed({ uid }, { db, today }) {
    const { id } = listedText(db, uid, today);
    const judge = { today, settings: noticeSettings(db) };
    return db
      .all(noticesOfListed, { listedId: id })
      .map((row) => ({ ...linkOf(row, judge), paperUid: row.paper_uid }));
  },
};
