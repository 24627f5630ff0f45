import { describe, expect, it } from 'vitest';
import {
  type ListedFacts,
  isBoardLate,
  listedState,
  missingProgress,
} from '#shared/rules/notices/listed-state.ts';
import { defaultNoticeSettings } from '#shared/rules/notices/default-settings.ts';
import { noticeKinds, noticeSettingsSchema } from '#shared/rules/notices/model.ts';
import { type NoticeFacts, needsPressing, noticeState } from '#shared/rules/notices/notice-state.ts';

const sent: NoticeFacts = {
  paperStatus: 'issued',
  sentOn: '2026-11-02',
  replyDueOn: '2026-11-16',
  verdict: null,
  isFollowed: false,
  wasSettled: false,
};

describe('a notice', () => {
  it.each([
    ['2026-11-12', 'waiting'],
    ['2026-11-13', 'dueSoon'],
    ['2026-11-16', 'dueSoon'],
    ['2026-11-17', 'overdue'],
  ] as const)('without a reply is on %s: %s', (today, state) => {
    expect(noticeState(sent, today, 3)).toBe(state);
  });

  it.each<[string, Partial<NoticeFacts>, string]>([
    ['is being written until its paper is issued', { paperStatus: 'signed' }, 'drafting'],
    ['waits to be sent once its paper is issued', { sentOn: null }, 'toSend'],
    ['has a reply that somebody must look at', { verdict: 'pending' }, 'replied'],
    ['is settled by a reply that suffices', { verdict: 'accepted' }, 'settled'],
    ['is not settled by a reply that does not suffice', { verdict: 'insufficient' }, 'insufficient'],
    ['is settled where it was before the program', { wasSettled: true, sentOn: null }, 'settled'],
    [
      'that was settled is not by a reply that does not suffice',
      { wasSettled: true, verdict: 'insufficient' },
      'insufficient',
    ],
    ['was followed by the next one', { isFollowed: true }, 'followed'],
    [
      'stays settled even where a next one followed before the reply came',
      { isFollowed: true, verdict: 'accepted' },
      'settled',
    ],
    ['that asks for no reply is settled when it was sent', { replyDueOn: null }, 'settled'],
    ['whose paper is void is void', { paperStatus: 'void', verdict: 'pending' }, 'void'],
  ])('%s', (_name, facts, state) => {
    expect(noticeState({ ...sent, ...facts }, '2026-12-01', 3)).toBe(state);
  });

  it('calls for pressing only when nothing or not enough came', () => {
    expect(
      (['overdue', 'insufficient', 'waiting', 'replied', 'settled'] as const).map(needsPressing),
    ).toEqual([true, true, false, false, false]);
  });
});

const listed: ListedFacts = {
  listedOn: '2026-01-20',
  dueOn: '2026-06-30',
  boardDueOn: '2026-01-27',
  boardHungOn: null,
  acceptedOn: null,
  delistedOn: null,
  lastProgressOn: null,
};

describe('a hazard under listed supervision', () => {
  it.each<[string, Partial<ListedFacts>, string]>([
    ['2026-05-01', {}, 'rectifying'],
    ['2026-06-28', {}, 'dueSoon'],
    ['2026-07-01', {}, 'overdue'],
    ['2026-07-01', { acceptedOn: '2026-06-20' }, 'accepted'],
    ['2026-07-01', { acceptedOn: '2026-06-20', delistedOn: '2026-06-25' }, 'delisted'],
  ])('on %s, with %o: %s', (today, facts, state) => {
    expect(listedState({ ...listed, ...facts }, today, 3)).toBe(state);
  });

  it('must have its warning board by its day', () => {
    expect(isBoardLate(listed, '2026-01-27')).toBe(false);
    expect(isBoardLate(listed, '2026-01-28')).toBe(true);
    expect(isBoardLate({ ...listed, boardHungOn: '2026-01-26' }, '2026-02-01')).toBe(false);
  });

  it.each<[string, string | null, string | null]>([
    ['2026-01-31', null, '2026-01-30'],
    ['2026-02-28', '2026-01-30', null],
    ['2026-03-01', '2026-01-30', '2026-02-28'],
    ['2026-03-01', '2026-02-10', null],
    ['2026-04-01', '2026-02-10', '2026-03-30'],
  ])('on %s, last reported on %s, misses the progress of %s', (today, lastProgressOn, missing) => {
    expect(missingProgress({ ...listed, lastProgressOn }, today, 30)).toBe(missing);
  });

  it('owes no progress before its first month is over, nor after it was accepted', () => {
    expect(missingProgress(listed, '2026-01-25', 30)).toBeNull();
    expect(missingProgress({ ...listed, acceptedOn: '2026-03-01' }, '2026-05-31', 30)).toBeNull();
  });
});

it('an office begins with a rule for every kind', () => {
  expect(noticeSettingsSchema.parse(defaultNoticeSettings).rules.map(({ kind }) => kind)).toEqual([
    ...noticeKinds,
  ]);
});
