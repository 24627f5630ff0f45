import { v7 } from 'uuid';
import type { AgendaItem, meetings as contract } from '#shared/contract/meetings.ts';
import type { Handlers } from '#main/core/handlers.ts';
import { decidePatch } from '#main/core/patch.ts';
import type { WriteStore } from '#main/core/store/write-store.ts';
import { agendaOf } from './queries.ts';
import { requireAgendaItem, requireLiveMeeting } from './require.ts';

type Names = 'addAgendaItem' | 'updateAgendaItem' | 'moveAgendaItem' | 'removeAgendaItem';
type Fields = Omit<AgendaItem, 'uid'>;

/** The agenda, in its order. */
export const agendaHandlers: Pick<Handlers<typeof contract>, Names> = {
  addAgendaItem({ meetingUid, afterUid, title, reporter, note }, { db, summarize }) {
    const meeting = requireLiveMeeting(db, meetingUid);
    const uid = v7();
    const position = db.all(agendaOf, { meetingId: meeting.id }).length + 1;
    db.insert('agenda_item', { uid, meeting_id: meeting.id, position, title, reporter, note });
    place(db, meeting.id, uid, afterUid);
    summarize(`${meeting.title}：${title}`);
    return { uid };
  },

  updateAgendaItem({ uid, base, set }, { db, summarize }) {
    const item = requireAgendaItem(db, uid);
    const { title, reporter, note } = item;
    db.update('agenda_item', item.id, decidePatch<Fields>({ title, reporter, note }, base, set));
    summarize(`${item.meeting.title}：${set.title ?? title}`);
    return { uid };
  },

  moveAgendaItem({ uid, afterUid }, { db, summarize }) {
    const item = requireAgendaItem(db, uid);
    place(db, item.meeting_id, uid, afterUid);
    summarize(`${item.meeting.title}：${item.title}`);
    return { uid };
  },

  removeAgendaItem({ uid }, { db, summarize }) {
    const item = requireAgendaItem(db, uid);
    db.remove('agenda_item', item.id);
    summarize(`${item.meeting.title}：${item.title}`);
    return { uid };
  },
};

/** Puts one item behind another one, null: to the front; only rows whose place changes are written. */
function place(db: WriteStore, meetingId: number, uid: string, afterUid: string | null): void {
  const items = db.all(agendaOf, { meetingId });
  const moved = items.find((item) => item.uid === uid);
  if (moved === undefined) return;
  const others = items.filter((item) => item !== moved);
  const behind = afterUid === null ? -1 : others.findIndex((item) => item.uid === afterUid);
  const at = afterUid !== null && behind === -1 ? others.length : behind + 1;
  for (const [index, item] of others.toSpliced(at, 0, moved).entries()) {
    if (item.position !== index + 1) db.update('agenda_item', item.id, { position: index + 1 });
  }
}
