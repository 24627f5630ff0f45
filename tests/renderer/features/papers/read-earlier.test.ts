import { describe, expect, it } from 'vitest';
import { readEarlier } from '#renderer/features/papers/list/read-earlier.ts';

describe('lines of an old register', () => {
  it('are read as Excel pastes them, with the serial alone or in its whole number', () => {
    const text =
      '12\t关于开展检查的通知\t2026-01-08\t各成员单位\n临消安办〔2026〕13号\t关于报送的函\t2026年2月3日\n';
    expect(readEarlier(text)).toEqual({
      problem: null,
      items: [
        { serial: 12, title: '关于开展检查的通知', issuedOn: '2026-01-08', addressee: '各成员单位' },
        { serial: 13, title: '关于报送的函', issuedOn: '2026-02-03', addressee: '' },
      ],
    });
  });

  it('tell the first line that cannot be read', () => {
    expect(readEarlier('12\t通知\t2026/1/8\n十三\t通知\t2026.1.9').problem).toContain('第 2 行');
    expect(readEarlier('12\t通知\t一月八日').problem).toContain('日期');
    expect(readEarlier('12 通知 2026-01-08').problem).not.toBeNull();
  });
});
