import type { NoticeRow, ReplyStatistics } from '#shared/contract/notices.ts';

/** How each unit answered what was issued between two days, those that answered worst first. */
export function replyStatistics(rows: readonly NoticeRow[], from: string, to: string): ReplyStatistics[] {
  const units = new Map<string, ReplyStatistics>();
  for (const row of rows) {
    if (row.issuedOn === null || row.issuedOn < from || row.issuedOn > to || row.state === 'void') continue;
    const entry = units.get(row.unit) ?? {
      unit: row.unit,
      sent: 0,
      repliedInTime: 0,
      repliedLate: 0,
      unanswered: 0,
      pressed: 0,
    };
    units.set(row.unit, entry);
    entry.sent += 1;
    if (row.state === 'followed' || row.state === 'insufficient') entry.pressed += 1;
    if (row.replyDueOn === null) continue;
    if (row.repliedOn === null) entry.unanswered += 1;
    else if (row.repliedOn <= row.replyDueOn) entry.repliedInTime += 1;
    else entry.repliedLate += 1;
  }
  return [...units.values()].toSorted(
    (one, other) =>
      other.unanswered - one.unanswered || other.repliedLate - one.repliedLate || other.sent - one.sent,
  );
}
