import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { matchScore, normalizeQuery } from '#main/features/search/matching.ts';
import { startTestOffice } from '#tests/support/core.ts';

describe('matching a title', () => {
  it('finds Chinese text, and puts a title that begins with it first', () => {
    expect(matchScore('城东区', '城东')).toBeGreaterThan(matchScore('新城东路街道', '城东'));
  });

  it('finds pinyin initials in any reading of a character', () => {
    expect(matchScore('重庆路街道', 'cqljd')).toBeGreaterThan(0);
    expect(matchScore('长安镇', 'caz')).toBeGreaterThan(0);
    expect(matchScore('长安镇', 'zaz')).toBeGreaterThan(0);
    expect(matchScore('城东区', 'xyz')).toBe(0);
  });

  it('puts titles that begin with the initials before those that only hold them', () => {
    expect(matchScore('中心街道', 'zx')).toBeGreaterThan(matchScore('社区服务中心', 'zx'));
  });

  it('takes full-width letters and blanks of the input method for what was meant', () => {
    expect(normalizeQuery(' CD Q')).toBe('cdq');
  });
});

describe('the global search', () => {
  let office: Awaited<ReturnType<typeof startTestOffice>>;
  beforeAll(async () => {
    office = await startTestOffice({ name: '长沙市', code: '4301' });
  });
  afterAll(() => office.close());

  it('finds an organization by its initials and says where it belongs', async () => {
    const hits = await office.client.search.find({ text: 'yhq', limit: 10 });
    expect(hits).toContainEqual(
      expect.objectContaining({ kind: 'organization', title: '雨花区', note: '长沙市' }),
    );
  });

  it('finds nothing for an empty query and never more than asked', async () => {
    expect(await office.client.search.find({ text: ' ', limit: 10 })).toEqual([]);
    expect(await office.client.search.find({ text: '街道', limit: 5 })).toHaveLength(5);
  });
});
