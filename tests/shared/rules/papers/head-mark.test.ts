import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { headMark } from '#shared/rules/papers/head-mark.ts';

describe('the size of the head mark', () => {
  test('a short name is not larger than 22 × 15 mm a character', () => {
    const { line } = headMark(['市政府'], '文件');
    expect(line.height).toBeLessThanOrEqual(22);
    expect(line.height * line.widthScale).toBeLessThanOrEqual(15);
  });

  test('several names share the place before 文件', () => {
    const mark = headMark(['临江市消防安全委员会', '临江市应急管理局'], '文件');
    expect(mark.lines).toEqual(['临江市消防安全委员会', '临江市应急管理局']);
    expect(mark.suffix?.text).toBe('文件');
  });

  test('any names fit into the block, and leave page 1 room for the body', () => {
    const name = fc.string({ unit: fc.constant('消'), minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(
        fc.array(name, { maxLength: 10 }),
        fc.constantFrom('', '文件', '会议纪要'),
        (names, suffix) => {
          const mark = headMark(names, suffix);
          const whole = mark.width + (mark.suffix === null ? 0 : mark.suffix.gap + mark.suffix.width);
          expect(whole).toBeLessThanOrEqual(156);
          if (names.length > 1) expect(mark.pitch * names.length).toBeLessThanOrEqual(64.001);
        },
      ),
    );
  });
});
