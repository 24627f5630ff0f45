import { describe, expect, it } from 'vitest';
import { kindInSeason, proposalOf } from '#shared/rules/campaigns/season.ts';

const winter = { title: '今冬明春火灾防控专项督查', seasonFrom: '11-01', seasonTo: '03-31' };
const summer = { title: '夏季消防安全专项督查', seasonFrom: '06-01', seasonTo: '08-31' };
const assessment = { title: '消防工作考核实地督查', seasonFrom: null, seasonTo: null };

const none = new Set<string>();

describe('a new campaign', () => {
  it('has the days of its season that comes next', () => {
    expect(proposalOf(winter, '2026-09-20', none)).toEqual({
      title: '2026年今冬明春火灾防控专项督查',
      firstDay: '2026-11-01',
      lastDay: '2027-03-31',
    });
  });

  it('is numbered where its title is taken already', () => {
    const title = '2026年今冬明春火灾防控专项督查';
    const later = (...taken: string[]) => proposalOf(winter, '2026-12-01', new Set(taken)).title;
    expect(later(title)).toBe(`${title}（第2次）`);
    expect(later(title, `${title}（第2次）`)).toBe(`${title}（第3次）`);
  });

  it('begins today where its season runs already, also over New Year', () => {
    expect(proposalOf(winter, '2027-01-10', none)).toEqual({
      title: '2026年今冬明春火灾防控专项督查',
      firstDay: '2027-01-10',
      lastDay: '2027-03-31',
    });
  });

  it('without a season takes thirty days from today', () => {
    expect(proposalOf(assessment, '2026-12-01', none)).toMatchObject({
      firstDay: '2026-12-01',
      lastDay: '2026-12-30',
    });
  });

  it('is of the kind in season, else of the one whose season comes first', () => {
    const kinds = [assessment, winter, summer];
    expect(kindInSeason(kinds, '2026-12-01')).toBe(winter);
    expect(kindInSeason(kinds, '2026-07-01')).toBe(summer);
    expect(kindInSeason(kinds, '2026-04-15')).toBe(summer);
    expect(kindInSeason([assessment], '2026-04-15')).toBeNull();
  });

  it('keeps the last of February in years that have no 29th', () => {
    const kind = { title: '两会', seasonFrom: '02-20', seasonTo: '02-29' };
    expect(proposalOf(kind, '2027-01-01', none).lastDay).toBe('2027-02-28');
    expect(proposalOf(kind, '2028-01-01', none).lastDay).toBe('2028-02-29');
  });
});
