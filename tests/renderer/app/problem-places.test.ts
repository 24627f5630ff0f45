import { afterEach, describe, expect, it } from 'vitest';
import { addProblemPlace, showAtPlace } from '#renderer/app/operations/problem-places.ts';
import type { Problem } from '#renderer/app/problem.ts';

const problem: Problem = { code: 'refused', text: '现在不能进行。', data: {} };
const ends: (() => void)[] = [];
const place = (name: string, said: string[], takes = true): void => {
  ends.push(
    addProblemPlace(() => {
      if (takes) said.push(name);
      return takes;
    }),
  );
};
afterEach(() => {
  for (const end of ends.splice(0)) end();
});

describe('a problem', () => {
  it('is said above the page where no dialog is open', () => {
    expect(showAtPlace(problem)).toBe(false);
  });

  it('is said in the dialog on top', () => {
    const said: string[] = [];
    place('below', said);
    place('above', said);
    expect(showAtPlace(problem)).toBe(true);
    expect(said).toEqual(['above']);
  });

  it('is passed by a dialog that has sent nothing', () => {
    const said: string[] = [];
    place('below', said);
    place('above', said, false);
    expect(showAtPlace(problem)).toBe(true);
    expect(said).toEqual(['below']);
  });

  it('is not said in a dialog that is closed', () => {
    const said: string[] = [];
    place('closed', said);
    for (const end of ends.splice(0)) end();
    expect(showAtPlace(problem)).toBe(false);
    expect(said).toEqual([]);
  });
});
