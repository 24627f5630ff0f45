import { describe, expect, it } from 'vitest';
import { countsAsAward, type RatedDecision, type RatedEvent, ratingOn } from '#shared/rules/credit/rating.ts';
import { usualCreditSettings as settings } from '#shared/rules/credit/settings.ts';

const today = '2026-06-30';

function event(more: Partial<RatedEvent>): RatedEvent {
  return {
    day: '2026-05-01',
    kindName: '受到行政处罚',
    effect: 'points',
    points: 4_000,
    months: 24,
    source: '331号',
    isDealtWith: false,
    ...more,
  };
}

const decision: RatedDecision = {
  level: 'ordinary',
  number: '临消安办〔2026〕5号',
  proposedOn: '2026-02-01',
  noticedOn: '2026-02-02',
  deliveredOn: '2026-02-03',
  waivedOn: null,
  objectedOn: null,
  answeredOn: null,
  droppedOn: null,
  decidedOn: '2026-02-20',
  publishedUntil: '2027-02-20',
  repairedOn: null,
  revokedOn: null,
};

describe('the rating of an enterprise', () => {
  it('is none while nothing is known', () => {
    expect(ratingOn([], [], settings, today)).toEqual({
      level: 'none',
      proposal: null,
      points: 0,
      lines: [],
    });
  });

  it('counts an award up to its last day and not before its own', () => {
    const award = event({ effect: 'trusted', day: '2025-06-30', months: 12 });
    const counts = (day: string) => countsAsAward(award, day);
    expect(['2025-06-29', '2025-06-30', '2026-06-30', '2026-07-01'].map(counts)).toEqual([
      false,
      true,
      true,
      false,
    ]);
    expect(countsAsAward(event({}), '2026-05-01')).toBe(false);
  });

  it('proposes a level by points of the last months only, and tells why', () => {
    const old = event({ day: '2025-06-30' });
    expect(ratingOn([event({}), old], [], settings, today)).toMatchObject({ proposal: null, points: 4_000 });
    const rating = ratingOn([event({}), event({ day: '2025-07-01' })], [], settings, today);
    expect(rating).toMatchObject({ level: 'none', proposal: 'ordinary', points: 8_000 });
    expect(rating.lines.map(({ text }) => text)).toEqual(['近 12 个月计 8 分，达到 6 分，拟认定一般失信。']);
  });

  it('proposes the worst level that one event leads to by itself', () => {
    const rating = ratingOn(
      [event({ effect: 'serious', points: 0, kindName: '亡人火灾负有责任' }), event({ effect: 'ordinary' })],
      [],
      settings,
      today,
    );
    expect(rating.proposal).toBe('serious');
    expect(rating.lines[0]).toEqual({
      text: '2026-05-01 亡人火灾负有责任：拟认定严重失信。',
      source: '331号',
    });
  });

  it('counts no event twice upon which a decision was begun', () => {
    expect(
      ratingOn([event({ effect: 'serious', isDealtWith: true })], [], settings, today).proposal,
    ).toBeNull();
  });

  it('is discredited by a public decision only, and until its last day', () => {
    expect(ratingOn([], [decision], settings, '2027-02-20').level).toBe('ordinary');
    expect(ratingOn([], [decision], settings, '2027-02-21').level).toBe('none');
    expect(ratingOn([], [{ ...decision, decidedOn: null }], settings, today).level).toBe('none');
    const worse = { ...decision, level: 'serious' } as const;
    expect(ratingOn([], [decision, worse], settings, today).level).toBe('serious');
  });

  it('is trusted by an award for as long as that counts, and not while a discredit is to be decided', () => {
    const award = event({ effect: 'trusted', points: 0, day: '2025-01-10', kindName: '消防安全先进单位' });
    expect(ratingOn([award], [], settings, today).level).toBe('trusted');
    expect(ratingOn([award], [], settings, '2027-01-11').level).toBe('none');
    expect(ratingOn([award, event({ effect: 'ordinary' })], [], settings, today).level).toBe('none');
    const pending = { ...decision, decidedOn: null, publishedUntil: null };
    expect(ratingOn([award], [pending], settings, today).level).toBe('none');
    expect(ratingOn([award], [decision], settings, today).level).toBe('ordinary');
  });

  it('knows nothing of what happens after the day', () => {
    expect(
      ratingOn([event({ effect: 'serious', day: '2026-07-01' })], [], settings, today).proposal,
    ).toBeNull();
  });
});
