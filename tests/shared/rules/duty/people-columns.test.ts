import { describe, expect, it } from 'vitest';
import { dutyRolesText, readDutyRoles } from '#shared/rules/duty/people-columns.ts';

describe('what somebody may do on duty', () => {
  it.each([
    ['带班', '带班'],
    ['带班领导', '带班'],
    ['值班领导', '带班'],
    ['值班员', '值班'],
    ['主班', '值班'],
    ['带班、值班', '带班、值班'],
    ['带班 值班', '带班、值班'],
    ['均可', '带班、值班'],
  ])('is read from %s', (text, words) => {
    const roles = readDutyRoles(text);
    expect(roles === null ? null : dutyRolesText(roles)).toBe(words);
  });

  it('is read from its own words again', () => {
    for (const roles of [
      { canLead: true, canServe: false },
      { canLead: false, canServe: true },
      { canLead: true, canServe: true },
    ])
      expect(readDutyRoles(dutyRolesText(roles))).toEqual(roles);
  });

  it('is not guessed from other words', () => {
    for (const text of ['门卫', '司机', '']) expect(readDutyRoles(text)).toBeNull();
  });
});
