import { orientationFor, paperSizeFor, widthOf } from '#main/core/excel/write/page-size.ts';
import { describe, expect, it } from 'vitest';

const [A3, A4] = [8, 9];

describe('the paper of a table', () => {
  it('is A4, upright as long as its columns can be read so', () => {
    expect([orientationFor(100), paperSizeFor(100, 'portrait')]).toEqual(['portrait', A4]);
    expect([orientationFor(200), paperSizeFor(200, 'landscape')]).toEqual(['landscape', A4]);
  });

  it('is A3 where even lying the letters would be half as high as usual', () => {
    expect(paperSizeFor(290, 'landscape')).toBe(A3);
    expect(paperSizeFor(150, 'portrait')).toBe(A3);
  });

  it('counts no hidden column', () => {
    expect(widthOf([{ width: 10 }, { width: 300, hidden: true }])).toBe(10);
  });
});
